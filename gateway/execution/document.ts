/** The documents that are sent to subgraphs: several entity fetches of one step as one document, and what a document asks for. */

import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DefinitionNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './normalise.ts';
import type { EntityFetch, FetchNode } from './plan.ts';

/** One document out of several, without those that are not needed. Aliases and variables of the fetches are told apart by a number. */
export function combined(fetches: readonly FetchNode[]): FetchNode {
  const [first] = fetches;
  if (!first) throw new Error('Nothing to combine');
  if (fetches.length === 1) return first;
  const parts = fetches.map((fetch, index) => numbered(fetch, index));
  const definitions = new Map(
    parts.flatMap(({ operation }) => operation.variableDefinitions ?? []).map((one) => [one.variable.name.value, one]),
  );
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...definitions.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: parts.flatMap((part) => part.operation.selectionSet.selections),
    },
  };
  const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...parts.flatMap(({ rest }) => rest)] });
  return {
    ...first,
    operation: text,
    operationName: undefined,
    variables: [...new Set(fetches.flatMap(({ variables }) => variables))],
    entities: parts.flatMap(({ entities }) => entities),
  };
}

/** The keys that a fetch gives. */
export interface ResponseKeys {
  readonly root: readonly string[];
  /** Those of its entities, by their alias. */
  below(alias: string): readonly string[];
}

const KEYS = new WeakMap<FetchNode, ResponseKeys>();

/** The response keys of a fetch: its document is read once, however many steps ask. */
export function responseKeys(fetch: FetchNode): ResponseKeys {
  let keys = KEYS.get(fetch);
  if (!keys) KEYS.set(fetch, (keys = readKeys(fetch)));
  return keys;
}

function readKeys({ operation }: FetchNode): ResponseKeys {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return [one];
      const part = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
      return part ? fieldsOf(part.selectionSet) : [];
    });
  const keys = (fields: readonly FieldNode[]) => [
    ...new Set(fields.filter(({ name }) => name.value !== '__typename').map(keyOf)),
  ];
  const roots = fieldsOf(operationOf(document.definitions).selectionSet);
  return {
    root: keys(roots),
    below: (alias) =>
      keys(
        roots
          .filter((field) => keyOf(field) === alias)
          .flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet) : [])),
      ),
  };
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function operationOf(definitions: readonly DefinitionNode[]): OperationDefinitionNode {
  const found = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('A fetch has no operation');
  return found;
}

interface Part {
  readonly operation: OperationDefinitionNode;
  readonly rest: readonly DefinitionNode[];
  readonly entities: readonly EntityFetch[];
}

function numbered(fetch: FetchNode, index: number): Part {
  const variables = new Map(
    fetch.entities.map(({ representations }) => [representations, `${representations}_${index}`]),
  );
  const aliases = new Map(fetch.entities.map(({ alias }) => [alias, `${alias}_${index}`]));
  const named = (name: string) => ({ kind: Kind.NAME, value: name }) as const;
  const fragment = (name: string) => named(`${name}_${index}`);
  const document = visit(parse(fetch.operation, { noLocation: true }), {
    Variable: (node) => {
      const renamed = variables.get(node.name.value);
      return renamed === undefined ? undefined : { ...node, name: named(renamed) };
    },
    FragmentSpread: (node) => ({ ...node, name: fragment(node.name.value) }),
    FragmentDefinition: (node) => ({ ...node, name: fragment(node.name.value) }),
  });
  const operation = operationOf(document.definitions);
  const selections = operation.selectionSet.selections.map((one) => {
    if (one.kind !== Kind.FIELD) return one;
    const alias = aliases.get(keyOf(one));
    return alias === undefined ? one : { ...one, alias: named(alias) };
  });
  return {
    operation: { ...operation, selectionSet: { ...operation.selectionSet, selections } },
    rest: document.definitions.filter((node) => node !== operation),
    entities: fetch.entities.map((one) => ({
      ...one,
      alias: aliases.get(one.alias) ?? one.alias,
      representations: variables.get(one.representations) ?? one.representations,
    })),
  };
}
