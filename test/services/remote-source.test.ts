/** The source over a remote subgraph: what it sends, what it makes of answers, and what it does when there is none. */

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RequestContext } from '../../gateway/errors.ts';
import { createRemoteSource, type RemoteSource, type RemoteSourceOptions } from '../../gateway/sources/remote.ts';
import { verify } from '../../subgraphs/kit/signing.ts';
import { sendJson, startFakeSubgraph, type ReceivedCall } from '../support/services/fake-subgraph.ts';

const SECRET = 'the secret of these tests, which is not secret';
const NOW = Date.UTC(2026, 10, 26);
const OK = { data: { cities: 26 } };
const asJson = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' });

type Answer = (response: ServerResponse, call: ReceivedCall) => void;

/** A source over a server that answers as it is told. */
async function over(answer: Answer, options: Partial<RemoteSourceOptions> = {}) {
  const server = await startFakeSubgraph(answer);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return { server, ...sourceAt(`${server.url}/graphql?of=aec`, options) };
}

function sourceAt(url: string, options: Partial<RemoteSourceOptions> = {}) {
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const source = createRemoteSource({ name: 'aec', url, secret: SECRET, logger, now: () => NOW, ...options });
  onTestFinished(() => source.close());
  return { source, log };
}

function ask(source: RemoteSource, query = '{ cities }', context: Partial<RequestContext> = {}) {
  const options = { request: { query, variables: { first: 1 } }, context };
  return source.process(options as unknown as Parameters<RemoteSource['process']>[0]);
}

describe('a call', () => {
  test('carries document and variables, the identity of the client and a signature of all', async () => {
    const { source, server } = await over((response) => sendJson(response, OK));
    expect(await ask(source, '{ cities }', { identity: 'Bearer abc', requestId: 'r1' })).toEqual(OK);
    const [{ headers, body }] = server.calls as [ReceivedCall];
    expect(JSON.parse(body)).toEqual({ query: '{ cities }', variables: { first: 1 } });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': 'r1' });
    expect(verify({ secret: SECRET, now: NOW, headers, body })).toEqual({ valid: true, identity: 'Bearer abc' });
  });

  test('signs an identity of any characters that a header may have', async () => {
    const { source, server } = await over((response) => sendJson(response, OK));
    await ask(source, '{ cities }', { identity: 'Basic é:ü' });
    const [{ headers, body }] = server.calls as [ReceivedCall];
    expect(verify({ secret: SECRET, now: NOW, headers, body })).toEqual({ valid: true, identity: 'Basic é:ü' });
  });

  test('takes a connection that was made before', async () => {
    const { source, server } = await over((response) => sendJson(response, OK));
    for (let call = 0; call < 20; call += 1) await ask(source);
    // One that has just given its last byte may not be free yet when the next call comes.
    expect(new Set(server.calls.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
  });

  test('waits for a connection where all are taken', async () => {
    const { source, server } = await over((response) => setImmediate(() => sendJson(response, OK)));
    expect(await Promise.all(Array.from({ length: 200 }, () => ask(source)))).toHaveLength(200);
    expect(new Set(server.calls.map(({ connection }) => connection)).size).toBeLessThanOrEqual(64);
  });

  test('keeps what the subgraph answers beside its errors, and of coded errors message, path, code and measure', async () => {
    const expected = {
      message: 'first is 201',
      path: ['cities', 0],
      extensions: { code: 'INVALID_PAGE_SIZE', at: '/srv', measured: 201, allowed: 200 },
    };
    const inner = { message: 'disk /srv/aec.db is full', path: ['a'], extensions: { code: 'SQLITE_FULL' } };
    const { source, log } = await over((response) =>
      sendJson(response, { data: { cities: null }, errors: [expected, inner, 'odd', { message: 1, path: [{}] }] }),
    );
    const masked = { message: 'Something went wrong', extensions: { code: 'INTERNAL_SERVER_ERROR', pillar: 'AEC' } };
    expect(await ask(source)).toEqual({
      data: { cities: null },
      errors: [
        {
          message: 'first is 201',
          path: ['cities', 0],
          extensions: { code: 'INVALID_PAGE_SIZE', pillar: 'AEC', measured: 201, allowed: 200 },
        },
        { ...masked, path: ['a'] },
        masked,
        masked,
      ],
    });
    expect(log.filter(({ msg }) => msg === 'a subgraph answered with a failure')).toHaveLength(3);
  });
});

describe('no answer is', () => {
  test.each<[string, Answer, RegExp]>([
    ['a status that is no success', (response) => sendJson(response, OK, 503), /answered with status 503: .*cities/],
    [
      'a refusal of the signature',
      (response) => sendJson(response, { errors: [{ message: 'The signature is old' }] }, 401),
      /answered with status 401: .*The signature is old/,
    ],
    ['a redirection', (response) => response.writeHead(302, { location: '/elsewhere' }).end(), /status 302/],
    ['a page', (response) => response.end('<html>'), /the content type undefined: "<html>"/],
    ['a page that says it is JSON', (response) => asJson(response).end('<html>'), /no GraphQL answer: "<html>"/],
    [
      'an answer that says it is a page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(JSON.stringify(OK)),
      /the content type text\/html: .*cities/,
    ],
    ['a JSON list', (response) => sendJson(response, [OK]), /no GraphQL answer/],
    ['an empty object', (response) => sendJson(response, {}), /no GraphQL answer/],
    ['data that are a text', (response) => sendJson(response, { data: 'x' }), /no GraphQL answer/],
    ['no data and no error', (response) => sendJson(response, { data: null }), /answered with no data and no error/],
    [
      'data without a field',
      (response) => sendJson(response, { data: {} }),
      /answered with no (cities|__typename) and no error/,
    ],
    ['half a JSON text', (response) => asJson(response).end('{"data":{"cities":'), /no GraphQL answer/],
    ['an empty body', (response) => asJson(response).end(), /no GraphQL answer: ""/],
    ['a connection that is closed', (response) => response.destroy(), /other side closed|ECONNRESET/],
    [
      'an answer that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"data":', () => response.destroy());
      },
      /other side closed|terminated|ECONNRESET/,
    ],
  ])('%s', async (_case, answer, reason) => {
    const { source } = await over(answer);
    await expect(ask(source)).rejects.toThrow(reason);
    await expect(source.check()).rejects.toThrow(reason);
  });

  test('an answer beyond the limit', async () => {
    const { source } = await over((response) => sendJson(response, { data: { text: 'x'.repeat(10_000) } }), {
      answerLimitBytes: 5_000,
    });
    await expect(ask(source)).rejects.toThrow(/max size|maxResponseSize|exceeded/i);
  });

  test('silence after the connection was made', async () => {
    const { source, server } = await over(() => undefined, { deadlineMs: 50 });
    await expect(ask(source)).rejects.toThrow('no answer within 50 ms');
    await server.calls[0]?.left;
  });

  test('an answer that begins and does not end', async () => {
    const { source } = await over((response) => void response.writeHead(200).write('{"data":'), { deadlineMs: 50 });
    await expect(ask(source)).rejects.toThrow('no answer within 50 ms');
  });

  test('a port where nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const { source } = sourceAt(`http://127.0.0.1:${port}/graphql`);
    await expect(ask(source)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a connection that breaks before the answer', () => {
  /** Closes the connections of the first calls, answers the others. */
  const breaking = (first: number): Answer => {
    let calls = 0;
    return (response) => (calls++ < first ? response.destroy() : sendJson(response, OK));
  };

  test.each([1, 2])('is made again for a read: %i time', async (times) => {
    const { source, server } = await over(breaking(times));
    expect(await ask(source)).toEqual(OK);
    expect(server.calls).toHaveLength(times + 1);
  });

  test('is made three times at most', async () => {
    const { source, server } = await over(breaking(5));
    await expect(ask(source)).rejects.toThrow();
    expect(server.calls).toHaveLength(3);
  });

  test('is not made again for a mutation', async () => {
    const { source, server } = await over(breaking(1));
    await expect(ask(source, 'mutation { decide }')).rejects.toThrow();
    expect(server.calls).toHaveLength(1);
  });
});

test('a call is given up when the client leaves', async () => {
  const { source, server } = await over(() => undefined);
  const controller = new AbortController();
  const arrived = server.next();
  const asked = ask(source, '{ cities }', { signal: controller.signal });
  const call = await arrived;
  controller.abort(new Error('the client has left'));
  await expect(asked).rejects.toThrow('the client has left');
  await call.left;
  await expect(ask(source, '{ cities }', { signal: controller.signal })).rejects.toThrow('the client has left');
  expect(server.calls).toHaveLength(1);
});
