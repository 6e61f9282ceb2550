/** Random choices that a seed determines, so that what was found once is found again. */

/** Draws from one seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  chance(probability: number): boolean;
  /** One of them. Throws where there is none. */
  pick<T>(from: readonly T[]): T;
  /** Up to `most` of them, each at most once. */
  some<T>(from: readonly T[], most: number): T[];
}

/** The same seed draws the same (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    below: (count) => Math.floor(next() * count),
    chance: (probability) => next() < probability,
    pick(from) {
      if (from.length === 0) throw new Error('there is nothing to pick from');
      return from[random.below(from.length)] as (typeof from)[number];
    },
    some(from, most) {
      const left = [...from];
      const wanted = Math.min(most, left.length);
      return Array.from({ length: wanted }, () => left.splice(random.below(left.length), 1)).flat();
    },
  };
  return random;
}
