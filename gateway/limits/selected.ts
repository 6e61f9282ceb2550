/** What a selection selects of a type: its fields, those of introspection included, and the parts that apply to it. */

import {
  isAbstractType,
  isCompositeType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
} from 'graphql';

const META_FIELDS: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
};

/** The field of that name; what is asked of the schema counts like all else. */
export function fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  return type.getFields()[name] ?? META_FIELDS[name];
}

/** The fragment that stands there, or that is spread there; undefined where the document has none of the name. */
export function partOf(
  selection: InlineFragmentNode | FragmentSpreadNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): InlineFragmentNode | FragmentDefinitionNode | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
}

/** The type of what a fragment selects that stands in a selection of `type`. */
export function typeWithin(
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): GraphQLCompositeType {
  const condition = typeCondition && schema.getType(typeCondition.name.value);
  return isCompositeType(condition) ? condition : type;
}

/** Whether a fragment is of the type, or of an interface or union that it belongs to. */
export function appliesTo(
  type: GraphQLObjectType,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  schema: GraphQLSchema,
): boolean {
  const condition = typeCondition?.name.value;
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
