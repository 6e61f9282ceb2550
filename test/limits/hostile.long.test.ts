/** Ten thousand hostile requests against one real server. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendCorpus } from './hostile/corpus.ts';
import { startWatchedServer, type WatchedServer } from './hostile/server.ts';

const CASES = 10_000;
const SEED = 30_261;

let server: WatchedServer;
beforeAll(async () => {
  server = await startWatchedServer();
});
afterAll(() => server.stop());

test(`${CASES} hostile requests crash nothing, cause no failure and, where they are refused, no work`, async () => {
  const { faults, refused } = await sendCorpus(server, { seed: SEED, count: CASES });
  expect(faults).toEqual([]);
  expect(refused).toBeGreaterThan(CASES / 2);
  expect(server.failures).toEqual([]);
});
