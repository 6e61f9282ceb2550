/** What is answered before the framework sees it: nothing that the framework would refuse, and traced like all else. */

import { propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
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

test('is a span of the operation below the one that the client names', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const client = '2'.repeat(16);
  for (const path of [
    '/q/leads-by-pillar',
    `/graphql?query=${encodeURIComponent('query Mine { pillars { name } }')}`,
  ]) {
    const headers = { traceparent: `00-${'1'.repeat(32)}-${client}-01` };
    for (const age of [null, expect.any(String)])
      expect((await graph.fetch(path, { headers })).headers.get('age')).toEqual(age);
  }
  const operations = exporter.getFinishedSpans().filter(({ name }) => name === 'operation');
  trace.disable();
  propagation.disable();
  await provider.shutdown();
  expect(operations.map(({ parentSpanId, attributes }) => [parentSpanId, ...Object.values(attributes)])).toEqual([
    [client, 'query', 'LeadsByPillar'],
    [client, 'query', 'leads-by-pillar', true],
    [client, 'query', 'Mine'],
    [client, 'query', 'Mine', true],
  ]);
});
