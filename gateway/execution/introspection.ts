/** Answers what an operation asks of the schema itself, beside its data. */

import {
  executeSync,
  Kind,
  visit,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldShape, SelectedObject } from './shape.ts';

/** The answers by their keys. None is kept: one may be large. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const NOTHING: Readonly<Record<string, unknown>> = {};

/** Prepares the answers for the root of an answer. */
export function compileIntrospection(
  root: SelectedObject,
  {
    schema,
    operation,
    fragments,
  }: {
    readonly schema: GraphQLSchema;
    readonly operation: OperationDefinitionNode;
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  },
): Introspect {
  const fields = (root.fields(root.type.name) ?? []).filter(({ source }) => source === 'introspection');
  if (fields.length === 0) return () => NOTHING;
  const asked = documentOf(fields, operation, fragments);
  return (variables) => {
    const { data, errors } = executeSync({ schema, document: asked, rootValue: {}, variableValues: variables });
    if (errors?.[0]) throw errors[0];
    return data ?? NOTHING;
  };
}

function documentOf(
  fields: readonly FieldShape[],
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
) {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields.flatMap(({ nodes }) => nodes) };
  const used = new Set<string>();
  visit(
    { ...operation, selectionSet, variableDefinitions: [], directives: [] },
    { Variable: ({ name }) => void used.add(name.value) },
  );
  for (const fragment of fragments.values()) visit(fragment, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, directives: [], variableDefinitions, selectionSet }, ...fragments.values()],
  } as const;
}
