/** Builds a subgraph from its SDL, its kinds and its own resolvers; references, type names and contributions to merged lists follow from these. */

import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pageField, totalField } from '../../schema/derive/hidden.ts';
import {
  concreteType,
  isSingleKind,
  KINDS,
  keeps,
  SINGLE_KINDS,
  typeOfId,
  type EntityKind,
  type SplitKind,
} from '../../schema/kinds.ts';
import { stewardByCode, type StewardCode, type SubgraphName } from '../../schema/stewards.ts';
import type { Collection } from './collection.ts';
import { createContext, type Context } from './context.ts';
import type { Kind } from './kind.ts';
import { readRequest } from './list/request.ts';
import { storedId } from './reference.ts';
import type { ResolverMap } from './resolvers.ts';
import { SCALARS } from './scalars.ts';
import type { Subgraph } from './subgraph.ts';

/** What a subgraph is built from. */
export interface SubgraphParts {
  readonly name: SubgraphName;
  readonly kinds: readonly Kind[];
  readonly collections: readonly Collection[];
  /** Beyond those of the kinds; they win. */
  readonly resolvers: ResolverMap;
}

/** Builds it. Throws where a resolver answers for a type or field that the SDL does not have. */
export function buildSubgraph({ name, kinds, collections, resolvers }: SubgraphParts): Subgraph {
  const byKind = new Map(collections.map((collection) => [collection.entity, collection]));
  const typeDefs = parse(
    readFileSync(new URL(`../../schema/generated/subgraphs/${name}.graphql`, import.meta.url), 'utf8'),
  );
  const schema = buildSubgraphSchema([
    {
      typeDefs,
      resolvers: merge([
        interfaceResolvers(),
        ...kinds.map((each) => kindResolvers(each, byKind)),
        SCALARS,
        resolvers,
      ]) as never,
    },
  ]);
  return { name, schema, createContext: () => createContext(name, byKind) };
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
function interfaceResolvers(): ResolverMap {
  const resolveType = (kind: SplitKind) => ({
    __resolveType: (value: { readonly __typename?: string; readonly id: string }) =>
      value.__typename ?? typeOfId(kind, value.id),
  });
  return Object.fromEntries((Object.keys(KINDS) as SplitKind[]).map((kind) => [kind, resolveType(kind)]));
}

function kindResolvers(kind: Kind, collections: ReadonlyMap<EntityKind, Collection>): ResolverMap {
  const { entity } = kind.collection;
  const collection = collections.get(entity);
  const types = collection ? typesOf(entity, collection.stewards) : [];
  const own = { ...kind.resolvers, __resolveReference: resolveReference(entity) };
  return {
    ...kind.parts,
    ...Object.fromEntries(types.map((type) => [type, own])),
    ...(collection?.list && !isSingleKind(entity) && entity !== 'Stake'
      ? { [`Merged${entity}Connection`]: contribution(entity) }
      : {}),
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
  return async (representation: Readonly<Record<string, unknown>>, context: Context) => {
    const record = await context.record(entity, storedId(entity, representation[key] as string));
    return record && { ...record, ...representation };
  };
}

/** This subgraph's page of a merged list. */
function contribution(entity: EntityKind): Record<string, unknown> {
  type Parent = { readonly request: string };
  const of =
    <T>(answer: (parent: Parent, context: Context) => T) =>
    (parent: Parent, _args: unknown, context: Context) =>
      answer(parent, context);
  const page = of(({ request }, context) => context.pages(entity).page(readRequest(request)));
  const total = of(({ request }, context) => context.pages(entity).total(readRequest(request)));
  const names = ['apsc', 'aec', 'ascc'] as const;
  return {
    __resolveReference: (representation: unknown) => representation,
    ...Object.fromEntries(
      names.flatMap((name) => [
        [pageField(name), page],
        [totalField(name), total],
      ]),
    ),
  };
}
