/** The shape of an answer, known from the operation and the schema before there are data: objects, lists and the columns in them. */

import {
  GraphQLError,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { CodedError } from '../../../schema/errors.ts';

/** A value of an answer that becomes a cell. */
export interface Leaf {
  readonly kind: 'leaf';
  /** The key in the answer. */
  readonly key: string;
  /** The name of the column. */
  readonly path: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** An object of an answer, or a list of them. */
export interface Branch {
  readonly kind: 'branch';
  readonly key: string;
  /** Begins the names of its columns; the root's is empty. */
  readonly path: string;
  /** All keys from the root, `nodes` and `edges.node` too. */
  readonly keys: readonly string[];
  readonly isList: boolean;
  /** It has pages: it is no record of its own. */
  readonly isConnection: boolean;
  readonly type: GraphQLCompositeType;
  /** The parts of the document that ask for it, with the field that each is; those for other types may have other arguments. Empty for the root. */
  readonly asked: readonly AskedField[];
  readonly below: readonly (Leaf | Branch)[];
}

/** A part of a document, with the field that it asks for. */
export interface AskedField {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** An operation with what is needed to read it. */
export interface ReadableOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** After coercion: they decide what is skipped. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The most columns and objects of a table. */
const MAX_PARTS = 2_000;

/** The shape. Throws `NOT_A_TABLE` where it has more parts than a table can have. */
export function shapeOf(readable: ReadableOperation): Branch {
  const type = readable.schema.getRootType(readable.operation.operation);
  if (!type) throw new GraphQLError('The schema has no such operation');
  const shaping = new Shaping(readable);
  const root = { kind: 'branch', key: '', path: '', keys: [], isList: false, isConnection: false, type } as const;
  const below = shaping.below(root, [{ set: readable.operation.selectionSet, type }]);
  return { ...root, asked: [], below };
}

interface Selected {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

interface Asked {
  readonly node: FieldNode;
  readonly parent: GraphQLCompositeType;
}

class Shaping {
  readonly #readable: ReadableOperation;
  #parts = 0;

  constructor(readable: ReadableOperation) {
    this.#readable = readable;
  }

  below(parent: Omit<Branch, 'below' | 'asked'>, selected: readonly Selected[]): (Leaf | Branch)[] {
    const byKey = new Map<string, Asked[]>();
    const visited = new Set<string>();
    for (const { set, type } of selected) this.#collect(set.selections, type, { byKey, visited });
    return [...byKey].flatMap(([key, asked]) => this.#part(parent, key, asked));
  }

  /** Whatever the type of an object is, its fields are columns: the conditions of fragments leave nothing out. */
  #collect(
    selections: readonly SelectionNode[],
    type: GraphQLCompositeType,
    found: { readonly byKey: Map<string, Asked[]>; readonly visited: Set<string> },
  ): void {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const asked = found.byKey.get(key) ?? [];
        found.byKey.set(key, [...asked, { node: selection, parent: type }]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (found.visited.has(selection.name.value)) continue;
        found.visited.add(selection.name.value);
      }
      const part =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#readable.fragments.get(selection.name.value);
      if (!part) continue;
      const condition = part.typeCondition && this.#readable.schema.getType(part.typeCondition.name.value);
      this.#collect(part.selectionSet.selections, isCompositeType(condition) ? condition : type, found);
    }
  }

  #isIncluded(selection: SelectionNode): boolean {
    const { variables } = this.#readable;
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
  }

  #part(parent: Omit<Branch, 'below' | 'asked'>, key: string, asked: readonly Asked[]): (Leaf | Branch)[] {
    const [first] = asked;
    const field = first && this.#fieldOf(first);
    if (!first || !field) return [];
    this.#parts += 1;
    if (this.#parts > MAX_PARTS)
      throw new CodedError('NOT_A_TABLE', `The operation asks for more than the ${MAX_PARTS} columns of a table`);
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return [{ kind: 'leaf', key, path: joined(parent.path, key), field }];
    const fields = asked.flatMap(({ node, parent }) => {
      const own = this.#fieldOf({ node, parent });
      return own ? [{ node, field: own }] : [];
    });
    const branch = {
      kind: 'branch',
      key,
      path: pathOf(parent, key, field),
      keys: [...parent.keys, key],
      isList: isListType(getNullableType(field.type)),
      isConnection: fields.every((each) => isConnection(getNamedType(each.field.type))),
      type,
    } as const;
    const selected = fields.flatMap(({ node, field: own }) => {
      const ownType = getNamedType(own.type);
      return node.selectionSet && isCompositeType(ownType) ? [{ set: node.selectionSet, type: ownType }] : [];
    });
    return [{ ...branch, asked: fields, below: this.below(branch, selected) }];
  }

  #fieldOf({ node, parent }: Asked): GraphQLField<unknown, unknown> | undefined {
    const { value: name } = node.name;
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (parent === this.#readable.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}

/** `nodes` and `edges.node` are where the rows of a connection are, and no part of a column's name. */
function pathOf(
  parent: Pick<Branch, 'path' | 'isConnection' | 'key' | 'isList'>,
  key: string,
  field: GraphQLField<unknown, unknown>,
): string {
  if (key === field.name) {
    if (key === 'nodes' && parent.isConnection) return parent.path;
    if (key === 'node' && parent.key === 'edges' && parent.isList) return parent.path.replace(/\.?edges$/, '');
  }
  return joined(parent.path, key);
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isConnection(type: GraphQLNamedOutputType): boolean {
  return (isObjectType(type) || isInterfaceType(type)) && 'pageInfo' in type.getFields();
}
