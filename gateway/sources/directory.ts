/** The data source of the directory: its own resolvers are called and what they return is written as asked, without a GraphQL execution. */

import type { GraphQLDataSource } from '@apollo/gateway';
import {
  getArgumentValues,
  getVariableValues,
  Kind,
  parse,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  isObjectType,
} from 'graphql';
import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';
import type { Call } from '../../subgraphs/kit/subgraph.ts';
import { createInProcessSource, type InProcessSourceOptions } from './in-process.ts';
import { BEYOND, collect, createWrite, createWriteObject, type Write, type WriterOptions } from './written-answer.ts';

type Json = Record<string, unknown>;
type Representation = Readonly<Json> & { readonly __typename: string };
type ReferenceResolver = (representation: Representation, context: unknown, info: unknown) => unknown;

/** Answers one field of the root. */
type Answer = (variables: Json, context: unknown) => unknown;

/** A document, ready to be answered. */
interface Compiled {
  readonly fields: readonly { readonly key: string; readonly answer: Answer }[];
  /** Of the variables that are no representations. */
  readonly definitions: NonNullable<OperationDefinitionNode['variableDefinitions']>;
}

/** What the source of the directory is made of. */
export interface DirectorySourceOptions extends InProcessSourceOptions {
  /** Told of each call that is executed as GraphQL after all. */
  readonly onExecution?: (() => void) | undefined;
}

const KEPT = { most: 1_000, characters: 500_000 };

/**
 * The source. Only the fields of the root and references may have resolvers, and these must answer at once. Whatever else is asked for,
 * refused or wrong is left to the source that executes GraphQL, so that the answers are the same.
 */
export function createDirectorySource({ onExecution, ...options }: DirectorySourceOptions): GraphQLDataSource {
  const { subgraph, onCall } = options;
  const executing = createInProcessSource({ ...options, onCall: undefined });
  const kept = keptTexts<Compiled | typeof BEYOND>(KEPT);
  const compiledOf = (text: string): Compiled | undefined => {
    let compiled = kept.get(text);
    if (!compiled) {
      compiled = orBeyond(() => compile(text, subgraph.schema));
      kept.set(text, compiled);
    }
    return compiled === BEYOND ? undefined : (compiled as Compiled);
  };
  return {
    async process(call) {
      onCall?.(subgraph.name);
      const { query = '', variables = {} } = call.request;
      const compiled = compiledOf(query);
      const { viewer } = call.context as Call;
      const data = compiled && answer(compiled, variables, subgraph.createContext({ viewer }), subgraph.schema);
      if (data) return { data };
      onExecution?.();
      return executing.process(call);
    },
  };
}

function answer({ fields, definitions }: Compiled, given: Json, context: object, schema: GraphQLSchema) {
  let variables = given;
  if (definitions.length > 0) {
    const { coerced } = getVariableValues(schema, definitions, given);
    if (!coerced) return undefined;
    variables = { ...given, ...coerced };
  }
  const data: Json = {};
  try {
    for (const { key, answer: answerField } of fields) data[key] = answerField(variables, context);
  } catch {
    // Whoever executes it finds the same fault, and says where it is.
    return undefined;
  }
  return data;
}

function compile(text: string, schema: GraphQLSchema): Compiled {
  const { definitions } = parse(text, { noLocation: true });
  const [operation] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (!operation || operation.operation !== 'query' || !root) throw BEYOND;
  const fragments = Object.fromEntries(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const options: WriterOptions = { schema, fragments };
  return {
    fields: [...collect([operation], root, options)].map(([key, nodes]) => ({
      key,
      answer: compileField(root, nodes, options),
    })),
    definitions: (operation.variableDefinitions ?? []).filter(({ type }) => !isOfRepresentations(type)),
  };
}

function isOfRepresentations(
  type: NonNullable<OperationDefinitionNode['variableDefinitions']>[number]['type'],
): boolean {
  return type.kind === Kind.NAMED_TYPE ? type.name.value === '_Any' : isOfRepresentations(type.type);
}

function compileField(root: GraphQLObjectType, nodes: readonly FieldNode[], options: WriterOptions): Answer {
  const [node] = nodes;
  const name = node?.name.value;
  if (name === '__typename') return () => root.name;
  const field = name === undefined ? undefined : root.getFields()[name];
  if (!node || !field?.resolve) throw BEYOND;
  const info = { fieldNodes: nodes, fragments: options.fragments, schema: options.schema };
  if (name === '_entities') return compileEntities(node, info, options);
  const { resolve } = field;
  const argumentsOf = compileArguments(field, node);
  const write = createWrite(field.type, nodes, options);
  return (variables, context) => write(atOnce(resolve(undefined, argumentsOf(variables), context, info as never)));
}

/** Those without variables are read once. */
function compileArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Json) => Json {
  const isConstant = !JSON.stringify(node.arguments ?? []).includes(`"kind":"${Kind.VARIABLE}"`);
  const constant = isConstant ? getArgumentValues(field, node) : undefined;
  return (variables) => constant ?? getArgumentValues(field, node, variables);
}

function compileEntities(node: FieldNode, info: { readonly fieldNodes: readonly FieldNode[] }, options: WriterOptions) {
  const [representations] = node.arguments ?? [];
  if (representations?.value.kind !== Kind.VARIABLE) throw BEYOND;
  const variable = representations.value.name.value;
  const byType = new Map<string, { readonly resolve: ReferenceResolver; readonly write: Write }>();
  const typeOf = (name: string) => {
    const known = byType.get(name);
    if (known) return known;
    const type = options.schema.getType(name);
    const resolve = isObjectType(type) ? resolverOf(type) : undefined;
    if (!isObjectType(type) || !resolve) throw BEYOND;
    const one = { resolve, write: createWriteObject(type, info.fieldNodes, options) };
    byType.set(name, one);
    return one;
  };
  return (variables: Json, context: unknown) =>
    (variables[variable] as Representation[]).map((representation) => {
      const { resolve, write } = typeOf(representation.__typename);
      const entity = atOnce(resolve(representation, context, info));
      return entity === null ? null : write(entity);
    });
}

function resolverOf({ extensions }: GraphQLObjectType): ReferenceResolver | undefined {
  const { apollo } = extensions as { apollo?: { subgraph?: { resolveReference?: ReferenceResolver } } };
  return apollo?.subgraph?.resolveReference;
}

/** A promise is not waited for. */
function atOnce(value: unknown): unknown {
  if (value instanceof Promise) throw BEYOND;
  return value;
}

function orBeyond<T>(compileIt: () => T): T | typeof BEYOND {
  try {
    return compileIt();
  } catch {
    return BEYOND;
  }
}
