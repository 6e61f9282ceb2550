/** What execution must know of a supergraph beyond its API: hidden types too, and who can only refer to an entity. */

import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type TypeDefinitionNode } from 'graphql';
import { fieldNamesOf } from './aliases.ts';

/** The facts of one supergraph. */
export interface SupergraphFacts {
  /** Whether an object type is, implements or belongs to the type of that name. */
  isA(objectType: string, type: string): boolean;
  /** The names of all fields, hidden ones too. */
  readonly fieldNames: ReadonlySet<string>;
  /** Whether the subgraph knows an entity type by its keys alone, so that what it refers to may not exist. */
  onlyRefers(subgraph: string, type: string): boolean;
}

/** Reads them. Throws where the text is no GraphQL. */
export function supergraphFacts(supergraphSdl: string): SupergraphFacts {
  return factsOf(parse(supergraphSdl, { noLocation: true }));
}

function factsOf(document: DocumentNode): SupergraphFacts {
  const subgraphOf = subgraphNames(document);
  const members = new Map<string, Set<string>>();
  const resolvable = new Map<string, Map<string, boolean>>();
  const addMember = (type: string, member: string) => {
    const known = members.get(type) ?? new Set();
    members.set(type, known.add(member));
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const { name } of node.types ?? []) addMember(node.name.value, name.value);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of node.interfaces ?? []) addMember(name.value, node.name.value);
    resolvable.set(node.name.value, resolvableIn(node, subgraphOf));
  }
  return {
    fieldNames: fieldNamesOf(document),
    isA: (objectType, type) => objectType === type || (members.get(type)?.has(objectType) ?? false),
    onlyRefers: (subgraph, type) => resolvable.get(type)?.get(subgraph) === false,
  };
}

/** The subgraphs by their values of the enum join__Graph. */
function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map(
    (graphs.values ?? []).map((value) => [
      value.name.value,
      String(argument(value.directives?.find(isNamed('join__graph')), 'name') ?? value.name.value),
    ]),
  );
}

/** For each subgraph that has the type by a key: whether one of its keys leads to the entity. */
function resolvableIn(node: TypeDefinitionNode, subgraphOf: ReadonlyMap<string, string>): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const directive of node.directives?.filter(isNamed('join__type')) ?? []) {
    const subgraph = subgraphOf.get(String(argument(directive, 'graph')));
    if (subgraph === undefined || argument(directive, 'key') === undefined) continue;
    found.set(subgraph, (found.get(subgraph) ?? false) || argument(directive, 'resolvable') !== false);
  }
  return found;
}

function isNamed(name: string): (directive: ConstDirectiveNode) => boolean {
  return (directive) => directive.name.value === name;
}

function argument(directive: ConstDirectiveNode | undefined, name: string): string | boolean | undefined {
  const value = directive?.arguments?.find((one) => one.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
}
