/** A thousand hostile requests against one real server: no crash, no failure of its own, and no work for those that are refused. */

import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../../schema/errors.ts';
import { createRandom } from '../differential/random.ts';
import { requestOf, send, sendCorpus } from './hostile/corpus.ts';
import { HOSTILE } from './hostile/documents.ts';
import { startWatchedServer, type WatchedServer } from './hostile/server.ts';

const CASES = 1_000;
const SEED = 20_261;

let server: WatchedServer;
beforeAll(async () => {
  server = await startWatchedServer({ requestTimeoutMs: 1_000 });
});
afterAll(() => server.stop());

test.each(Object.entries(HOSTILE))('%s: refused by name, and nothing is planned or asked', async (_name, make) => {
  const operation = make(createRandom(SEED));
  const before = server.work();
  const { status, codes } = await send(server.url, requestOf(operation));
  expect(status).toBe(ERRORS[operation.codes[0] as ErrorCode].status);
  expect(operation.codes).toEqual(expect.arrayContaining([codes[0]]));
  expect(server.work()).toBe(before);
});

test(`${CASES} hostile requests crash nothing, cause no failure and, where they are refused, no work`, async () => {
  const { faults, refused } = await sendCorpus(server, { seed: SEED, count: CASES });
  expect(faults).toEqual([]);
  expect(refused).toBeGreaterThan(CASES / 2);
  expect(server.failures).toEqual([]);
});

describe('a connection', () => {
  const raw = async (...parts: string[]): Promise<string> => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const chunks: string[] = [];
    socket.setEncoding('utf8').on('data', (chunk: string) => void chunks.push(chunk));
    for (const part of parts) socket.write(part);
    await once(socket, 'close');
    return chunks.join('');
  };

  test('that sends its body too slowly is answered and closed', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';
    expect(await raw(head, '{"query":')).toMatch(/^HTTP\/1\.1 400 [^]*did not arrive in time/);
  });

  test('that sends two lengths, or a length and chunks, is answered and closed', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    expect(await raw(`${head}content-length: 5\r\ncontent-length: 6\r\n\r\n{"a"}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(`${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  test('that sends no HTTP is answered and closed', async () => {
    expect(await raw('\u0000\u0001\u0002 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*is no HTTP/);
  });
});

test('the graph answers as before', async () => {
  const answer = await send(server.url, requestOf({ query: '{ pillars { code } }', codes: [] }));
  expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('"APSC"') });
});
