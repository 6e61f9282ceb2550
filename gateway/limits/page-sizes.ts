/** Page sizes that no list has: refused before anything is planned, and once, however many rows have the list. */

import {
  getNamedType,
  GRAPHQL_MAX_INT,
  isCompositeType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { sizeFault } from '../../subgraphs/kit/list/page-size.ts';
import { refusal } from '../errors.ts';
import type { CostFacts } from './cost-facts.ts';
import { partOf, typeWithin } from './selected.ts';

const SIZES = ['first', 'last'] as const;

/** The fields of an operation that name the size of a page, those that its variables leave out included. */
export function pagesOf(
  operation: OperationDefinitionNode,
  {
    schema,
    fragments,
    facts,
  }: {
    readonly schema: GraphQLSchema;
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    readonly facts: CostFacts;
  },
): readonly FieldNode[] {
  const found = new Set<FieldNode>();
  const seen = new Map<SelectionSetNode, Set<string>>();
  const visit = (set: SelectionSetNode, type: GraphQLCompositeType): void => {
    const types = seen.get(set) ?? new Set<string>();
    seen.set(set, types);
    if (types.has(type.name)) return;
    types.add(type.name);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet, arguments: given = [] } = selection;
        const field = 'getFields' in type ? type.getFields()[name.value] : undefined;
        const named = field && getNamedType(field.type);
        if (selectionSet && isCompositeType(named)) visit(selectionSet, named);
        const sizes = facts.fields.get(`${type.name}.${name.value}`)?.slicingArguments ?? [];
        if (given.some((argument) => isSize(argument.name.value) && sizes.includes(argument.name.value)))
          found.add(selection);
        continue;
      }
      const part = partOf(selection, fragments);
      if (part) visit(part.selectionSet, typeWithin(part, type, schema));
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root);
  return [...found];
}

/** The refusal of the first that no page has. What is no size at all is refused with the other values of wrong types. */
export function pageSizeRefusal(
  pages: readonly FieldNode[],
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | undefined {
  for (const field of pages) {
    const sizes: Record<string, number> = {};
    for (const { name, value } of field.arguments ?? []) {
      const size = isSize(name.value) ? valueFromASTUntyped(value, variables) : undefined;
      if (Number.isInteger(size) && Math.abs(size as number) <= GRAPHQL_MAX_INT) sizes[name.value] = size as number;
    }
    const fault = sizeFault(sizes);
    if (fault) return refusal('INVALID_PAGE_SIZE', fault.message, {}, { ...fault, nodes: field });
  }
  return undefined;
}

function isSize(argument: string): boolean {
  return (SIZES as readonly string[]).includes(argument);
}
