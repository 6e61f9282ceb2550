/** What a store that keeps its documents in this process answers at once, without a copy and without a promise. */

import type { Connection } from 'mongoose';

/** A document that the store goes on to use: nobody changes it. */
export type SharedDocument = Readonly<Record<string, unknown>>;

/** How documents are asked for. */
export interface MemoryQuery {
  /** Whole documents where they are left out. */
  readonly fields?: readonly string[] | undefined;
  readonly sort?: Readonly<Record<string, 1 | -1>> | undefined;
  /** All where it is left out. */
  readonly limit?: number | undefined;
}

/** One collection of such a store. It answers with what was last written, like a query. */
export interface CollectionMemory {
  /** The document with the id; undefined where there is none. */
  get(id: string): SharedDocument | undefined;
  /** The documents that meet a condition. */
  find(condition: Readonly<Record<string, unknown>>, query?: MemoryQuery): readonly SharedDocument[];
  /** What `make` makes of the collection alone, made again once the collection was written to. `sizeOf` says how many rows it counts for. */
  kept<T extends object>(key: string, make: () => T, sizeOf: (value: T) => number): T;
}

/** A database that can be asked so. */
interface DatabaseInMemory {
  memory(collection: string): CollectionMemory | undefined;
}

/**
 * The memory of a collection; undefined where its store is elsewhere, or another process writes to it. Under mongoose's `debug` it is
 * undefined too: whoever watches the queries sees each one.
 */
export function memoryOf(connection: Connection, collection: string): CollectionMemory | undefined {
  if (connection.get('debug') ?? connection.base.get('debug')) return undefined;
  const database: unknown = connection.db;
  return isInMemory(database) ? database.memory(collection) : undefined;
}

function isInMemory(database: unknown): database is DatabaseInMemory {
  return typeof database === 'object' && database !== null && 'memory' in database;
}
