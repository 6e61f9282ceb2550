/** Acknowledged means durable: the process is killed at random moments, and every acknowledged decision is there. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/store/factory.ts';
import { acknowledgedBy, addAll, expectAllThere, killed, seedAt, startDeciders, type Acknowledged } from './killed.ts';

const EMBEDDED_KILLS = 30;
const LONGEST_MS = 250;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test(`${EMBEDDED_KILLS} kills of the process on the embedded store`, { timeout: 600_000 }, async () => {
  await seedAt(folder.path);
  const acknowledged: Acknowledged = new Map();
  for (let kill = 0; kill < EMBEDDED_KILLS; kill += 1) {
    const deciders = await startDeciders(folder.path, kill);
    addAll(acknowledged, await killed(deciders, Math.random() * LONGEST_MS));
    await expectAllThere(folder.path, acknowledged);
  }
  expect(acknowledged.size).toBeGreaterThan(EMBEDDED_KILLS);
});

test('a line that was not printed whole was not acknowledged', () => {
  expect([...acknowledgedBy('open\n{"id":"a:1","hash":"x"}\n{"id":"a:2"')]).toEqual([['a:1', 'x']]);
});
