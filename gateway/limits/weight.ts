/**
 * The weight of an operation: its leaves after the fields of interfaces are written out for each type behind them, doubled below each field
 * that other subgraphs contribute to. Planning costs somewhat more than linear in it, so an operation is weighed before it is planned.
 */

import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { appliesTo, fieldOf, partOf } from './selected.ts';

/** The fields that need contributions of other subgraphs, as `Type.field`, by the `requires` of a supergraph. */
export function contributedFields(supergraph: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const isContributed = field.directives?.some(({ arguments: given }) =>
        given?.some(({ name }) => name.value === 'requires'),
      );
      if (isContributed) found.add(`${node.name.value}.${field.name.value}`);
    }
  }
  return found;
}

/** What an operation is weighed with. */
export interface Scales {
  readonly schema: GraphQLSchema;
  readonly contributed: ReadonlySet<string>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The weight, a whole number of leaves. Linear in the operation and the types behind its interfaces. */
export function weightOf(operation: OperationDefinitionNode, scales: Scales): number {
  const root = scales.schema.getRootType(operation.operation);
  return root ? new Weighing(scales).weigh(operation.selectionSet, root) : 0;
}

class Weighing {
  readonly #scales: Scales;
  readonly #known = new Map<SelectionSetNode, Map<string, number>>();

  constructor(scales: Scales) {
    this.#scales = scales;
  }

  weigh(set: SelectionSetNode, type: GraphQLCompositeType): number {
    const known = this.#known.get(set) ?? new Map<string, number>();
    this.#known.set(set, known);
    let weight = known.get(type.name);
    if (weight === undefined) {
      weight = isObjectType(type)
        ? this.#onObject(set, type)
        : this.#scales.schema.getPossibleTypes(type).reduce((sum, each) => sum + this.weigh(set, each), 0);
      known.set(type.name, weight);
    }
    return weight;
  }

  #onObject(set: SelectionSetNode, type: GraphQLObjectType): number {
    let weight = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(type, selection.name.value);
        const named = field && getNamedType(field.type);
        const below = selection.selectionSet && isCompositeType(named) ? this.weigh(selection.selectionSet, named) : 1;
        weight += this.#scales.contributed.has(`${type.name}.${selection.name.value}`) ? 2 * below : below;
        continue;
      }
      const part = partOf(selection, this.#scales.fragments);
      if (part && appliesTo(type, part, this.#scales.schema)) weight += this.weigh(part.selectionSet, type);
    }
    return weight;
  }
}
