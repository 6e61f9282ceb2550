/** The graph written out: every concrete type, connection and paging argument that follows from the source, with who answers each field. */

import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { concreteType, KINDS, type SplitKind } from '../kinds.ts';
import { STEWARDS, type Steward, type SubgraphName } from '../stewards.ts';
import { pagedTypes, withPaging } from './paging.ts';
import { namedType } from './sdl-text.ts';
import { SECURITY_DIRECTIVES, type FieldFacts, type Source, type TypeFacts } from './source.ts';

/** A field of the written-out graph. */
export interface ModelField {
  readonly node: FieldDefinitionNode;
  /** `every`: answered by each subgraph from a table. */
  readonly by: SubgraphName | 'every';
  readonly contributors: readonly SubgraphName[];
  /** Whether no client sees it. */
  readonly hidden: boolean;
}

/** An object or interface of the written-out graph. */
export interface ModelType {
  readonly name: string;
  readonly description: string;
  readonly interfaces: readonly string[];
  readonly role: 'interface' | 'entity' | 'local' | 'value' | 'merged';
  /** Who keeps an entity or a local type. */
  readonly keeper: SubgraphName | undefined;
  /** The key field of an entity. */
  readonly key: string | undefined;
  readonly fields: readonly ModelField[];
  /** Fields of a concrete type beyond its interface: names. */
  readonly beyond: ReadonlySet<string>;
  /** Who may see it at all: the directives on the type. */
  readonly security: readonly ConstDirectiveNode[];
}

/** The written-out graph. */
export interface Model {
  readonly types: ReadonlyMap<string, ModelType>;
  /** The concrete types of each split interface. */
  readonly concretes: ReadonlyMap<string, readonly string[]>;
  readonly query: readonly ModelField[];
  readonly mutation: readonly ModelField[];
  readonly leaves: ReadonlyMap<string, DefinitionNode>;
}

/** Writes the source out. */
export function writeOut(source: Source): Model {
  const paged = pagedTypes(source);
  const field = (facts: FieldFacts, keeper: SubgraphName): ModelField => ({
    node: withPaging(facts.node, paged),
    by: facts.identity ? 'every' : (facts.by ?? keeper),
    contributors: facts.contributors,
    hidden: facts.hidden,
  });
  const types = new Map<string, ModelType>();
  const concretes = new Map<string, string[]>();
  for (const [name, facts] of source.types) {
    types.set(name, plainType(name, facts, field));
    if (facts.each) {
      if (!(name in KINDS)) throw new Error(`interface ${name} is @each, but schema/kinds.ts does not know it`);
      concretes.set(
        name,
        KINDS[name as SplitKind].keepers.map((code) => concreteType(name as SplitKind, byCode(code))),
      );
      for (const steward of ownTypesOf(name as SplitKind)) {
        const type = concrete(name as SplitKind, facts, steward, source, field);
        types.set(type.name, type);
      }
    }
    for (const type of connectionTypes(name, facts)) types.set(type.name, type);
  }
  for (const name of source.extensions.keys()) {
    if (!types.has(name)) throw new Error(`extend type ${name}: there is no such type`);
  }
  return {
    types,
    concretes,
    query: source.query.fields.map((facts) => field(facts, 'directory')),
    mutation: (source.mutation?.fields ?? []).map((facts) => field(facts, 'directory')),
    leaves: source.leaves,
  };
}

function byCode(code: string): Steward {
  return STEWARDS.find((steward) => steward.code === code) as Steward;
}

/** A pillar's own type comes from `Pillar`, so `Steward` has only the Community's to give. */
function ownTypesOf(kind: SplitKind): Steward[] {
  return KINDS[kind].keepers.map(byCode).filter((steward) => kind !== 'Steward' || steward.code === 'ASEAN');
}

type MakeField = (facts: FieldFacts, keeper: SubgraphName) => ModelField;

function plainType(name: string, facts: TypeFacts, field: MakeField): ModelType {
  const isInterface = facts.node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  if (!isInterface && !facts.value && !facts.keeper) throw new Error(`type ${name} has neither @value nor @by`);
  const security = securityOf(facts);
  if (isInterface && !facts.each && security.length > 0)
    throw new Error(`interface ${name} says who may see it, but no types are derived from it: say it on its types`);
  const keeper = facts.keeper ?? 'directory';
  return {
    name,
    description: describe(facts),
    interfaces: (facts.node.interfaces ?? []).map((each) => each.name.value),
    role: isInterface ? 'interface' : facts.value ? 'value' : facts.key ? 'entity' : 'local',
    keeper: isInterface || facts.value ? undefined : keeper,
    key: facts.key,
    fields: facts.fields.map((each) => field(each, keeper)),
    beyond: new Set(),
    // Composition takes it from the types behind an interface, and refuses it there.
    security: isInterface ? [] : security,
  };
}

function concrete(kind: SplitKind, facts: TypeFacts, steward: Steward, source: Source, field: MakeField): ModelType {
  const name = concreteType(kind, steward);
  const beyond = source.extensions.get(name) ?? [];
  const narrowed = facts.fields.map((each): FieldFacts => {
    const isContributed = !each.contributedOf || each.contributedOf.includes(steward.code);
    return { ...each, node: narrow(each, steward), contributors: isContributed ? each.contributors : [] };
  });
  return {
    name,
    description: describeConcrete(kind, facts, steward),
    interfaces: [...(facts.node.interfaces ?? []).map((each) => each.name.value), kind],
    role: 'entity',
    keeper: steward.subgraph,
    key: 'id',
    fields: [...narrowed, ...beyond].map((each) => field(each, steward.subgraph)),
    beyond: new Set(beyond.map(({ node }) => node.name.value)),
    security: securityOf(facts),
  };
}

function securityOf({ node }: TypeFacts): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter(({ name }) => SECURITY_DIRECTIVES.includes(name.value));
}

/** The field as the steward's own type has it: narrower where it says so and the steward keeps what it returns. */
function narrow({ node, own }: FieldFacts, steward: Steward): FieldDefinitionNode {
  const kind = namedType(node.type);
  if (own === undefined || (own !== 'all' && !own.includes(steward.code))) return node;
  if (!(kind in KINDS)) throw new Error(`@own on ${node.name.value}: ${kind} is no split kind`);
  if (!KINDS[kind as SplitKind].keepers.includes(steward.code)) return node;
  return { ...node, type: renamed(node.type, concreteType(kind as SplitKind, steward)) };
}

function renamed<T extends TypeNode>(type: T, name: string): T {
  if (type.kind === Kind.NAMED_TYPE) return { ...type, name: { ...type.name, value: name } };
  return { ...type, type: renamed(type.type, name) };
}

function describeConcrete(kind: SplitKind, facts: TypeFacts, { name }: Steward): string {
  if (kind === 'Steward') return `The ${name} as a whole: what belongs to no one pillar.`;
  if (kind === 'Pillar') return `The ${name}, one of the three pillars of the ASEAN Community.`;
  return `${describe(facts)} Kept by the ${name}.`;
}

function describe(facts: TypeFacts): string {
  const description = facts.node.description?.value;
  if (!description) throw new Error(`type ${facts.node.name.value} has no description`);
  return description;
}

function connectionTypes(name: string, { connection }: TypeFacts): ModelType[] {
  if (connection === 'none') return [];
  const type = (typeName: string, role: 'value' | 'merged', description: string, sdl: string): ModelType => ({
    name: typeName,
    description,
    interfaces: [],
    role,
    keeper: role === 'merged' ? 'directory' : undefined,
    key: role === 'merged' ? 'request' : undefined,
    fields: ((parse(`type T { ${sdl} }`).definitions[0] as ObjectTypeDefinitionNode).fields ?? []).map((node) => ({
      node,
      by: 'directory' as const,
      contributors: [],
      hidden: false,
    })),
    beyond: new Set(),
    security: [],
  });
  const page = `
    "The rows of the page, in the order of the list. A row is null, with an error, where its keeper does not answer."
    nodes: [${name}]! @listSize(assumedSize: 25)
    "The rows of the page, each with its cursor."
    edges: [${name}Edge!]! @listSize(assumedSize: 25)
    "Where the page stands in the list."
    pageInfo: PageInfo!
    "How many rows the whole list has, after the filter and whatever the page."
    totalCount: Int! @cost(weight: 1)`;
  const row = `
    "The row. Null, with an error, where its keeper does not answer."
    node: ${name}
    "Opaque: where the row stands in this list, filter and order. For \`after\` and \`before\`."
    cursor: String!`;
  const types = [
    type(`${name}Connection`, 'value', `One page of a list of ${name} records that one steward keeps.`, page),
    type(`${name}Edge`, 'value', `A row of a list of ${name} records, with its cursor.`, row),
  ];
  if (connection === 'merged') {
    const description = `One page of a list of ${name} records over all stewards: complete, or null with an error.`;
    types.push(type(`Merged${name}Connection`, 'merged', description, page));
  }
  return types;
}
