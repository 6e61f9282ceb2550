/** How many lists stand inside each other: rows multiply with each, so a short operation can ask for more than memory holds. */

import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { partOf, typeWithin } from './selected.ts';

/** The most lists on any path of the operation. Introspection does not count. */
export function nestedLists(
  operation: OperationDefinitionNode,
  {
    schema,
    fragments,
  }: { readonly schema: GraphQLSchema; readonly fragments: ReadonlyMap<string, FragmentDefinitionNode> },
): number {
  const known = new Map<SelectionSetNode, Map<string, number>>();
  const below = (set: SelectionSetNode, type: GraphQLCompositeType): number => {
    const byType = known.get(set) ?? new Map<string, number>();
    known.set(set, byType);
    const depth = byType.get(type.name) ?? Math.max(0, ...set.selections.map((selection) => at(selection, type)));
    byType.set(type.name, depth);
    return depth;
  };
  const at = (selection: SelectionSetNode['selections'][number], type: GraphQLCompositeType): number => {
    if (selection.kind !== Kind.FIELD) {
      const part = partOf(selection, fragments);
      return part ? below(part.selectionSet, typeWithin(part, type, schema)) : 0;
    }
    const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
    const named = field && getNamedType(field.type);
    if (!field || !isCompositeType(named) || !selection.selectionSet) return 0;
    return (isListType(getNullableType(field.type)) ? 1 : 0) + below(selection.selectionSet, named);
  };
  const root = schema.getRootType(operation.operation);
  return root ? below(operation.selectionSet, root) : 0;
}
