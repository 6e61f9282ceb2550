/**
 * The cost of an operation: a point for each record that it may answer, by the page sizes and the variables as they were sent, and what
 * `@cost` adds. An upper bound where lists are as long as `@listSize` says. Read before the operation is planned.
 */

import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostFacts, FieldCost } from './cost-facts.ts';
import { appliesTo, fieldOf, partOf } from './selected.ts';

/** How long a list is taken to be of which nothing is said. */
export const DEFAULT_LIST_SIZE = 5;

/** An operation with its variables, and what it is priced with. */
export interface PricedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** As they were sent: a value of the wrong type counts as not given. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The API. */
  readonly schema: GraphQLSchema;
  readonly facts: CostFacts;
}

/** The cost of a valid operation, a whole number of points. What its variables leave out (`@skip`, `@include`) costs nothing. */
export function costOf(priced: PricedOperation): number {
  const root = priced.schema.getRootType(priced.operation.operation);
  if (!root) return 0;
  return Math.min(new Pricing(priced).price(priced.operation.selectionSet, root), Number.MAX_SAFE_INTEGER);
}

/** The variables as they were sent, and the defaults of those that were not. */
export function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

/** What a field says of the lists of its answer. */
interface Sizes {
  readonly fields: readonly string[];
  readonly size: number;
}

class Pricing {
  readonly #schema: GraphQLSchema;
  readonly #facts: CostFacts;
  readonly #fragments: PricedOperation['fragments'];
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #known = new Map<SelectionSetNode, Map<string, number>>();

  constructor({ schema, facts, fragments, operation, variables }: PricedOperation) {
    this.#schema = schema;
    this.#facts = facts;
    this.#fragments = fragments;
    this.#variables = withDefaults(operation, variables);
  }

  price(set: SelectionSetNode, type: GraphQLCompositeType, sizes?: Sizes): number {
    const known = this.#known.get(set) ?? new Map<string, number>();
    this.#known.set(set, known);
    const key = sizes ? `${type.name} ${sizes.size} ${sizes.fields.join(' ')}` : type.name;
    let price = known.get(key);
    if (price === undefined) {
      price = isObjectType(type)
        ? this.#onObject(set, type, sizes)
        : this.#schema
            .getPossibleTypes(type)
            .reduce((highest, each) => Math.max(highest, this.price(set, each, sizes)), 0);
      known.set(key, price);
    }
    return price;
  }

  #onObject(set: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes | undefined): number {
    let price = 0;
    for (const selection of set.selections) {
      if (this.#isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        price += this.#ofField(selection, type, sizes);
        continue;
      }
      const part = partOf(selection, this.#fragments);
      if (part && appliesTo(type, part, this.#schema)) price += this.price(part.selectionSet, type, sizes);
    }
    return price;
  }

  #ofField(node: FieldNode, type: GraphQLObjectType, sizes: Sizes | undefined): number {
    const name = node.name.value;
    const field = fieldOf(type, name);
    if (!field) return 0;
    const said = this.#facts.fields.get(`${type.name}.${name}`);
    const named = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const slice = said && this.#sliceOf(node, field, said);
    const size = sizes?.fields.includes(name) ? sizes.size : (slice ?? said?.assumedSize ?? DEFAULT_LIST_SIZE);
    const inner = said && said.sizedFields.length > 0 && !isList ? this.#sizesOf(said, slice) : undefined;
    const below = node.selectionSet && isCompositeType(named) ? this.price(node.selectionSet, named, inner) : 0;
    const each = (this.#facts.types.get(named.name) ?? (isCompositeType(named) ? 1 : 0)) + below;
    return (said?.weight ?? 0) + this.#ofArguments(node, field, said) + (isList ? size : 1) * each;
  }

  #sizesOf({ sizedFields, assumedSize }: FieldCost, slice: number | undefined): Sizes | undefined {
    const size = slice ?? assumedSize;
    return size === undefined ? undefined : { fields: sizedFields, size };
  }

  /** The largest of the slicing arguments that are given. */
  #sliceOf(node: FieldNode, field: GraphQLField<unknown, unknown>, said: FieldCost): number | undefined {
    const given = said.slicingArguments.flatMap((name) => {
      const argument = node.arguments?.find((each) => each.name.value === name);
      const value = argument
        ? this.#value(argument.value)
        : field.args.find((each) => each.name === name)?.defaultValue;
      return typeof value === 'number' ? [Math.max(0, value)] : [];
    });
    return given.length === 0 ? undefined : Math.max(...given);
  }

  #ofArguments(node: FieldNode, field: GraphQLField<unknown, unknown>, said: FieldCost | undefined): number {
    let price = 0;
    for (const { name, value } of node.arguments ?? []) {
      const argument = field.args.find((each) => each.name === name.value);
      if (!argument) continue;
      const weight = said?.argumentWeights.get(name.value) ?? 0;
      const isCostly = this.#facts.costlyInputs.has(getNamedType(argument.type).name);
      if (weight === 0 && !isCostly) continue;
      const given = this.#value(value);
      if (given === undefined || given === null) continue;
      price += weight + (isCostly ? this.#ofInput(given, argument.type) : 0);
    }
    return price;
  }

  /** What a value costs by the fields of inputs that it gives. */
  #ofInput(value: unknown, type: GraphQLInputType): number {
    if (value === undefined || value === null) return 0;
    if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + this.#ofInput(each, type), 0);
    const named = getNamedType(type);
    if (!isInputObjectType(named) || !this.#facts.costlyInputs.has(named.name) || typeof value !== 'object') return 0;
    return Object.values(named.getFields()).reduce((sum, { name, type: inner }) => {
      const given = (value as Readonly<Record<string, unknown>>)[name];
      if (given === undefined || given === null) return sum;
      return sum + (this.#facts.inputFields.get(`${named.name}.${name}`) ?? 0) + this.#ofInput(given, inner);
    }, 0);
  }

  #value(node: ValueNode): unknown {
    return valueFromASTUntyped(node, this.#variables);
  }

  #isLeftOut(node: SelectionNode): boolean {
    if (!node.directives || node.directives.length === 0) return false;
    try {
      return (
        getDirectiveValues(GraphQLSkipDirective, node, this.#variables)?.['if'] === true ||
        getDirectiveValues(GraphQLIncludeDirective, node, this.#variables)?.['if'] === false
      );
    } catch {
      // A condition without a value: the execution says so.
      return false;
    }
  }
}
