/**
 * Writes what was resolved as a document selects it, by functions made once for the document: response keys, fragments, type names.
 * For values that hold all that is asked of them; whatever is not so ends the attempt, and is left to who executes GraphQL.
 */

import {
  defaultFieldResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Thrown where a document or a value is beyond what is written here. */
export const BEYOND = new Error('this is left to who executes GraphQL');

/** Writes one value. Throws `BEYOND`, or what the serialisation of a scalar throws. */
export type Write = (value: unknown) => unknown;

/** What documents are read with. */
export interface WriterOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What writes the values of a field. Throws `BEYOND` where the selection depends on variables or on resolvers. */
export function createWrite(type: GraphQLOutputType, nodes: readonly FieldNode[], options: WriterOptions): Write {
  if (isNonNullType(type)) {
    const write = createWrite(type.ofType, nodes, options);
    return (value) => write(value) ?? beyond();
  }
  if (isListType(type)) {
    const write = createWrite(type.ofType, nodes, options);
    return orNull((value) => (Array.isArray(value) ? value.map(write) : beyond()));
  }
  if (isLeafType(type)) return orNull((value) => type.serialize(value));
  return orNull(createWriteObject(type, nodes, options));
}

/** The fields that a selection asks of an object of the type, by response key in their order. */
export function collect(
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
  type: GraphQLObjectType,
  { schema, fragments }: WriterOptions,
): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const visit = (set: FieldNode['selectionSet']): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.directives && selection.directives.length > 0) beyond();
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        found.set(key, [...(found.get(key) ?? []), selection]);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = part?.typeCondition && schema.getType(part.typeCondition.name.value);
      const applies =
        !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
      if (applies) visit(part?.selectionSet);
    }
  };
  for (const { selectionSet } of nodes) visit(selectionSet);
  return found;
}

/** Writes objects of the type, each by its own type. */
export function createWriteObject(
  type: GraphQLCompositeType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
  options: WriterOptions,
): Write {
  if (isObjectType(type)) return createWriteFields(type, nodes, options);
  const byType = new Map(
    options.schema.getPossibleTypes(type).map((each) => [each.name, createWriteFields(each, nodes, options)]),
  );
  return (value) => {
    const write = byType.get((value as { readonly __typename?: string }).__typename ?? '');
    return write ? write(value) : beyond();
  };
}

function createWriteFields(
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
  options: WriterOptions,
): Write {
  const fields = [...collect(nodes, type, options)].map(([key, own]) => {
    const name = own[0]?.name.value ?? key;
    if (name === '__typename') return { key, name, write: () => type.name };
    const field = type.getFields()[name];
    if (!field || (field.resolve && field.resolve !== defaultFieldResolver)) return beyond();
    return { key, name, write: createWrite(field.type, own, options) };
  });
  return (value) => {
    if (typeof value !== 'object' || value === null) return beyond();
    const written: Record<string, unknown> = {};
    for (const { key, name, write } of fields) written[key] = write((value as Record<string, unknown>)[name]);
    return written;
  };
}

function orNull(write: Write): Write {
  return (value) => (value === null || value === undefined ? null : write(value));
}

function beyond(): never {
  throw BEYOND;
}
