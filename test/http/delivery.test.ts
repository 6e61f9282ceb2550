/** How answers travel: packed, to the pages of named origins, each with an id; queries by GET. */

import { afterEach, describe, expect, test } from 'vitest';
import { startTables, type Tables } from './tables.ts';

let graph: Tables;
afterEach(() => graph[Symbol.asyncDispose]());

const PORTAL = 'https://portal.example';
const BIG = '{ things(first: 100) { nodes { id name weight tags } } }';

describe('compression', () => {
  test.each(['gzip', 'br'])('%s is used where the client unpacks it', async (encoding) => {
    graph = await startTables();
    const whole = await graph.get('/graphql', { query: BIG }, { headers: { 'accept-encoding': 'identity' } });
    const packed = await graph.get('/graphql', { query: BIG }, { headers: { 'accept-encoding': encoding } });
    expect([whole.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, encoding]);
    expect(packed.headers.get('vary')).toBe('accept, accept-encoding');
    expect(await packed.text()).toBe(await whole.text());
  });

  test('small answers are sent as they are', async () => {
    graph = await startTables();
    const response = await graph.get(
      '/graphql',
      { query: '{ __typename }' },
      { headers: { 'accept-encoding': 'gzip' } },
    );
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test('tables are packed too', async () => {
    graph = await startTables();
    const response = await graph.get(
      '/graphql',
      { query: BIG, format: 'csv' },
      { headers: { 'accept-encoding': 'gzip' } },
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toMatch(/^things\.id,/);
  });
});

describe('CORS', () => {
  test('a page of a named origin may read, without the credentials of the browser', async () => {
    graph = await startTables({ corsOrigins: [PORTAL] });
    const headers = { origin: PORTAL, 'sec-fetch-site': 'cross-site' };
    const response = await graph.get('/graphql', { query: '{ __typename }' }, { headers });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-expose-headers': 'content-disposition, etag, x-graphql-errors, x-more-rows, x-request-id',
      vary: 'Origin, accept',
    });
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('its browser gets the leave that it asks for', async () => {
    graph = await startTables({ corsOrigins: [PORTAL] });
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: PORTAL,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': expect.stringContaining('content-type'),
    });
  });

  test.each([[[PORTAL]], [[]]])('another origin gets neither, where %j are named', async (corsOrigins) => {
    graph = await startTables({ corsOrigins });
    const origin = 'https://portal.example.evil.example';
    const asked = await fetch(`${graph.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    const read = await graph.get('/q', {}, { headers: { origin } });
    expect([asked.status, read.status]).toEqual([405, 200]);
    for (const { headers } of [asked, read]) expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  test('* lets the pages of all sites read', async () => {
    graph = await startTables({ corsOrigins: ['*'] });
    const response = await graph.get(
      '/graphql',
      { query: '{ __typename }' },
      { headers: { origin: 'https://a.example' } },
    );
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });
});

describe('the id of a request', () => {
  test('is the client’s where it is sound, in the answer and in the log', async () => {
    graph = await startTables();
    const response = await graph.get('/q', {}, { headers: { 'x-request-id': 'notebook-7' } });
    expect(response.headers.get('x-request-id')).toBe('notebook-7');
    expect(graph.log.filter(({ requestId }) => requestId === 'notebook-7')).toEqual([
      expect.objectContaining({ msg: 'request', path: '/q', status: 200 }),
    ]);
  });

  test.each(['a b', 'x'.repeat(65), '{"a":1}'])('is ours where the client’s is not: %j', async (id) => {
    graph = await startTables();
    const response = await graph.get('/nothing', {}, { headers: { 'x-request-id': id } });
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('GET', () => {
  test('refuses a mutation and says how to send it', async () => {
    graph = await startTables();
    const response = await graph.get('/graphql', { query: 'mutation { rename(id: "t1") { id } }' });
    expect({ status: response.status, allow: response.headers.get('allow'), body: await response.json() }).toEqual({
      status: 405,
      allow: 'POST',
      body: {
        errors: [
          { message: 'A mutation is sent by POST: GET answers queries', extensions: { code: 'METHOD_NOT_ALLOWED' } },
        ],
      },
    });
  });

  test('takes a parameter once', async () => {
    graph = await startTables();
    const response = await fetch(`${graph.url}/graphql?query={__typename}&query={a:__typename}`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'The parameter query is given 2 times: allowed is once' }] },
    });
  });
});
