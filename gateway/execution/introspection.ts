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

/** The answers by their keys; those of an operation without variables are always the same. */
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
  let kept: Readonly<Record<string, unknown>> | undefined;
  return (variables) => {
    if (kept) return kept;
    const { data, errors } = executeSync({ schema, document: asked, rootValue: {}, variableValues: variables });
    if (errors?.[0]) throw errors[0];
    const answer = data ?? NOTHING;
    if ((operation.variableDefinitions ?? []).length === 0) kept = answer;
    return answer;
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
