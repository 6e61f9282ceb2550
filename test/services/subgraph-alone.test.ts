/** A subgraph as a process of its own: whom it answers, what it says of itself, how it stops, and which starts it refuses. */

import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Signed } from '../../subgraphs/kit/signing.ts';
import { launch } from '../support/services/process.ts';
import { signedCall, startSubgraph, subgraphLaunch, type Service } from '../support/services/services.ts';

let folder: string;
let subgraph: Service;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subgraph-'));
  subgraph = await startSubgraph('AEC', { DATA_DIR: join(folder, 'data') });
});
afterAll(async () => {
  await subgraph.stop();
  await rm(folder, { recursive: true });
});

const CITY = '{ smartCity(id: "bangkok") { name } }';

async function call(query: string, signed: Partial<Signed> = {}): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${subgraph.url}/graphql`, signedCall(query, signed));
  return { status: response.status, json: await response.json() };
}

describe('a subgraph alone', () => {
  test('answers signed calls from its own records', async () => {
    expect(await call(CITY)).toEqual({ status: 200, json: { data: { smartCity: { name: 'Bangkok' } } } });
  });

  test('gives its schema to signed calls', async () => {
    const { status, json } = await call('{ _service { sdl } __schema { queryType { name } } }');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: {
        _service: { sdl: expect.stringContaining('type SmartCity') },
        __schema: { queryType: { name: 'Query' } },
      },
    });
  });

  test('keeps code, path and pillar of an expected error', async () => {
    const { status, json } = await call('{ smartCities(first: 201) { totalCount } }');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      errors: [
        {
          path: ['smartCities'],
          extensions: { code: 'INVALID_PAGE_SIZE', pillar: 'AEC', measured: 201, allowed: 200 },
        },
      ],
    });
  });

  test.each([
    ['wrong', { secret: 'another secret of the tests, long enough' }, /^The signature is wrong/],
    ['of another body', { body: '{"query":"{ __typename }"}' }, /^The signature is wrong/],
    ['old', () => ({ time: Date.now() - 60_000 }), /^The signature is old: its time is [67]\d\.\d s ago/],
    ['of the future', () => ({ time: Date.now() + 90_000 }), /^The signature is from the future/],
  ])('refuses a call whose signature is %s, and says so', async (_case, signed, message) => {
    for (const query of [CITY, '{ _service { sdl } }']) {
      expect(await call(query, typeof signed === 'function' ? signed() : signed)).toEqual({
        status: 401,
        json: { errors: [{ message: expect.stringMatching(message) }] },
      });
    }
  });

  test.each(['POST', 'GET', 'OPTIONS'])('answers no unsigned %s', async (method) => {
    const init = method === 'POST' ? { method, body: '{"query":"{ __typename }"}' } : { method };
    const headers = method === 'POST' ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${subgraph.url}/graphql`, { ...init, headers });
    expect(response.status).toBe(method === 'POST' ? 401 : 405);
    expect(await response.text()).not.toContain('__typename');
  });

  test('refuses a signed body that is not JSON, and an operation that it does not have', async () => {
    const body = '{"query":';
    const init = signedCall('', { body });
    const garbled = await fetch(`${subgraph.url}/graphql`, { ...init, body });
    expect([garbled.status, await garbled.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    expect(await call('{ nothing }')).toMatchObject({
      status: 400,
      json: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', pillar: 'AEC' } }] },
    });
  });

  test('is healthy and ready, unsigned', async () => {
    const [health, ready] = await Promise.all(['health', 'ready'].map((path) => fetch(`${subgraph.url}/${path}`)));
    expect(await health?.json()).toEqual({ status: 'ok' });
    expect(await ready?.json()).toEqual({
      status: 'ready',
      checks: { store: 'ok', 'data set': 'ok' },
      dataSet: { version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), hash: expect.stringMatching(/^[\da-f]{64}$/) },
    });
  });

  test('writes each call to the log under the id that its gateway gave', async () => {
    const init = signedCall(CITY);
    const headers = { ...(init.headers as Record<string, string>), 'x-request-id': 'of-the-gateway-1' };
    const response = await fetch(`${subgraph.url}/graphql`, { ...init, headers });
    expect(response.headers.get('x-request-id')).toBe('of-the-gateway-1');
    await subgraph.until(/"requestId":"of-the-gateway-1","method":"POST"/);
  });

  test('lets no second process write to its store', async () => {
    const second = await launch(subgraphLaunch('AEC', { DATA_DIR: join(folder, 'data') })).ended;
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^The store .* is in use by the subgraph of the AEC \(process \d+\)\n$/);
  });

  test('shares the folder with the subgraphs of other pillars', async () => {
    const other = await startSubgraph('APSC', { DATA_DIR: join(folder, 'data') });
    expect((await other.stop()).code).toBe(0);
  });
});

test('a signal stops it when the requests in flight are answered, and its store is closed', async () => {
  const dataDir = join(folder, 'stopped');
  const service = await startSubgraph('ASCC', { DATA_DIR: dataDir });
  const { hostname, port } = new URL(service.url);
  const { headers, body } = signedCall('{ crossPillarIssue(id: "smart-cities") { title } }') as {
    headers: Record<string, string>;
    body: string;
  };
  const lines = Object.entries({ host: 'subgraph', 'content-length': String(body.length), ...headers });
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  // The server has the request when it has asked for the rest of it.
  const head = ['POST /graphql HTTP/1.1', 'expect: 100-continue', ...lines.map(([name, value]) => `${name}: ${value}`)];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  expect(String(await once(socket, 'data'))).toContain('100 Continue');
  service.signal('SIGTERM');
  await service.until(/"msg":"stopping"/);
  socket.write(body);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"title":"Smart Cities"/);
  expect(await service.ended).toMatchObject({ code: 0, err: '' });
  expect((await readdir(dataDir)).filter((name) => /holder|-wal|-shm|journal/.test(name))).toEqual([]);
});

test('with an empty store it answers, says so, and is not ready', async () => {
  const service = await startSubgraph('AEC', { DATA_DIR: join(folder, 'empty'), SEED: 'false' });
  await service.until(/Its store is empty, so \/ready answers 503 until `npm run seed` or a start with SEED=true/);
  const ready = await fetch(`${service.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'not ready', checks: { store: 'ok', 'data set': 'failed' } },
  ]);
  const health = await fetch(`${service.url}/health`);
  expect(health.status).toBe(200);
  const answer = await fetch(`${service.url}/graphql`, signedCall(CITY));
  expect(await answer.json()).toEqual({ data: { smartCity: null } });
  expect((await service.stop()).code).toBe(0);
});

describe('a start that is refused', () => {
  test.each([
    [
      'without a secret',
      { SUBGRAPH_SIGNING_SECRET: '' },
      /^SUBGRAPH_SIGNING_SECRET is not set: a subgraph alone answers/,
    ],
    [
      'with a short secret',
      { SUBGRAPH_SIGNING_SECRET: 'short' },
      /^SUBGRAPH_SIGNING_SECRET cannot be used: allowed is/,
    ],
    ['with a malformed port', { PORT: 'eighty' }, /^PORT is "eighty": allowed is a whole number/],
    ['with a malformed SEED', { SEED: 'yes' }, /^SEED is "yes": allowed is "true" or "false"/],
    ['with a malformed MONGODB_URI', { MONGODB_URI: 'mongo://me:hidden@db' }, /^MONGODB_URI .* is malformed/],
    [
      'with a MONGODB_URI where nothing is',
      { MONGODB_URI: 'mongodb://me:hidden@127.0.0.1:9/?serverSelectionTimeoutMS=200' },
      /^MONGODB_URI mongodb:\/\/\*\*\*@127\.0\.0\.1:9 cannot be reached/,
    ],
  ])('is one line and code 1, and nothing is written: %s', async (_case, env, words) => {
    const dataDir = join(folder, 'never-made');
    const { code, out, err } = await launch(subgraphLaunch('AEC', { DATA_DIR: dataDir, ...env })).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(words)]);
    expect(err).not.toContain('hidden');
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
  });

  test('names a port that is taken', async () => {
    const { port } = new URL(subgraph.url);
    const { code, err } = await launch(subgraphLaunch('ASCC', { DATA_DIR: join(folder, 'never-made'), PORT: port }))
      .ended;
    expect([code, err]).toEqual([1, expect.stringMatching(new RegExp(`^PORT ${port} of 127.0.0.1 is in use`))]);
  });
});
