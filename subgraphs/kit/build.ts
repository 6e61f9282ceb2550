/** Builds a subgraph from its SDL, its kinds and its own resolvers; references, type names and contributions to merged lists follow from these. */

import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type DocumentNode } from 'graphql';
import { pageField, totalField } from '../../schema/derive/hidden.ts';
import {
  concreteType,
  isSingleKind,
  KINDS,
  keeps,
  SINGLE_KINDS,
  storedId,
  typeOfId,
  type EntityKind,
  type SplitKind,
} from '../../schema/kinds.ts';
import { stewardByCode, type StewardCode, type SubgraphName } from '../../schema/stewards.ts';
import type { ReadableCollection } from './collection.ts';
import { createContext, type Context } from './context.ts';
import { answerEntitiesAtOnce } from './entities.ts';
import { guarded } from './guard.ts';
import { after } from './later.ts';
import type { Kind } from './kind.ts';
import { readRequest } from './list/request.ts';
import type { ResolverMap } from './resolvers.ts';
import { SCALARS } from './scalars.ts';
import type { Subgraph } from './subgraph.ts';

/** What a subgraph is built from. */
export interface SubgraphParts {
  readonly name: SubgraphName;
  readonly kinds: readonly Kind[];
  readonly collections: readonly ReadableCollection[];
  /** Beyond those of the kinds; they win. */
  readonly resolvers: ResolverMap;
}

/** Builds it. Throws where a resolver answers for a type or field that the SDL does not have: a misspelt one would never be asked. */
export function buildSubgraph({ name, kinds, collections, resolvers }: SubgraphParts): Subgraph {
  const byKind = new Map(collections.map((collection) => [collection.entity, collection]));
  const typeDefs = parse(
    readFileSync(new URL(`../../schema/generated/subgraphs/${name}.graphql`, import.meta.url), 'utf8'),
  );
  const declared = fieldsByType(typeDefs);
  const all = merge([
    interfaceResolvers(declared),
    ...kinds.map((each) => kindResolvers(each, byKind)),
    ...kinds.map(({ collection }) => contribution(name, collection.entity, declared)),
    Object.fromEntries(Object.entries(SCALARS).filter(([type]) => declared.has(type))),
    resolvers,
  ]);
  for (const [type, fields] of Object.entries(all)) assertDeclared(type, fields, declared);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: guarded(all, typeDefs) as never }]);
  answerEntitiesAtOnce(schema);
  return { name, schema, createContext: (call) => createContext(name, byKind, call) };
}

type FieldsByType = ReadonlyMap<string, ReadonlySet<string>>;

function fieldsByType({ definitions }: DocumentNode): FieldsByType {
  return new Map(
    definitions.flatMap((node) =>
      'name' in node && node.name
        ? [[node.name.value, new Set('fields' in node ? node.fields?.map((field) => field.name.value) : [])]]
        : [],
    ),
  );
}

function assertDeclared(type: string, fields: ResolverMap[string], declared: FieldsByType): void {
  const known = declared.get(type);
  if (!known) throw new Error(`There are resolvers for ${type}, which the subgraph does not have`);
  if (fields === undefined || type in SCALARS) return;
  for (const field of Object.keys(fields)) {
    if (!field.startsWith('__') && !known.has(field))
      throw new Error(`There is a resolver for ${type}.${field}, which the subgraph does not have`);
  }
}

function merge(maps: readonly ResolverMap[]): ResolverMap {
  const merged: ResolverMap = {};
  for (const map of maps) {
    for (const [type, resolvers] of Object.entries(map)) {
      merged[type] = type in SCALARS ? resolvers : { ...merged[type], ...resolvers };
    }
  }
  return merged;
}

/** Own records and references name their type in one way: by the prefix of the id, where they do not say it. */
function interfaceResolvers(declared: FieldsByType): ResolverMap {
  const resolveType = (kind: SplitKind) => ({
    __resolveType: (value: { readonly __typename?: string; readonly id: string }) =>
      value.__typename ?? typeOfId(kind, value.id),
  });
  const here = (Object.keys(KINDS) as SplitKind[]).filter((kind) => declared.has(kind));
  return Object.fromEntries(here.map((kind) => [kind, resolveType(kind)]));
}

function kindResolvers(kind: Kind, collections: ReadonlyMap<EntityKind, ReadableCollection>): ResolverMap {
  const { entity } = kind.collection;
  const collection = collections.get(entity);
  const types = collection ? typesOf(entity, collection.stewards) : [];
  const own = { ...kind.resolvers, __resolveReference: resolveReference(entity) };
  return {
    ...kind.parts,
    ...Object.fromEntries(types.map((type) => [type, own])),
  };
}

function typesOf(entity: EntityKind, stewards: readonly StewardCode[]): string[] {
  if (isSingleKind(entity)) return [entity];
  return stewards
    .map(stewardByCode)
    .filter((steward) => keeps(steward, entity))
    .map((steward) => concreteType(entity, steward));
}

/** The record behind a representation, with what came with it: contributions of others travel in it. */
function resolveReference(entity: EntityKind) {
  const key = isSingleKind(entity) ? SINGLE_KINDS[entity].key : 'id';
  return (representation: Readonly<Record<string, unknown>>, context: Context) =>
    after(context.record(entity, storedId(entity, representation[key] as string)), (record) => {
      if (!record) return null;
      for (const field in representation)
        if (record[field] !== representation[field]) return { ...record, ...representation };
      return record;
    });
}

/** This subgraph's page of a merged list of the kind, where there is such a list. */
function contribution(subgraph: SubgraphName, entity: EntityKind, declared: FieldsByType): ResolverMap {
  const type = `Merged${entity}Connection`;
  if (!declared.has(type)) return {};
  type Parent = { readonly request: string };
  return {
    [type]: {
      __resolveReference: (representation: unknown) => representation,
      [pageField(subgraph)]: ({ request }: Parent, _args: unknown, context: Context) =>
        context.pages(entity).page(readRequest(request)),
      [totalField(subgraph)]: ({ request }: Parent, _args: unknown, context: Context) =>
        context.pages(entity).total(readRequest(request)),
    },
  };
}
