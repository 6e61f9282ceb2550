/** Decoded documents kept for fast point reads, bounded by the length of their texts; the least recently used leave first. */

import type { StoredDocument } from './document.ts';

/** Length of text that the documents of one database may have together in its cache, in characters. */
export const CACHE_CHARACTERS = 16_000_000;

/** The cache of one database: its collections share the bound. */
export class DocumentCache {
  readonly #entries = new Map<string, { document: StoredDocument; size: number }>();
  readonly #bound: number;
  #size = 0;

  constructor(bound = CACHE_CHARACTERS) {
    this.#bound = bound;
  }

  /** The cached document, which the caller must not change. */
  get(key: string): StoredDocument | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (this.#size * 2 > this.#bound) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry.document;
  }

  /** Keeps a document of this size; `scanned` ones only while there is room, so that a scan drives nothing out. */
  set(key: string, document: StoredDocument, size: number, scanned = false): void {
    if (scanned && this.#size + size > this.#bound) return;
    this.delete(key);
    this.#entries.set(key, { document, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#bound) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#size -= entry.size;
  }

  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
