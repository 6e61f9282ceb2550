/** The part of an operation that subgraphs answer: what introspection asks is known here. */

import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Only these fields of a root type have the two underscores. */
const KNOWN_HERE = new Set(['__typename', '__schema', '__type']);

/** The document, its one operation without introspection of the root type; undefined where nothing is left. */
export function fetchedPart(document: DocumentNode): DocumentNode | undefined {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  let isEmpty = true;
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return node;
    const selectionSet = fetchedOf(node.selectionSet, fragments);
    isEmpty &&= selectionSet.selections.length === 0;
    return { ...node, selectionSet };
  });
  return isEmpty ? undefined : { ...document, definitions };
}

/** Fragments on the root type are written out: elsewhere they may be needed whole. */
function fetchedOf(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): SelectionSetNode {
  const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return KNOWN_HERE.has(selection.name.value) ? [] : [selection];
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!part) return [];
    const { typeCondition } = part;
    const selectionSet = fetchedOf(part.selectionSet, fragments);
    if (selectionSet.selections.length === 0) return [];
    const directives = selection.directives ?? [];
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet, ...(typeCondition && { typeCondition }) }];
  });
  return { ...set, selections };
}
