/** A remote source behind its breaker: what it passes on, what it refuses at once, and when it asks again. */

import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { RequestContext } from '../../gateway/errors.ts';
import type { LimitOptions } from '../../gateway/sources/limit.ts';
import { createRemoteSource } from '../../gateway/sources/remote.ts';
import { createSteadySource, type SteadySource } from '../../gateway/sources/steady.ts';
import { isProbe, sendJson, startFakeSubgraph, type ReceivedCall } from '../support/services/fake-subgraph.ts';

const PROBE = 'query Probe { smartCity(id: "bangkok") { id } }';
const OK = { data: { cities: 26 } };
const LIMIT: LimitOptions = { running: 2, waiting: 1, waitMs: 60_000 };

type Behaviour = (response: ServerResponse, call: ReceivedCall) => void;

const answers: Behaviour = (response, call) => sendJson(response, isProbe(call) ? { data: { smartCity: null } } : OK);
const fails: Behaviour = (response) => response.writeHead(500).end('out of memory');
const isSilent: Behaviour = () => undefined;
/** Another pillar, which does not know the fields. */
const isAnother: Behaviour = (response) => {
  const message = 'Cannot query field "smartCity" on type "Query".';
  sendJson(response, { errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
};

/** A source over a subgraph whose behaviour a test changes. */
async function over(first: Behaviour, { isOurs = true } = {}) {
  const now = { behaviour: first };
  const server = await startFakeSubgraph((response, call) => now.behaviour(response, call));
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const remote = createRemoteSource({
    name: 'aec',
    url: `${server.url}/graphql`,
    secret: undefined,
    logger,
    deadlineMs: 3_000,
    probe: PROBE,
  });
  const source = createSteadySource({
    name: 'aec',
    remote,
    isOurs,
    logger,
    limit: LIMIT,
    probeEveryMs: 20,
    probeDeadlineMs: 1_000,
    silenceMs: 300,
    suspiciousMs: 100,
  });
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    await source.close();
  });
  const asked = () => server.calls.filter((call) => !isProbe(call)).length;
  const until = (state: SteadySource['state']) => vi.waitUntil(() => source.state === state, { timeout: 5_000 });
  return { source, log, now, asked, until };
}

function ask(source: SteadySource, context: Partial<RequestContext> = {}, query = '{ cities }') {
  return source.process({ request: { query }, context } as unknown as Parameters<SteadySource['process']>[0]);
}

test('a pillar is asked after it has answered a probe, and not before', async () => {
  const { source, asked } = await over(answers);
  expect(source.state).toBe('half-open');
  expect(await Promise.all([ask(source), ask(source)])).toEqual([OK, OK]);
  expect([source.state, asked()]).toEqual(['closed', 2]);
});

test('another pillar at the address is never asked for anything', async () => {
  const { source, asked, log } = await over(isAnother);
  await expect(ask(source)).rejects.toThrow();
  await expect(ask(source)).rejects.toThrow();
  expect([source.state, asked()]).toEqual(['open', 0]);
  expect(log).toMatchObject([{ subgraph: 'aec', reason: expect.stringContaining('Cannot query field') }]);
});

test('a pillar that was replaced by another one is no longer asked', async () => {
  const { source, now, until } = await over(answers);
  await ask(source);
  now.behaviour = isAnother;
  await expect(ask(source)).rejects.toThrow('cannot answer the document');
  await until('open');
  now.behaviour = answers;
  await until('closed');
  expect(await ask(source)).toEqual(OK);
});

test('a foreign subgraph is asked at once, and its refusal of a document is its answer', async () => {
  const { source, now, asked } = await over(answers, { isOurs: false });
  expect(await ask(source)).toEqual(OK);
  now.behaviour = isAnother;
  expect(await ask(source)).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  expect([source.state, asked()]).toEqual(['closed', 2]);
});

test('one that fails is refused at once after its probe has failed too, and asked again after a probe succeeds', async () => {
  const { source, now, asked, until } = await over(answers);
  await ask(source);
  now.behaviour = fails;
  await expect(ask(source)).rejects.toThrow('answered with status 500');
  await until('open');
  const before = asked();
  for (let call = 0; call < 10; call += 1) await expect(ask(source)).rejects.toThrow('did not answer the last probe');
  expect(asked()).toBe(before);
  now.behaviour = answers;
  await until('closed');
  expect(await ask(source)).toEqual(OK);
});

test('one call that fails opens nothing while the probe succeeds', async () => {
  const { source, now } = await over(answers);
  await ask(source);
  now.behaviour = (response, call) => (isProbe(call) ? answers(response, call) : fails(response, call));
  await expect(ask(source)).rejects.toThrow('status 500');
  await expect(ask(source)).rejects.toThrow('status 500');
  await source.check();
  expect(source.state).toBe('closed');
});

test('one that hangs is found out long before the deadline of its calls: reads under way end, and what waits for its turn is not asked', async () => {
  const { source, now, asked } = await over(answers);
  await ask(source);
  now.behaviour = isSilent;
  const started = performance.now();
  const outcomes = await Promise.allSettled([ask(source), ask(source), ask(source)]);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect([source.state, source.running, source.waiting]).toEqual(['open', 0, 0]);
  const away = { status: 'rejected', reason: { name: 'AwayError', message: 'it did not answer the last probe' } };
  expect(outcomes).toMatchObject([away, away, away]);
  await expect(ask(source)).rejects.toThrow('did not answer the last probe');
  expect(asked()).toBe(3);
});

test('a write that is under way is not given up when its pillar is found to hang', async () => {
  const { source, now, until } = await over(answers);
  await ask(source);
  now.behaviour = isSilent;
  const written = ask(source, {}, 'mutation { build }').catch((error: unknown) => error);
  await until('open');
  expect(await Promise.race([written, 'still waiting'])).toBe('still waiting');
  await expect(ask(source)).rejects.toThrow('did not answer the last probe');
  expect(await written).toMatchObject({ message: 'no answer within 3000 ms' });
});

test('one that is overrun, so that it answers others before a probe, has more time for it than one that answers nobody', async () => {
  const { source, now } = await over(answers);
  await ask(source);
  let probes = 0;
  now.behaviour = (response, call) => (isProbe(call) ? (probes += 1) : answers(response, call));
  const overrun = source.check().catch((error: unknown) => error);
  await vi.waitUntil(() => probes === 1, { timeout: 5_000 });
  expect(await ask(source)).toEqual(OK);
  const silent = source.check();
  await expect(silent).rejects.toThrow('no answer within 300 ms');
  expect(await overrun).toMatchObject({ message: 'no answer within 1000 ms' });
});

test('what is absent is said in one line, and its return in another, however many calls it cost', async () => {
  const { source, now, log, until } = await over(answers);
  await ask(source);
  now.behaviour = fails;
  await expect(ask(source)).rejects.toThrow();
  await until('open');
  for (let call = 0; call < 20; call += 1) await expect(ask(source)).rejects.toThrow();
  now.behaviour = answers;
  await until('closed');
  expect(log.map(({ msg }) => msg)).toEqual([
    'a subgraph answers',
    'a subgraph is away: it is not asked until it answers a probe',
    'a subgraph answers',
  ]);
});

test('calls beyond the queue are refused with a code, and those within it are answered in their order', async () => {
  const { source, now, asked } = await over(answers);
  await ask(source);
  const held: ServerResponse[] = [];
  now.behaviour = (response, call) => (isProbe(call) ? answers(response, call) : held.push(response));
  const order: number[] = [];
  const waiting = [1, 2, 3].map((number) => ask(source).then(() => order.push(number)));
  await vi.waitUntil(() => held.length === 2, { timeout: 5_000 });
  expect([source.running, source.waiting, asked()]).toEqual([2, 1, 3]);
  await expect(ask(source)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED', pillar: 'AEC' } });
  sendJson(held[0] as ServerResponse, OK);
  await vi.waitUntil(() => held.length === 3, { timeout: 5_000 });
  for (const response of held.slice(1)) sendJson(response, OK);
  await Promise.all(waiting);
  expect(order.toSorted()).toEqual([1, 2, 3]);
});

test('who leaves the queue is not waited for, and its call is never made', async () => {
  const { source, now, asked } = await over(answers);
  await ask(source);
  const held: ServerResponse[] = [];
  now.behaviour = (response, call) => (isProbe(call) ? answers(response, call) : held.push(response));
  const waiting = [ask(source), ask(source)];
  await vi.waitUntil(() => held.length === 2, { timeout: 5_000 });
  const client = new AbortController();
  const left = ask(source, { signal: client.signal });
  client.abort(new Error('the client has left'));
  await expect(left).rejects.toThrow('the client has left');
  expect([source.waiting, asked()]).toEqual([0, 3]);
  for (const response of held) sendJson(response, OK);
  await Promise.all(waiting);
});
