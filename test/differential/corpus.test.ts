/** Compiled execution answers as Apollo's executor does: every registered operation, and random ones. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { registeredOperations, startPair, type Pair } from './corpus.ts';

const OPERATIONS = 200;
const SEED = 1;

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

test.for(registeredOperations())('as stock: $name', async ({ text }) => {
  expect(await pair.compare({ seed: 0, text, variables: {} })).toBeUndefined();
});

test(`as stock: ${OPERATIONS} random operations`, async () => {
  const found: string[] = [];
  for (let seed = SEED; seed < SEED + OPERATIONS; seed++) {
    const difference = await pair.compare(pair.generate(seed));
    if (difference) found.push(difference);
  }
  expect(found).toEqual([]);
});
