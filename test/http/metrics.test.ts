/** `/metrics` counts what was asked, of whom and what came of it, under labels that clients cannot multiply; spans say how long each part took. */

import '../../gateway/no-telemetry.ts';
import { trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
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

test('spans of the operation, its plan and its calls', async () => {
  const ended: string[] = [];
  const names = new Map<unknown, string>();
  const tracer = {
    startSpan(name: string, { attributes = {} } = {}, parent?: Context) {
      const above = parent && names.get(trace.getSpan(parent));
      const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 }) as Span;
      names.set(span, name);
      const of = Object.values(attributes).join(' ');
      return Object.assign(span, { end: () => void ended.push([above, name, of].filter(Boolean).join(' ')) });
    },
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  onTestFinished(() => trace.disable());
  await graph.ask('query Traced { bodies { id mandates } }');
  expect(ended.toSorted()).toEqual(['operation call aec', 'operation call ascc', 'operation query Traced', 'plan']);
});
