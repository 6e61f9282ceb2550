/** Rewrites operations: what asks for one part of an answer is changed, and nothing beside it. */

import {
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Branch } from './shape.ts';

/** The operation with every field changed that asks for a branch. */
export function rewritten(
  { keys }: Branch,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  change: (field: FieldNode, set: SelectionSetNode) => FieldNode,
): OperationDefinitionNode {
  const at = (set: SelectionSetNode, [key, ...rest]: readonly string[]): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) return selection;
        // What is rewritten here must not change where else the fragment is spread.
        const { typeCondition, selectionSet, directives = [] } = fragment;
        return {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition,
          directives: [...(selection.directives ?? []), ...directives],
          selectionSet: at(selectionSet, [key as string, ...rest]),
        };
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: at(selection.selectionSet, [key as string, ...rest]) };
      if ((selection.alias ?? selection.name).value !== key || !selection.selectionSet) return selection;
      if (rest.length > 0) return { ...selection, selectionSet: at(selection.selectionSet, rest) };
      return change(selection, selection.selectionSet);
    }),
  });
  return { ...operation, selectionSet: at(operation.selectionSet, keys) };
}

/** A field of a connection that asks for fields of its `pageInfo` under an alias. */
export function pageInfoField(alias: string, fields: readonly string[]): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: name(alias),
    name: name('pageInfo'),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: fields.map((each) => ({ kind: Kind.FIELD, name: name(each) })),
    },
  };
}

/** The operation with the fragments that it still spreads, and without the variables that nothing uses any more. */
export function document(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const spread = new Map<string, FragmentDefinitionNode>();
  const used = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: (variable) => void used.add(variable.name.value),
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || spread.has(value)) return;
        spread.set(value, fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  const variableDefinitions = operation.variableDefinitions?.filter((each) => used.has(each.variable.name.value)) ?? [];
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions }, ...spread.values()] };
}

/** An argument. */
export function argument(key: string, value: ArgumentNode['value']): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: name(key), value };
}

/** A name. */
export function name(value: string): { readonly kind: Kind.NAME; readonly value: string } {
  return { kind: Kind.NAME, value };
}

/** A name that is not taken. */
export function unused(wanted: string, taken: readonly string[]): string {
  return taken.includes(wanted) ? unused(`${wanted}_`, taken) : wanted;
}
