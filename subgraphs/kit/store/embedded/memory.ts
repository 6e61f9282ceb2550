/** Answers of a collection without copies: frozen documents out of the cache, and what was made of them, kept until the next write. */

import { LRUCache } from 'lru-cache';
import type { CollectionMemory, MemoryQuery, SharedDocument } from '../memory.ts';
import type { Documents } from './documents.ts';
import { isFields, type StoredDocument } from './document.ts';
import { takeInFilter } from './filter.ts';
import { sortOf } from './options.ts';
import { readStored } from './read.ts';

/** How many answers are kept of one database, and how many rows they may have together. */
const KEPT_ANSWERS = 4_000;
const KEPT_ROWS = 20_000;

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
    this.#kept.set(place, { version, value }, { size: 1 + sizeOf(value) });
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
export function createMemory({ name, kept, read }: MemoryOptions): CollectionMemory {
  return {
    get: (id) =>
      read((documents) => {
        const document = documents.get(id);
        return document && frozen(document);
      }),
    find: (condition, query) => read((documents) => find(documents, condition, query)) ?? [],
    kept: (key, make, sizeOf) => kept.get(name, key, make, sizeOf),
  };
}

function find(
  documents: Documents,
  condition: Readonly<Record<string, unknown>>,
  { sort, limit = 0 }: MemoryQuery = {},
): SharedDocument[] {
  const request = { filter: takeInFilter(condition), sort: sortOf(sort), skip: 0, limit };
  return Array.from(readStored(documents, request, { keys: 0, documents: 0 }), frozen);
}

/** The same document, which nobody can change from here on. The store itself never changes one: it puts another in its place. */
function frozen(document: StoredDocument): StoredDocument {
  if (!Object.isFrozen(document)) freeze(document);
  return document;
}

function freeze(value: unknown): void {
  if (Array.isArray(value)) value.forEach(freeze);
  else if (isFields(value)) for (const field in value) freeze(value[field]);
  else return;
  Object.freeze(value);
}
