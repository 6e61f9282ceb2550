/** What is kept under texts that clients choose, or that are made of them. */

import { LRUCache } from 'lru-cache';

/** How much is kept; the least recently used goes first. */
export interface KeptTextsOptions {
  readonly most: number;
  /** All texts together: how much memory an entry takes grows with its text, and a text may be as long as a body. */
  readonly characters: number;
}

/** An empty cache. An entry counts as long as its text, or as its `size` where it is set with one; one that is too long is not kept. */
export function keptTexts<T extends object | number>({ most, characters }: KeptTextsOptions): LRUCache<string, T> {
  return new LRUCache({ max: most, maxSize: characters, sizeCalculation: (_, { length }) => Math.max(1, length) });
}
