/** The types of the graph in TypeScript, for resolvers: derived from the API schema. */

import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import { buildSchema, parse } from 'graphql';

/** The module of types for an API schema. */
export async function generateTypes(apiSdl: string): Promise<string> {
  const schema = buildSchema(apiSdl);
  const text = await codegen({
    filename: 'graph.ts',
    schema: parse(apiSdl),
    schemaAst: schema,
    documents: [],
    config: {},
    plugins: [{ types: {} }],
    pluginMap: {
      types: {
        plugin: (...args: unknown[]) =>
          (typescriptPlugin.plugin as (...all: unknown[]) => unknown)(...withConfig(args)) as never,
      },
    },
  });
  return `/** The graph in TypeScript: types, inputs and arguments. Derived from schema/graph; never edited. */\n\n${text}`;
}

const CONFIG = {
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  skipTypename: true,
  disableDescriptions: true,
  maybeValue: 'T | null',
  scalars: { Date: 'string', DateTime: 'string', PartialDate: 'string', ID: 'string' },
};

function withConfig([schema, documents, , info]: unknown[]): unknown[] {
  return [schema, documents, CONFIG, info];
}
