/**
 * The same operations and the same supergraph in a form that every gateway can plan. Hive's refuse two things in the graph as it is: to select
 * through an interface what its types keep in several subgraphs, and the bodies of stakes, whose type several subgraphs share. So the fields
 * of interfaces are asked of each of their types, and the bodies of stakes have a type for each pillar. The answers are the same.
 */

import {
  buildASTSchema,
  isInterfaceType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** Its field holds a list of what several subgraphs share. */
const HOLDER = 'Stake';
const FIELD = 'bodies';
const SHARED = 'StakeBody';

/** The operation with the fields of interfaces asked of each of their types. */
export function spelledOut(operation: string, apiSdl: string): string {
  const schema = buildASTSchema(parse(apiSdl));
  const types = new TypeInfo(schema);
  return print(
    visit(
      parse(operation),
      visitWithTypeInfo(types, {
        SelectionSet: {
          enter(set) {
            const type = types.getParentType();
            if (!isInterfaceType(type)) return undefined;
            return {
              ...set,
              selections: schema.getPossibleTypes(type).map(({ name }) => ({
                kind: Kind.INLINE_FRAGMENT,
                typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
                selectionSet: set,
              })),
            };
          },
        },
      }),
    ),
  );
}

/** The supergraph with a type of the bodies of stakes for each pillar, and interfaces without what only some subgraphs have of them. */
export function divided(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const shared = document.definitions.find(
    (one) => isObject(one) && one.name.value === SHARED,
  ) as ObjectTypeDefinitionNode;
  const own: DefinitionNode[] = [];
  const definitions = document.definitions.map((one) => {
    if (one.kind === Kind.INTERFACE_TYPE_DEFINITION) return kept(one);
    if (!isObject(one) || !one.interfaces?.some(({ name }) => name.value === HOLDER)) return one;
    const name = `${one.name.value}Body`;
    const fields = one.fields?.map((field) => (field.name.value === FIELD ? withType(field, name) : field)) ?? [];
    const graph = /graph: (\w+)/.exec(
      print(fields.find((field) => field.name.value === FIELD) as FieldDefinitionNode),
    )?.[1];
    own.push({
      ...shared,
      name: { kind: Kind.NAME, value: name },
      directives: shared.directives?.filter((directive) => print(directive).includes(`graph: ${graph}`)) ?? [],
    });
    return { ...one, fields };
  });
  return print({ ...document, definitions: [...definitions, ...own] });
}

function isObject(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION;
}

/** Of an interface what every subgraph has of it. */
function kept(type: InterfaceTypeDefinitionNode): InterfaceTypeDefinitionNode {
  const fields = type.fields?.filter(({ directives }) => !directives?.some(({ name }) => name.value === 'join__field'));
  return { ...type, fields: fields ?? [] };
}

function withType(field: FieldDefinitionNode, name: string): FieldDefinitionNode {
  const renamed = (type: TypeNode): TypeNode =>
    visit(type, { NamedType: (node) => ({ ...node, name: { ...node.name, value: name } }) });
  return { ...field, type: renamed(field.type) };
}
