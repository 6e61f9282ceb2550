/**
 * What one request to a subgraph reads through: the memory of a store in this process, else a loader for each collection, so that
 * whatever is asked for many times is read once.
 */

import DataLoader from 'dataloader';
import type { EntityKind } from '../../schema/kinds.ts';
import type { SubgraphName } from '../../schema/stewards.ts';
import type { Condition, ReadableCollection, StoredRecord } from './collection.ts';
import { recordOf, valuesAt } from './document.ts';
import type { Later } from './later.ts';
import type { Call } from './subgraph.ts';
import { createKeptPages } from './list/kept-pages.ts';
import { createPageLoader, type PageLoader, type PageLoaderOptions } from './list/pages.ts';

/** The context of a request to a subgraph. What it gives is shared: nobody changes it. */
export interface Context extends Call {
  readonly subgraph: SubgraphName;
  /** Whether the subgraph has a collection of the kind. */
  has(kind: EntityKind): boolean;
  /** A record of this subgraph by its id; null where there is none. */
  record(kind: EntityKind, id: string): Later<StoredRecord | null>;
  /** The records whose `path` is or holds the value, in the order of `sort` (by id unless it says otherwise). */
  related(
    kind: EntityKind,
    path: string,
    value: string | number,
    sort?: readonly string[],
  ): Later<readonly StoredRecord[]>;
  /** All records that meet a condition, in the order of `sort`. For lists that are short by nature. */
  all(kind: EntityKind, condition?: Condition, sort?: readonly string[]): Later<readonly StoredRecord[]>;
  /** The pages of the lists of the kind. */
  pages(kind: EntityKind): PageLoader;
}

/** Makes the context of a request over the collections of a subgraph. */
export function createContext(
  subgraph: SubgraphName,
  collections: ReadonlyMap<EntityKind, ReadableCollection>,
  call: Call = {},
): Context {
  const { signal } = call;
  const records = memo((kind: EntityKind) => createRecordLoader(collectionOf(kind), signal));
  const relations = memo((key: string) => {
    const [kind, path, ...sort] = key.split(' ') as [EntityKind, string, ...string[]];
    return createRelationLoader(collectionOf(kind), path, sort, {
      signal,
      prime: (record) => records(kind).prime(record.id, record),
    });
  });
  const memories = memo((kind: EntityKind) => ({ memory: collectionOf(kind).memory?.() }));
  const pages = memo((kind: EntityKind) => {
    const collection = collectionOf(kind);
    const { memory } = memories(kind);
    const loader = createPageLoader(collection, {
      signal,
      prime: (record) => records(kind).prime(record.id, record),
    });
    return memory ? createKeptPages(collection, memory, loader) : loader;
  });
  function collectionOf(kind: EntityKind): ReadableCollection {
    const collection = collections.get(kind);
    if (!collection) throw new Error(`The subgraph ${subgraph} keeps no ${kind}`);
    return collection;
  }
  return {
    ...call,
    subgraph,
    has: (kind) => collections.has(kind),
    record: (kind, id) => {
      const { memory } = memories(kind);
      return memory ? memory.record(id) : records(kind).load(id);
    },
    related: (kind, path, value, sort = []) => {
      const { memory } = memories(kind);
      return memory ? memory.related(path, value, sort) : relations([kind, path, ...sort].join(' ')).load(value);
    },
    all: (kind, condition = {}, sort = []) => {
      const { memory } = memories(kind);
      if (memory) return memory.all(condition, sort);
      return find(collectionOf(kind), condition, sort, signal).then((found) => {
        for (const record of found) records(kind).prime(record.id, record);
        return found;
      });
    },
    pages,
  };
}

function createRecordLoader(
  collection: ReadableCollection,
  signal: AbortSignal | undefined,
): DataLoader<string, StoredRecord | null> {
  return new DataLoader(async (ids) => {
    const found = new Map(
      (await find(collection, { _id: { $in: [...ids] } }, [], signal)).map((record) => [record.id, record]),
    );
    return ids.map((id) => found.get(id) ?? null);
  });
}

function createRelationLoader(
  collection: ReadableCollection,
  path: string,
  sort: readonly string[],
  { signal, prime }: PageLoaderOptions,
): DataLoader<string | number, StoredRecord[]> {
  return new DataLoader(async (values) => {
    const found = await find(collection, { [path]: { $in: [...values] } }, sort, signal);
    const byValue = new Map<unknown, StoredRecord[]>(values.map((value) => [value, []]));
    for (const record of found) {
      prime(record);
      for (const value of new Set(valuesAt(record, path.split('.')))) byValue.get(value)?.push(record);
    }
    return values.map((value) => byValue.get(value) ?? []);
  });
}

async function find(
  { entity, model }: ReadableCollection,
  condition: Condition,
  sort: readonly string[],
  signal: AbortSignal | undefined,
): Promise<StoredRecord[]> {
  signal?.throwIfAborted();
  const order = Object.fromEntries([...sort, '_id'].map((path) => [path, 1 as const]));
  const documents = await model
    .find(condition as Record<string, unknown>)
    .sort(order)
    .lean();
  return documents.map((document) => recordOf(entity, document));
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
