/** What documents come to, whatever their order: how many a collection has, and a sum that tells two sets of them apart. */

import { createHash } from 'node:crypto';

/** One collection: its documents, and the sum of their SHA-256 hashes, modulo 2^256. */
export interface Tally {
  readonly count: number;
  readonly sum: bigint;
}

/** Collections by name; those without documents are left out. */
export type Tallies = ReadonlyMap<string, Tally>;

/** Adds documents up. */
export interface TallyCounter {
  add(collection: string, text: string): void;
  readonly tallies: Tallies;
}

const LOW_256_BITS = (1n << 256n) - 1n;

/** A counter at zero. Stores order documents each in its own way, so the sum does not depend on the order. */
export function createTallyCounter(): TallyCounter {
  const tallies = new Map<string, Tally>();
  return {
    tallies,
    add(collection, text) {
      const { count, sum } = tallies.get(collection) ?? { count: 0, sum: 0n };
      const hash = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
      tallies.set(collection, { count: count + 1, sum: (sum + hash) & LOW_256_BITS });
    },
  };
}

/** How two sets differ, in words that name a collection; undefined where they are the same. */
export function difference(found: Tallies, expected: Tallies): string | undefined {
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [one, other] = [found.get(name), expected.get(name)];
    if (one?.count !== other?.count) return `${name} has ${one?.count ?? 0} documents and not ${other?.count ?? 0}`;
    if (one?.sum !== other?.sum) return `documents of ${name} are others`;
  }
  return undefined;
}

/** How many documents there are in all. */
export function total(tallies: Tallies): number {
  return [...tallies.values()].reduce((sum, { count }) => sum + count, 0);
}

/** The counts in words: `bodies 86, datasets 1`. */
export function counted(tallies: Tallies): string {
  return [...tallies].map(([name, { count }]) => `${name} ${count}`).join(', ');
}
