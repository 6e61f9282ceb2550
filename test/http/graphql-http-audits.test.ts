/** The public audits of GraphQL over HTTP: each is a test, and each must be `ok`. */

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSmallFederation, type SmallFederation } from './small-federation.ts';

let graph: SmallFederation;
beforeAll(async () => {
  graph = await startSmallFederation();
});
afterAll(() => graph[Symbol.asyncDispose]());

const AUDITS = serverAudits({ url: () => `${graph.url}/graphql`, fetchFn: fetch });

test('there are sixty-one audits', () => {
  expect(AUDITS).toHaveLength(61);
});

test.each(AUDITS)('$id $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
