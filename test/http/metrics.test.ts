/** `/metrics` counts what was asked, of whom and what came of it, under labels that clients cannot multiply; spans say how long each part took. */

// As a process gets its SDK (`node --import …`): before the gateway is loaded.
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import '../../gateway/no-telemetry.ts';
import { propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { TEST_TOKENS } from '../support/tokens.ts';
import { startSmallFederation, type SmallFederation } from './small-federation.ts';

let graph: SmallFederation;
beforeEach(async () => {
  graph = await startSmallFederation({ operations: [{ name: 'all-bodies', query: 'query All { bodies { id } }' }] });
});
afterEach(() => graph[Symbol.asyncDispose]());

/** The samples of now, by name and labels. */
async function samples(): Promise<Record<string, number>> {
  const { text, headers } = await graph.fetch('/metrics');
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('requests by route and status, whatever addresses clients make up', async () => {
  await graph.ask('{ bodies { id } }');
  await graph.ask('{ nothing }');
  await graph.fetch('/q/all-bodies');
  for (const address of ['/made-up', '/made/up']) await graph.fetch(address);
  const found = await samples();
  expect(found).toMatchObject({
    'graph_requests_total{route="/graphql",status="200"}': 1,
    'graph_requests_total{route="/graphql",status="400"}': 1,
    'graph_requests_total{route="/q/:name",status="200"}': 1,
    'graph_requests_total{route="none",status="404"}': 2,
    'graph_cache_total{outcome="hit"}': 0,
  });
  expect(Object.keys(found).join()).not.toContain('made');
});

test('operations by name and outcome, and errors by code', async () => {
  await graph.ask('query Mine { bodies { id } }');
  await graph.ask('query Yours { bodies { name } secret }');
  await graph.ask('query  All {\n bodies { id } }');
  await graph.ask('{ nothing }');
  graph.down.add('aec');
  await graph.ask('{ again: bodies { id } issues { id } }');
  const found = await samples();
  expect(found).toMatchObject({
    'graph_operations_total{operation="free-form",outcome="answered"}': 1,
    'graph_operations_total{operation="free-form",outcome="partial"}': 2,
    'graph_operations_total{operation="free-form",outcome="refused"}': 1,
    'graph_operations_total{operation="all-bodies",outcome="answered"}': 1,
    'graph_operation_seconds_count{operation="free-form"}': 4,
    'graph_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    'graph_errors_total{code="INTERNAL_SERVER_ERROR"}': 1,
    'graph_errors_total{code="PILLAR_UNAVAILABLE"}': 1,
    graph_operations_running: 0,
    graph_operations_waiting: 0,
  });
  expect(Object.keys(found).join()).not.toMatch(/Mine|Yours/);
});

test('errors of requests that carry no operation that can be read', async () => {
  const post = (body: string, type = 'application/json', more: Record<string, string> = {}) =>
    graph.fetch('/graphql', { method: 'POST', body, headers: { 'content-type': type, ...more } });
  await post('{');
  await post('{}', 'text/plain');
  await post('{"query":"{ bodies { id } }","extensions":{"explain":true}}');
  await post('{"query":"{ bodies { id } }"}', 'application/json', { authorization: 'Bearer none' });
  await graph.fetch('/made-up');
  expect(await samples()).toMatchObject({
    'graph_errors_total{code="BAD_REQUEST"}': 1,
    'graph_errors_total{code="UNSUPPORTED_MEDIA_TYPE"}': 1,
    'graph_errors_total{code="EXPLAIN_DISABLED"}': 1,
    'graph_errors_total{code="UNAUTHENTICATED"}': 1,
    'graph_errors_total{code="NOT_FOUND"}': 1,
  });
});

test('calls of each pillar, and what was saved', async () => {
  await graph.ask('{ repeated { body { name } } }');
  graph.down.add('aec');
  await graph.ask('{ bodies { id } }');
  expect(await samples()).toMatchObject({
    'graph_calls_total{subgraph="ascc",outcome="answered"}': 1,
    'graph_calls_total{subgraph="aec",outcome="answered"}': 1,
    'graph_calls_total{subgraph="aec",outcome="failed"}': 1,
    'graph_call_seconds_count{subgraph="aec"}': 2,
    'graph_entity_keys_total{subgraph="aec"}': 1,
    'graph_entity_keys_saved_total{subgraph="aec"}': 2,
  });
});

test('identical reads that were answered as one', async () => {
  await graph.ask('{ bodies { id } }');
  const released = Promise.withResolvers<void>();
  graph.holding(() => released.promise);
  const asked = [1, 2, 3].map(() => graph.ask('{ bodies { id } }'));
  for (let now = 0; now < 2; now = (await samples())['graph_reads_joined_total'] ?? 0);
  released.resolve();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await samples()).toMatchObject({ graph_reads_joined_total: 2 });
});

test('where reading is closed, for holders of a token alone', async () => {
  const closed = await startSmallFederation({ readAccess: 'authenticated', tokens: TEST_TOKENS });
  onTestFinished(() => closed[Symbol.asyncDispose]());
  expect((await closed.fetch('/metrics')).status).toBe(401);
});

describe('spans', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  beforeAll(() => {
    trace.setGlobalTracerProvider(provider);
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  });
  afterAll(async () => {
    trace.disable();
    propagation.disable();
    await provider.shutdown();
  });
  beforeEach(() => exporter.reset());

  /** Those that have ended, each as `parent > name` with what tells it apart; not those of the start, which plans what is registered. */
  function ended(): string[] {
    const spans = exporter.getFinishedSpans();
    const nameOf = (id: string | undefined) => spans.find((span) => span.spanContext().spanId === id)?.name ?? id;
    return spans
      .map(({ name, parentSpanId, attributes, status }) =>
        [nameOf(parentSpanId), '>', name, ...Object.values(attributes), status.message].filter(Boolean).join(' '),
      )
      .filter((span) => span !== '> plan')
      .toSorted();
  }

  test('of the operation, its plan once, and each of its calls with the pillar', async () => {
    for (let time = 0; time < 2; time += 1) await graph.ask('query Traced { bodies { id mandates } }');
    expect(ended()).toEqual([
      '> operation query Traced',
      '> operation query Traced',
      'operation > call aec AEC',
      'operation > call aec AEC',
      'operation > call ascc ASCC',
      'operation > call ascc ASCC',
      'operation > plan',
    ]);
  });

  test('say why a call failed, and stand below the span that the client names', async () => {
    graph.down.add('aec');
    const client = '2'.repeat(16);
    await graph.fetch(`/graphql?query=${encodeURIComponent('{ bodies { id } }')}`, {
      headers: { traceparent: `00-${'1'.repeat(32)}-${client}-01`, 'apollo-require-preflight': '1' },
    });
    expect(ended()).toEqual([
      `${client} > operation query`,
      'operation > call aec AEC connect ECONNREFUSED 10.0.0.7 (aec)',
      'operation > plan',
    ]);
  });
});
