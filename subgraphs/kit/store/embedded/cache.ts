/** Decoded documents kept for fast point reads, bounded by the length of their texts; the longest unread leave first. */

import type { StoredDocument } from './document.ts';

/** Length of text that the documents of one database may have together in its cache, in characters. */
export const CACHE_CHARACTERS = 8_000_000;

interface Entry {
  document: StoredDocument;
  size: number;
}

/** The cached documents of one collection, by the text of their id. */
export interface CollectionCache {
  /** The cached document, which the caller must not change. */
  get(id: string): StoredDocument | undefined;
  /** Keeps a document; `scanned` ones only while there is room, so that a scan drives nothing out. */
  set(id: string, document: StoredDocument, size: number, scanned?: boolean): void;
  delete(id: string): void;
  /** How many documents it has. */
  count(): number;
}

/** The cache of one database: its collections share the bound. */
export class DocumentCache {
  readonly #shelves = new Map<string, Shelf>();
  readonly #bound: number;
  size = 0;

  constructor(bound = CACHE_CHARACTERS) {
    this.#bound = bound;
  }

  /** The part of a collection. */
  of(collection: string): CollectionCache {
    const shelf = this.#shelves.get(collection) ?? new Shelf(this);
    this.#shelves.set(collection, shelf);
    return shelf;
  }

  /** Whether so much more would still be within the bound. */
  hasRoom(size: number): boolean {
    return this.size + size <= this.#bound;
  }

  /** Whether it is so full that the order of reading matters. */
  isFilling(): boolean {
    return this.size * 2 > this.#bound;
  }

  /** Lets documents go, of the largest collection first, until the bound holds. */
  trim(): void {
    while (this.size > this.#bound) {
      const largest = [...this.#shelves.values()].reduce((one, other) => (other.size > one.size ? other : one));
      largest.deleteOldest();
    }
  }

  clear(): void {
    for (const shelf of this.#shelves.values()) shelf.clear();
  }
}

class Shelf implements CollectionCache {
  readonly #entries = new Map<string, Entry>();
  readonly #cache: DocumentCache;
  size = 0;

  constructor(cache: DocumentCache) {
    this.#cache = cache;
  }

  get(id: string): StoredDocument | undefined {
    const entry = this.#entries.get(id);
    if (entry && this.#cache.isFilling()) {
      this.#entries.delete(id);
      this.#entries.set(id, entry);
    }
    return entry?.document;
  }

  set(id: string, document: StoredDocument, size: number, scanned = false): void {
    this.delete(id);
    if (scanned && !this.#cache.hasRoom(size)) return;
    this.#entries.set(id, { document, size });
    this.#grow(size);
    this.#cache.trim();
  }

  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#grow(-entry.size);
  }

  count(): number {
    return this.#entries.size;
  }

  deleteOldest(): void {
    for (const id of this.#entries.keys()) return this.delete(id);
  }

  clear(): void {
    this.#entries.clear();
    this.#grow(-this.size);
  }

  #grow(size: number): void {
    this.size += size;
    this.#cache.size += size;
  }
}
