/** The same as the short test of durability, a thousand times on the embedded store. */

import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/store/factory.ts';
import { expectAllThere, killed, seedAt, startDeciders, type Acknowledged } from './killed.ts';

const KILLS = 1_000;
const BETWEEN_LOOKS = 10;
const folder = temporaryFolder();
afterAll(() => folder.remove());

test(`${KILLS} kills`, { timeout: 7_200_000 }, async () => {
  await seedAt(folder.path);
  const acknowledged: Acknowledged = new Map();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const deciders = await startDeciders(folder.path, kill);
    for (const [id, hash] of await killed(deciders, Math.random() * 300)) acknowledged.set(id, hash);
    if (kill % BETWEEN_LOOKS === 0 || kill === KILLS - 1) await expectAllThere(folder.path, acknowledged);
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS);
});
