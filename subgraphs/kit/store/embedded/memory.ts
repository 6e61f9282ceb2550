/** Answers of a collection without copies: the documents of the cache themselves, and what was made of them, kept until the next write. */

import { LRUCache } from 'lru-cache';
import type { CollectionMemory, MemoryQuery, SharedDocument } from '../memory.ts';
import type { Documents } from './documents.ts';
import { takeInFilter } from './filter.ts';
import { sortOf } from './options.ts';
import { projectionOf } from './projection.ts';
import { read, readStored } from './read.ts';

/** How many answers are kept of one database, and how many rows they may have together. */
const KEPT_ANSWERS = 4_000;
const KEPT_ROWS = 20_000;
/** So long a key, in characters, counts as a row. */
const ROW_CHARACTERS = 200;

interface Kept {
  readonly version: number;
  readonly value: object;
}

/** What is kept of one database; whatever was made before a write to its collection is made again. */
export class KeptAnswers {
  readonly #kept = new LRUCache<string, Kept>({ max: KEPT_ANSWERS, maxSize: KEPT_ROWS });
  readonly #versions = new Map<string, number>();

  get<T extends object>(collection: string, key: string, make: () => T, sizeOf: (value: T) => number): T {
    const version = this.#versions.get(collection) ?? 0;
    const place = `${collection}\n${key}`;
    const known = this.#kept.get(place);
    if (known?.version === version) return known.value as T;
    const value = make();
    this.#kept.set(place, { version, value }, { size: 1 + sizeOf(value) + Math.floor(key.length / ROW_CHARACTERS) });
    return value;
  }

  /** Told of each write. */
  touch(collection: string): void {
    this.#versions.set(collection, (this.#versions.get(collection) ?? 0) + 1);
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** What the memory of a collection is made of. */
export interface MemoryOptions {
  readonly name: string;
  readonly kept: KeptAnswers;
  /** Runs something that reads the collection; undefined where it was never written to. */
  read<T>(work: (documents: Documents) => T): T | undefined;
}

/** The memory of one collection. */
export function createMemory({ name, kept, read: within }: MemoryOptions): CollectionMemory {
  return {
    get: (id) => within((documents) => documents.get(id)),
    find: (condition, query) => within((documents) => find(documents, condition, query)) ?? [],
    kept: (key, make, sizeOf) => kept.get(name, key, make, sizeOf),
  };
}

function find(
  documents: Documents,
  condition: Readonly<Record<string, unknown>>,
  { fields, sort, limit = 0 }: MemoryQuery = {},
): SharedDocument[] {
  const request = { filter: takeInFilter(condition), sort: sortOf(sort), skip: 0, limit };
  const examined = { keys: 0, documents: 0 };
  if (!fields) return [...readStored(documents, request, examined)];
  const projection = projectionOf(Object.fromEntries(fields.map((field) => [field, 1])));
  return [...read(documents, request, projection, examined)];
}
