/** The queries of the README run as they stand. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../check/files.ts';
import { startGraph, type Graph } from '../support/graph.ts';

const QUERIES = [...textOf('README.md').matchAll(/^(.+)\n\n```graphql\n([\s\S]*?)^```$/gm)].map(
  ([, question, query]): [string, string] => [question as string, query as string],
);

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

test('there are ten of them', () => {
  expect(QUERIES).toHaveLength(10);
});

test.each(QUERIES)('%s', async (_question, query) => {
  const { data, errors } = await graph.ask(query);
  expect(errors).toBeUndefined();
  expect(emptyParts(data)).toEqual([]);
});

/** Root fields without an answer, and lists that turn out empty: an example shows something. */
function emptyParts(data: unknown): string[] {
  return Object.entries(data as Record<string, unknown>).flatMap(([name, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [name];
    const { nodes } = value as { nodes?: readonly unknown[] };
    return nodes?.length === 0 || nodes?.includes(null) ? [`${name}.nodes`] : [];
  });
}
