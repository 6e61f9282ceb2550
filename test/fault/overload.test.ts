/** A gateway that is asked for more than it can answer refuses at once what it has no room for, and answers what it let in, in time. */

import '../../gateway/no-telemetry.ts';
import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startSmallFederation } from '../http/small-federation.ts';

/** One that lets in one operation, and one to wait; the pillar holds its answers until they are released. */
async function startNarrow() {
  const gate = Promise.withResolvers<void>();
  let held = 0;
  const graph = await startSmallFederation({
    limit: { running: 1, waiting: 1, waitMs: 60_000 },
    hold: async () => {
      held += 1;
      await gate.promise;
    },
  });
  onTestFinished(() => graph[Symbol.asyncDispose]());
  return { graph, release: gate.resolve, held: () => held };
}

test('503 says when to ask again, and the others are answered', async () => {
  const { graph, release, held } = await startNarrow();
  const first = graph.ask('{ bodies { id } }');
  await vi.waitUntil(() => held() === 1, { timeout: 10_000 });
  const later = [graph.ask('{ bodies { name } }'), graph.ask('{ bodies { id name } }')];
  const refused = await Promise.race(later);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(refused.json).toEqual({
    errors: [
      {
        message: 'The graph has more operations than it answers: 1 run and 1 wait already',
        extensions: { code: 'OVERLOADED' },
      },
    ],
  });
  release();
  const statuses = (await Promise.all([first, ...later])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 200, 503]);
  expect((await graph.ask('{ bodies { id } }')).status).toBe(200);
});

test('a client that leaves the queue gives its place back, and nothing is logged as a fault', async () => {
  const { graph, release, held } = await startNarrow();
  const first = graph.ask('{ bodies { id } }');
  await vi.waitUntil(() => held() === 1, { timeout: 10_000 });
  const client = request(`${graph.url}/graphql?query=${encodeURIComponent('{ issues { id } }')}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  client.end();
  const isFull = async () => (await graph.fetch('/metrics')).text.includes('graph_operations_waiting 1');
  await vi.waitUntil(isFull, { timeout: 10_000 });
  const failed = once(client, 'error');
  client.destroy(new Error('left'));
  await failed;
  await vi.waitUntil(() => graph.log.some(({ brokenOff }) => brokenOff === true), { timeout: 10_000 });
  const second = graph.ask('{ bodies { name } }');
  release();
  expect([(await first).status, (await second).status]).toEqual([200, 200]);
  expect(graph.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

test('what many ask who leave at once is mostly not begun, and nothing is logged as a fault', async () => {
  const CLIENTS = 100;
  const clients: ClientRequest[] = [];
  let begun = 0;
  let isLeaving = false;
  const graph = await startSmallFederation({
    async hold() {
      begun += 1;
      if (isLeaving) for (const client of clients) client.destroy(new Error('left'));
    },
  });
  onTestFinished(() => graph[Symbol.asyncDispose]());
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const headers = { 'apollo-require-preflight': '1' };
  const ask = (_: unknown, index: number): ClientRequest => {
    const query = `{ bodies { id name${index}: name } }`;
    const client = request(`${graph.url}/graphql?query=${encodeURIComponent(query)}`, { agent, headers });
    client.end();
    return client;
  };
  // Once, so that everything is planned and connected, and all come at the same moment from then on.
  const first = Array.from({ length: CLIENTS }, ask).map(async (client) => {
    const [response] = (await once(client, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
  });
  await Promise.all(first);
  expect(begun).toBe(CLIENTS);
  begun = 0;
  isLeaving = true;
  clients.push(...Array.from({ length: CLIENTS }, ask));
  await Promise.all(clients.map((client) => once(client, 'error')));
  isLeaving = false;
  expect((await graph.ask('{ bodies { id } }')).status).toBe(200);
  expect(begun).toBeGreaterThan(1);
  expect(begun).toBeLessThan(CLIENTS / 2);
  expect(graph.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  const { text } = await graph.fetch('/metrics');
  expect(text).toContain('graph_errors_total{code="OVERLOADED"} 0');
  expect(text).toMatch(/graph_operations_total\{operation="free-form",outcome="abandoned"\} [1-9]/);
});

test('an operation that takes too long is answered without what is missing', async () => {
  const graph = await startSmallFederation({
    deadlineMs: 300,
    hold: (pillar) => (pillar === 'aec' ? new Promise(() => undefined) : Promise.resolve()),
  });
  onTestFinished(() => graph[Symbol.asyncDispose]());
  const { status, json } = await graph.ask('{ bodies { id } issues { id } }');
  expect([status, json]).toEqual([
    200,
    {
      data: { bodies: null, issues: [{ id: 'issue-of-aec:aem' }, { id: 'issue-of-aec:adgmin' }] },
      errors: [
        {
          message: 'The Economic Community did not answer',
          path: ['bodies'],
          extensions: { code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' },
        },
      ],
    },
  ]);
});
