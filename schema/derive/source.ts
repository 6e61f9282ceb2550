/** The graph as it is written: reads the directives of schema/graph and takes them off, so that the rest of the derivation sees plain facts. */

import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';
import { STEWARDS, type StewardCode, type SubgraphName } from '../stewards.ts';

/** A type that has fields, as written. */
export type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What the directives of a field say. */
export interface FieldFacts {
  /** The field without our directives. */
  readonly node: FieldDefinitionNode;
  readonly identity: boolean;
  /** The stewards on whose types it returns their own type; `undefined`: never; `'all'`: all that keep what it returns. */
  readonly own: readonly StewardCode[] | 'all' | undefined;
  /** Who answers, where it is not the keeper of the type. */
  readonly by: SubgraphName | undefined;
  readonly contributors: readonly SubgraphName[];
  /** On an interface: the stewards on whose types others contribute. */
  readonly contributedOf: readonly StewardCode[] | undefined;
  /** Whether no client sees it. */
  readonly hidden: boolean;
  /** The read that the gateway makes before it asks for the field. */
  readonly brief: string | undefined;
}

/** What the directives of a type say. */
export interface TypeFacts {
  readonly node: FieldsNode;
  readonly fields: readonly FieldFacts[];
  readonly each: boolean;
  readonly value: boolean;
  readonly keeper: SubgraphName | undefined;
  readonly key: string | undefined;
  readonly connection: 'none' | 'plain' | 'merged';
}

/** The whole source, by subject. */
export interface Source {
  /** Objects and interfaces but the roots, by name. */
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly query: TypeFacts;
  /** Undefined where nothing can be changed. */
  readonly mutation: TypeFacts | undefined;
  /** Fields that one concrete type has beyond its interface, by the name of that type. */
  readonly extensions: ReadonlyMap<string, readonly FieldFacts[]>;
  /** Enums, inputs and scalars, by name. */
  readonly leaves: ReadonlyMap<string, DefinitionNode>;
}

const OWN_DIRECTIVES = new Set([
  'each',
  'identity',
  'own',
  'by',
  'key',
  'value',
  'connection',
  'contributed',
  'hidden',
  'brief',
]);
const OWN_ENUMS = new Set(['Subgraph', 'StewardCode']);

/** The directives of federation that say who may: they pass into the subgraphs as they are written. */
export const SECURITY_DIRECTIVES: readonly string[] = ['authenticated', 'requiresScopes'];

/** The directives of federation that say what a field costs: they too pass into the subgraphs, but not to where a field is only named. */
export const COST_DIRECTIVES: readonly string[] = ['cost', 'listSize'];

/** Reads the source. Throws with the name of the type or field where it is not well-formed. */
export function readSource(document: DocumentNode): Source {
  const types = new Map<string, TypeFacts>();
  const extensions = new Map<string, FieldFacts[]>();
  const leaves = new Map<string, DefinitionNode>();
  for (const node of document.definitions) {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        claim(types, node.name.value).set(node.name.value, typeFacts(node));
        break;
      case Kind.OBJECT_TYPE_EXTENSION:
        extensions.set(node.name.value, [...(extensions.get(node.name.value) ?? []), ...fieldFacts(node)]);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        if (!OWN_ENUMS.has(node.name.value)) claim(leaves, node.name.value).set(node.name.value, node);
        break;
      case Kind.DIRECTIVE_DEFINITION:
        break;
      default:
        throw new Error(`schema/graph holds a ${node.kind}, which the derivation does not know`);
    }
  }
  const query = types.get('Query');
  if (!query) throw new Error('schema/graph has no type Query');
  const mutation = types.get('Mutation');
  types.delete('Query');
  types.delete('Mutation');
  return { types, query, mutation, extensions, leaves };
}

function claim<T>(map: Map<string, T>, name: string): Map<string, T> {
  if (map.has(name)) throw new Error(`schema/graph defines ${name} twice`);
  return map;
}

function typeFacts(node: FieldsNode): TypeFacts {
  const connection = argumentsOf(node, 'connection');
  const keeper = argumentsOf(node, 'by');
  return {
    node: withoutOwnDirectives(node),
    fields: fieldFacts(node),
    each: argumentsOf(node, 'each') !== undefined,
    value: argumentsOf(node, 'value') !== undefined,
    keeper: keeper && subgraphOf(String(keeper['subgraph'])),
    key: argumentsOf(node, 'key')?.['fields'] as string | undefined,
    connection: connection === undefined ? 'none' : connection['merged'] === true ? 'merged' : 'plain',
  };
}

function fieldFacts(type: FieldsNode | ObjectTypeExtensionNode): FieldFacts[] {
  return (type.fields ?? []).map((node) => {
    const by = argumentsOf(node, 'by');
    const own = argumentsOf(node, 'own');
    const contributed = argumentsOf(node, 'contributed');
    return {
      node: withoutOwnDirectives(node),
      identity: argumentsOf(node, 'identity') !== undefined,
      own: own && ((own['of'] as StewardCode[] | undefined) ?? 'all'),
      by: by && subgraphOf(String(by['subgraph'])),
      contributors: ((contributed?.['by'] as string[] | undefined) ?? []).map(subgraphOf),
      contributedOf: contributed?.['of'] as StewardCode[] | undefined,
      hidden: argumentsOf(node, 'hidden') !== undefined,
      brief: argumentsOf(node, 'brief')?.['operation'] as string | undefined,
    };
  });
}

function subgraphOf(name: string): SubgraphName {
  if (name === 'DIRECTORY') return 'directory';
  const steward = STEWARDS.find(({ code }) => code === name);
  if (!steward) throw new Error(`No subgraph is called ${name}`);
  return steward.subgraph;
}

function argumentsOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): Record<string, unknown> | undefined {
  const directive = node.directives?.find((each) => each.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
  );
}

function withoutOwnDirectives<T extends FieldDefinitionNode | FieldsNode | InputObjectTypeDefinitionNode>(node: T): T {
  return { ...node, directives: (node.directives ?? []).filter(({ name }) => !OWN_DIRECTIVES.has(name.value)) };
}
