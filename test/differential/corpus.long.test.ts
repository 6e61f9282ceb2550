/** The random operations of `corpus.test.ts`, ten times as many and others at each run. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPair, type Pair } from './corpus.ts';

const OPERATIONS = 2_000;
const BATCHES = 10;
const SEED = Math.floor(Date.now() / 1_000);

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

test.for(Array.from({ length: BATCHES }, (_, batch) => SEED + (batch * OPERATIONS) / BATCHES))(
  `as stock: ${OPERATIONS / BATCHES} random operations from seed %i`,
  async (first) => {
    const found: string[] = [];
    for (let seed = first; seed < first + OPERATIONS / BATCHES; seed++) {
      const difference = await pair.compare(pair.generate(seed));
      if (difference) found.push(difference);
    }
    expect(found).toEqual([]);
  },
);
