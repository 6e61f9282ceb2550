/** The shape of a supergraph, read from its AST in one pass: types, fields, which objects stand behind an interface or union, and what directives demand. */

import {
  Kind,
  type OperationTypeNode,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { securityNames } from '../../schema/security.ts';
import { demandsOf, type Demand } from '../../subgraphs/kit/demands.ts';

/** A field. */
export interface FieldShape {
  /** The type of its values, behind lists and non-null marks. */
  readonly type: string;
  readonly demands: readonly Demand[];
  /** What subgraphs are handed to answer it: selections on its own type, and on others by the name of a context. */
  readonly inputs: readonly FieldInput[];
}

/** A selection that a field needs; `context` undefined: on the type of the field. */
export interface FieldInput {
  readonly context: string | undefined;
  readonly selection: string;
}

/** A type. */
export interface TypeShape {
  readonly demands: readonly Demand[];
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly isInterface: boolean;
  readonly interfaces: readonly string[];
  /** The objects that a value of the type may be: of an object, itself. */
  readonly possible: ReadonlySet<string>;
}

/** The shape. */
export interface Shape {
  readonly types: ReadonlyMap<string, TypeShape>;
  readonly roots: Readonly<Partial<Record<OperationTypeNode, string>>>;
  /** The types that set a context, by its name. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}

/** Reads the shape. Throws an UnenforcedFeatureError where the supergraph has a security feature that is not enforced. */
export function shapeOf(supergraph: DocumentNode): Shape {
  const names = securityNames(supergraph);
  const possible = possibleTypes(supergraph.definitions);
  const types = new Map<string, TypeShape>();
  const contexts = new Map<string, string[]>();
  let roots: Shape['roots'] = {};
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.SCHEMA_DEFINITION)
      roots = Object.fromEntries(node.operationTypes.map(({ operation, type }) => [operation, type.name.value]));
    if (!isType(node)) continue;
    const name = node.name.value;
    types.set(name, {
      demands: demandsOf(node.directives, names),
      fields: new Map(
        ('fields' in node ? node.fields : [])?.map((field) => [
          field.name.value,
          { type: named(field.type), demands: demandsOf(field.directives, names), inputs: inputsOf(field) },
        ]),
      ),
      isInterface: node.kind === Kind.INTERFACE_TYPE_DEFINITION,
      interfaces: 'interfaces' in node ? (node.interfaces ?? []).map((each) => each.name.value) : [],
      possible: possible.get(name) ?? new Set(),
    });
    for (const directive of node.directives ?? []) {
      if (directive.name.value !== 'context') continue;
      const context = String(argumentsOf(directive)['name']);
      contexts.set(context, [...(contexts.get(context) ?? []), name]);
    }
  }
  return { types, roots, contexts };
}

function possibleTypes(definitions: readonly DefinitionNode[]): ReadonlyMap<string, Set<string>> {
  const possible = new Map<string, Set<string>>();
  const add = (type: string, object: string) => possible.set(type, (possible.get(type) ?? new Set()).add(object));
  for (const node of definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const member of node.types ?? []) add(node.name.value, member.name.value);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    add(node.name.value, node.name.value);
    for (const each of node.interfaces ?? []) add(each.name.value, node.name.value);
  }
  return possible;
}

type TypeNodes = Extract<
  DefinitionNode,
  {
    kind:
      | 'ObjectTypeDefinition'
      | 'InterfaceTypeDefinition'
      | 'UnionTypeDefinition'
      | 'ScalarTypeDefinition'
      | 'EnumTypeDefinition';
  }
>;

function isType(node: DefinitionNode): node is TypeNodes {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION ||
    node.kind === Kind.SCALAR_TYPE_DEFINITION ||
    node.kind === Kind.ENUM_TYPE_DEFINITION
  );
}

/** By the arguments of `@join__field`: `requires`, and the selections of `contextArguments`. */
function inputsOf({ directives = [] }: FieldDefinitionNode): FieldInput[] {
  return directives
    .filter(({ name, arguments: given }) => name.value === 'join__field' && given && given.length > 1)
    .map(argumentsOf)
    .flatMap(({ requires, contextArguments }) => {
      const contexts = Array.isArray(contextArguments) ? (contextArguments as Record<string, string>[]) : [];
      return [
        ...(typeof requires === 'string' ? [{ context: undefined, selection: `{ ${requires} }` }] : []),
        ...contexts.map(({ context, selection = '' }) => ({ context, selection })),
      ];
    });
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
