/** What is answered before the framework sees it: nothing that the framework would refuse. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePillars, type OpenPillar } from '../../subgraphs/open.ts';
import { startCachedGraph, type CachedGraph } from '../support/cached-graph.ts';
import { openSeededPillars } from '../support/pillars.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';

const folder = temporaryFolder();
let pillars: OpenPillar[];
let graph: CachedGraph;
beforeAll(async () => {
  pillars = await openSeededPillars({ settings: embedded(folder.path) });
  graph = await startCachedGraph(pillars, {});
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await closePillars(pillars);
  folder.remove();
});

test('a body that is no UTF-8 is refused, also where it would read as one that is answered', async () => {
  const send = async (comment: Buffer) => {
    const body = Buffer.concat([Buffer.from('{"query":"{ pillars { code } } # '), comment, Buffer.from('"}')]);
    const headers = { 'content-type': 'application/json' };
    const response = await graph.fetch('/graphql', { method: 'POST', headers, body });
    return [response.status, response.headers.has('age')];
  };
  const replaced = Buffer.from('\uFFFD');
  expect(await send(replaced)).toEqual([200, false]);
  expect(await send(replaced)).toEqual([200, true]);
  expect(await send(Buffer.of(0xff))).toEqual([400, false]);
});
