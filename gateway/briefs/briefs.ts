/** Briefs: a subgraph asks no other, so what a mutation must know of others the gateway reads before it, and sends along with the call. */

import { readFileSync } from 'node:fs';
import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { BRIEFS } from '../../schema/generated/briefs.ts';
import { isErrorCode } from '../../schema/errors.ts';
import { PILLAR_CODES } from '../../schema/stewards.ts';
import type { Brief } from '../../subgraphs/kit/subgraph.ts';
import type { RequestContext } from '../errors.ts';
import { readVariables } from '../execution/values.ts';
import type { Reader } from './read.ts';

/** The briefs of the mutations of an operation, by their names in the answer. */
export type Briefs = Readonly<Record<string, Brief>>;

/** An operation that may have mutations with a brief. */
export interface BriefedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: RequestContext;
}

/** A brief that would be read. */
export interface PlannedBrief {
  /** The name of its mutation in the answer. */
  readonly name: string;
  readonly mutation: string;
  readonly brief: string;
  /** The subgraphs that it asks, one for each call at most. */
  readonly calls: readonly string[];
}

/** Reads briefs. */
export interface BriefReader {
  /** Those of an operation; undefined where none of its fields has one. */
  read(operation: BriefedOperation): Promise<Briefs | undefined>;
  /** Those that would be read. Nobody is asked. */
  plan(operation: Omit<BriefedOperation, 'caller'>): PlannedBrief[];
}

type Variables = Record<string, unknown>;

/** The reader. `names` are the files of this folder by the names of mutations; those of our own graph unless told otherwise. */
export function createBriefReader(
  { read, callsOf }: Reader,
  { logger, names = BRIEFS }: { readonly logger: Logger; readonly names?: Readonly<Record<string, string>> },
): BriefReader {
  const documents = new Map(
    [...new Set(Object.values(names))].map((name) => [name, parse(textOf(name), { noLocation: true })]),
  );
  const documentOf = ({ brief }: BriefedField) => documents.get(brief) as DocumentNode;
  async function readOne(field: BriefedField, caller: RequestContext): Promise<Brief> {
    const document = documentOf(field);
    const { data, errors = [] } = await read(document, variablesOf(document, field.input), caller);
    if (errors.length > 0)
      logger.warn({ requestId: caller.requestId, brief: field.brief, errors }, 'a brief is incomplete');
    return {
      data: (data ?? null) as Brief['data'],
      errors: errors.map(({ extensions: { code, pillar } }) => ({
        code: isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR',
        pillar: PILLAR_CODES.find((each) => each === pillar),
      })),
    };
  }
  return {
    async read(briefed) {
      // Nobody reads for whom the mutation will refuse anyway.
      const fields = briefed.caller.viewer ? briefedFields(briefed, names) : [];
      if (fields.length === 0) return undefined;
      const entries = await Promise.all(
        fields.map(async (field) => [field.name, await readOne(field, briefed.caller)] as const),
      );
      return Object.fromEntries(entries);
    },
    plan: (briefed) =>
      briefedFields(briefed, names).map((field) => {
        const { name, mutation, brief } = field;
        return { name, mutation, brief, calls: callsOf(documentOf(field)) };
      }),
  };
}

interface BriefedField {
  /** In the answer. */
  readonly name: string;
  readonly mutation: string;
  readonly brief: string;
  readonly input: Variables;
}

/** The root fields that have a brief and are not left out. Values that do not fit are the execution's to refuse. */
function briefedFields(
  { schema, document, operation, variables }: Omit<BriefedOperation, 'caller'>,
  names: Readonly<Record<string, string>>,
): BriefedField[] {
  if (operation.operation !== 'mutation') return [];
  const { coerced } = readVariables(schema, operation.variableDefinitions, variables);
  if (!coerced) return [];
  const type = schema.getMutationType();
  return rootFields(operation.selectionSet.selections, document, coerced).flatMap((node) => {
    const brief = names[node.name.value];
    const field = type?.getFields()[node.name.value];
    if (brief === undefined || !field) return [];
    const { input } = getArgumentValues(field, node, coerced) as { readonly input?: Variables };
    return [{ name: (node.alias ?? node.name).value, mutation: node.name.value, brief, input: input ?? {} }];
  });
}

function rootFields(selections: readonly SelectionNode[], document: DocumentNode, variables: Variables): FieldNode[] {
  return selections.flatMap((node) => {
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return [];
    if (getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false) return [];
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT) return rootFields(node.selectionSet.selections, document, variables);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? rootFields(fragment.selectionSet.selections, document, variables)
      : [];
  });
}

/** The fields of the input that the document declares; a null counts as not given. */
function variablesOf({ definitions }: DocumentNode, input: Variables): Variables {
  const declared = definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [],
  );
  const names = declared.map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.flatMap((name) => (input[name] === null || input[name] === undefined ? [] : [[name, input[name]]])),
  );
}

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
}
