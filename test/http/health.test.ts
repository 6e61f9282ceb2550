/** Health and readiness, and the one line that the log has of each request. */

import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { closeApp, createApp } from '../../subgraphs/kit/server/app.ts';
import { startSmallFederation } from './small-federation.ts';

/** Of the system, for a connection. */
const LARGER_THAN_BUFFERS = 30_000_000;

test('the process is alive as soon as it listens, and ready when every probe answers', async () => {
  await using graph = await startSmallFederation({ probes: [{ name: 'store', check: () => undefined }] });
  const [health, ready] = [await graph.fetch('/health'), await graph.fetch('/ready')];
  expect([health.status, health.json]).toEqual([200, { status: 'ok' }]);
  expect([ready.status, ready.json]).toEqual([200, { status: 'ready', checks: { supergraph: 'ok', store: 'ok' } }]);
});

test('a store that does not answer makes it not ready, and the answer does not say why', async () => {
  const check = () => Promise.reject(new Error('disk I/O error in /var/lib'));
  await using graph = await startSmallFederation({ probes: [{ name: 'store', check }] });
  const [health, ready] = [await graph.fetch('/health'), await graph.fetch('/ready')];
  expect(health.status).toBe(200);
  expect([ready.status, ready.json]).toEqual([
    503,
    { status: 'not ready', checks: { supergraph: 'ok', store: 'failed' } },
  ]);
  expect(graph.log.find(({ msg }) => msg === 'not ready')).toMatchObject({
    probe: 'store',
    reason: 'disk I/O error in /var/lib',
  });
});

test('each request is one line of the log, with the id that its answer carries', async () => {
  await using graph = await startSmallFederation();
  const { headers } = await graph.ask('{ bodies { id } }');
  const lines = graph.log.filter(({ requestId }) => requestId === headers.get('x-request-id'));
  expect(lines).toEqual([
    expect.objectContaining({
      msg: 'request',
      method: 'POST',
      path: '/graphql',
      operation: 'free-form',
      status: 200,
      ms: expect.any(Number),
    }),
  ]);
});

test('it names the operation as the client does, as far as a name is short', async () => {
  await using graph = await startSmallFederation();
  const { headers } = await graph.ask(`query ${'Bodies'.repeat(100)} { bodies { id } }`);
  expect(graph.log.find(({ requestId }) => requestId === headers.get('x-request-id'))).toMatchObject({
    operation: 'free-form',
    operationName: 'Bodies'.repeat(100).slice(0, 100),
  });
});

test('what is asked in an address does not reach the log', async () => {
  await using graph = await startSmallFederation();
  await graph.fetch('/graphql?query={__typename}');
  expect(JSON.stringify(graph.log)).not.toContain('__typename');
});

test('a stopped server finishes the requests in flight', async () => {
  const entered = Promise.withResolvers<void>();
  const leave = Promise.withResolvers<void>();
  const check = () => {
    entered.resolve();
    return leave.promise;
  };
  const graph = await startSmallFederation({ probes: [{ name: 'store', check }] });
  const agent = new Agent({ keepAlive: true });
  const inFlight = once(request(`${graph.url}/ready`, { agent }).end(), 'response');
  await entered.promise;
  const stopped = graph[Symbol.asyncDispose]();
  const isClosed = () =>
    fetch(`${graph.url}/health`).then(
      () => false,
      () => true,
    );
  await vi.waitUntil(isClosed, { timeout: 10_000 });
  leave.resolve();
  const [response] = (await inFlight) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  await once(response.resume(), 'end');
  // The client would keep the connection; those that have not finished after ten seconds are broken off.
  expect(await Promise.race([stopped, pause(5_000, 'held up')])).not.toBe('held up');
  agent.destroy();
  await expect(graph.fetch('/health')).rejects.toThrow();
});

test('and lets an answer leave whose reader is slow', async () => {
  const app = createApp({ logger: pino({ level: 'silent' }), bodyLimitBytes: 1_000, directions: '' });
  const answer = 'a'.repeat(LARGER_THAN_BUFFERS);
  app.get('/large', async () => answer);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const agent = new Agent({ keepAlive: true });
  const { port } = app.server.address() as AddressInfo;
  const [response] = (await once(request({ port, path: '/large', agent }).end(), 'response')) as [IncomingMessage];
  const stopped = closeApp(app);
  expect(await Promise.race([stopped, pause(200, 'waits')])).toBe('waits');
  expect(await text(response)).toBe(answer);
  expect(await Promise.race([stopped, pause(5_000, 'held up')])).not.toBe('held up');
  agent.destroy();
});
