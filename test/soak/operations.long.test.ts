/** Every operation that the project ships, asked again and again and all at once: the answers stay the same and memory does not grow. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFiles, textOf } from '../check/files.ts';
import { startGraph, type Graph } from '../support/graph.ts';

const ROUNDS = 300;
const OPERATIONS = projectFiles().filter((path) => /^gateway\/operations\/[^/]+\.graphql$/.test(path));

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

test(`${ROUNDS} rounds of all registered operations at once`, async () => {
  const round = () => Promise.all(OPERATIONS.map((path) => graph.ask(textOf(path))));
  const first = await round();
  expect(first.filter(({ errors }) => errors)).toEqual([]);
  await round();
  const before = heapMb();
  for (let done = 0; done < ROUNDS; done++) expect(await round()).toEqual(first);
  expect(heapMb() - before).toBeLessThan(20);
});

/** What is in use on the heap after a collection, in megabytes. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
