/** With a pillar down, compiled execution keeps what can be kept, and says of each value that is lost that it is. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../support/graph.ts';
import { startPair, type Pair } from './corpus.ts';

const OPERATIONS = 60;
const FIRST_SEED = 10_000;

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

test.for(['APSC', 'AEC', 'ASCC'] as const)(`of ${OPERATIONS} random operations without the %s`, async (pillar) => {
  const found: unknown[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + OPERATIONS; seed++) {
    const { text, variables } = pair.generate(seed);
    const whole = await pair.graph.ask(text, { ...variables });
    pair.graph.break(pillar);
    const left = await pair.graph.ask(text, { ...variables });
    pair.graph.mend();
    const faults = faultsOf(whole, left);
    if (faults.length > 0) found.push({ seed, text, variables, faults: faults.slice(0, 5) });
  }
  expect(found).toEqual([]);
});

type Path = readonly (string | number)[];

/** What is neither as it was nor null with an error at its place, and what errors name that is not there. */
function faultsOf(whole: Answer, left: Answer): string[] {
  const places = new Set((left.errors ?? []).map(({ path }) => JSON.stringify(path)));
  const lost = lostPaths(whole.data, left.data);
  return [
    ...lost.filter(({ isNull }) => !isNull).map(({ path }) => `changed ${JSON.stringify(path)}`),
    ...lost
      .filter(({ path, isNull }) => isNull && !places.has(JSON.stringify(path)))
      .map(({ path }) => `lost without an error ${JSON.stringify(path)}`),
    ...(left.errors ?? [])
      .filter(({ path = [] }) => path.length === 0 || valueAt(left.data, path) !== null)
      .map(({ path }) => `an error without a null ${JSON.stringify(path)}`),
  ];
}

/** Where a value is no longer what it was; not looked for below. */
function lostPaths(
  whole: unknown,
  left: unknown,
  path: Path = [],
): { readonly path: Path; readonly isNull: boolean }[] {
  if (typeof whole !== 'object' || whole === null || typeof left !== 'object' || left === null)
    return Object.is(whole, left) ? [] : [{ path, isNull: left === null }];
  const keys = Object.keys(whole);
  if (keys.join() !== Object.keys(left).join()) return [{ path, isNull: false }];
  const step = (key: string) => (Array.isArray(whole) ? Number(key) : key);
  return keys.flatMap((key) =>
    lostPaths((whole as Record<string, unknown>)[key], (left as Record<string, unknown>)[key], [...path, step(key)]),
  );
}

/** Undefined where the path leads nowhere. */
function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null)?.[key], data);
}
