/** The shape of an answer, from the client's operation: which keys each object has, in which order, by its type. Made as far as it is looked at. */

import {
  getDirectiveValues,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { clientKey } from './aliases.ts';

/** A value of an answer. */
export type Shape = LeafShape | ListShape | ObjectShape;

/** A scalar or an enum. */
export interface LeafShape {
  readonly kind: 'leaf';
  readonly isNonNull: boolean;
  /** Of an enum: the values that clients may see. */
  readonly values: ReadonlySet<unknown> | undefined;
}

/** A list. */
export interface ListShape {
  readonly kind: 'list';
  readonly isNonNull: boolean;
  readonly item: Shape;
}

/** An object. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly isNonNull: boolean;
  readonly selected: SelectedObject;
}

/** What is selected of an object, whether or not it may be null. */
export interface SelectedObject {
  /** A number of its own within the answer. */
  readonly id: number;
  readonly type: GraphQLCompositeType;
  /** The types that the object may have; one for a concrete type. */
  readonly possible: readonly string[];
  /** Its fields by its type; without a type those that any has. Undefined for a type that the object cannot have. */
  fields(type: string | undefined): readonly FieldShape[] | undefined;
}

/** A field of an object. */
export interface FieldShape {
  /** Its key in the client's answer. */
  readonly key: string;
  /** Its key in the data that were fetched. */
  readonly dataKey: string;
  readonly name: string;
  readonly shape: Shape;
  /** `type`: the name of the object's type; `introspection`: of the schema, not of the data. */
  readonly source: 'data' | 'type' | 'introspection';
  readonly nodes: readonly FieldNode[];
}

/** What the shape depends on. */
export interface ShapeOptions {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The values of the variables on which `@skip` and `@include` depend. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** The shape of the whole answer. */
export function shapeOf(options: ShapeOptions): SelectedObject {
  const root = options.schema.getRootType(options.operation.operation);
  if (!root) throw new Error(`The schema has no ${options.operation.operation}`);
  return new Shapes(options).select([options.operation.selectionSet], root);
}

type Nodes = readonly [FieldNode, ...FieldNode[]];
type Collected = Map<string, [FieldNode, ...FieldNode[]]>;

class Shapes {
  readonly #options: ShapeOptions;
  readonly #known = new Map<string, SelectedObject>();
  readonly #setIds = new Map<SelectionSetNode, number>();

  constructor(options: ShapeOptions) {
    this.#options = options;
  }

  /** The same selections of the same type are one. */
  select(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): SelectedObject {
    const key = `${type.name} ${sets.map((set) => this.#idOf(set)).join(' ')}`;
    let selected = this.#known.get(key);
    if (!selected) {
      selected = this.#selected(this.#known.size, sets, type);
      this.#known.set(key, selected);
    }
    return selected;
  }

  #selected(id: number, sets: readonly SelectionSetNode[], type: GraphQLCompositeType): SelectedObject {
    const { schema } = this.#options;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
    const byType = new Map<string, readonly FieldShape[] | undefined>();
    return {
      id,
      type,
      possible,
      fields: (name = type.name) => {
        if (!byType.has(name)) {
          const named = name === type.name ? type : possible.includes(name) ? schema.getType(name) : undefined;
          byType.set(name, isCompositeType(named) ? this.#fields(sets, named) : undefined);
        }
        return byType.get(name);
      },
    };
  }

  #idOf(set: SelectionSetNode): number {
    const id = this.#setIds.get(set) ?? this.#setIds.size;
    this.#setIds.set(set, id);
    return id;
  }

  #fields(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): FieldShape[] {
    const collected: Collected = new Map();
    const visited = new Set<SelectionSetNode>();
    for (const set of sets) this.#collect(set, type, collected, visited);
    return [...collected].flatMap(([key, nodes]) => this.#field(key, nodes, type) ?? []);
  }

  /** Each fragment once, however often it is spread. */
  #collect(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    collected: Collected,
    visited: Set<SelectionSetNode>,
  ): void {
    if (visited.has(set)) return;
    visited.add(set);
    for (const selection of set.selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = collected.get(key);
        if (known) known.push(selection);
        else collected.set(key, [selection]);
        continue;
      }
      const part =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#options.fragments.get(selection.name.value);
      if (part && this.#applies(part.typeCondition?.name.value, type))
        this.#collect(part.selectionSet, type, collected, visited);
    }
  }

  #isIncluded(selection: SelectionNode): boolean {
    if (!selection.directives || selection.directives.length === 0) return true;
    const { conditions } = this.#options;
    if (getDirectiveValues(GraphQLSkipDirective, selection, conditions)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, conditions)?.['if'] !== false;
  }

  #applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#options.schema.getType(condition);
    return isAbstractType(wanted) && !isUnion(type) && this.#options.schema.isSubType(wanted, type);
  }

  #field(dataKey: string, nodes: Nodes, type: GraphQLCompositeType): FieldShape | undefined {
    const name = nodes[0].name.value;
    const key = clientKey(nodes[0]);
    if (name === '__typename') return { key, dataKey, name, nodes, source: 'type', shape: TYPE_NAME };
    if (name.startsWith('__')) return { key, dataKey, name, nodes, source: 'introspection', shape: ANY };
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    return field && { key, dataKey, name, nodes, source: 'data', shape: this.#shape(field.type, nodes) };
  }

  #shape(type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape {
    const isNonNull = isNonNullType(type);
    const nullable = getNullableType(type);
    if (isListType(nullable)) return { kind: 'list', isNonNull, item: this.#shape(nullable.ofType, nodes) };
    if (isCompositeType(nullable)) {
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      return { kind: 'object', isNonNull, selected: this.select(sets, nullable) };
    }
    const values = isEnumType(nullable) ? valuesOf(nullable) : undefined;
    return { kind: 'leaf', isNonNull, values };
  }
}

const VALUES = new WeakMap<GraphQLEnumType, ReadonlySet<string>>();

/** One set for each type: what is compiled for it is compiled once. */
function valuesOf(type: GraphQLEnumType): ReadonlySet<string> {
  let values = VALUES.get(type);
  if (!values) VALUES.set(type, (values = new Set(type.getValues().map(({ name }) => name))));
  return values;
}

const TYPE_NAME: LeafShape = { kind: 'leaf', isNonNull: true, values: undefined };
const ANY: LeafShape = { kind: 'leaf', isNonNull: false, values: undefined };

function isUnion(type: GraphQLCompositeType): type is Exclude<GraphQLCompositeType, { getFields(): unknown }> {
  return !('getFields' in type);
}
