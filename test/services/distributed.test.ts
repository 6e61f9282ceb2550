/** The graph over subgraphs in other processes: it answers as in one process, also where only one is remote, and says which pillar is away. */

import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verify } from '../../subgraphs/kit/signing.ts';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';
import { startRunning, type Running } from '../http/started.ts';
import { launch } from '../support/services/process.ts';
import { ask, SECRET, startDistributed, startGateway, type Distributed } from '../support/services/services.ts';
import { isProbe, PROVEN, sendJson, startFakeSubgraph, type ReceivedCall } from '../support/services/fake-subgraph.ts';
import { startUnsignedSubgraph } from '../support/services/unsigned-subgraph.ts';

const OPERATIONS = new URL('../../gateway/operations/', import.meta.url);
const NAMES = (await readdir(OPERATIONS)).filter((name) => name.endsWith('.graphql'));

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
let whole: Running;
let distributed: Distributed;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'distributed-'));
  whole = await startRunning({ env: { DATA_DIR: join(folder, 'whole') } });
  closing.push(() => whole.stop());
  distributed = await startDistributed({ DATA_DIR: join(folder, 'distributed') });
  closing.push(() => distributed.stop());
});
afterAll(async () => {
  for (const close of closing) await close();
  await rm(folder, { recursive: true });
});

async function textOf(url: string, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}

const PAGES = [
  '{ pillars { name leads { title } bodies(first: 3) { totalCount nodes { id name } } } }',
  '{ meetings(last: 5) { totalCount pageInfo { hasPreviousPage startCursor } edges { cursor node { title steward { name } } } } }',
  '{ bodies(filter: { text: "minister" }, first: 200) { totalCount nodes { id acronym parent { id } } } }',
  '{ body(id: "aec:nothing") { name } smartCity(id: "nowhere") { name } }',
  '{ meetings(first: 201) { totalCount } smartCities(first: -1) { totalCount } }',
];

describe('three remote subgraphs', () => {
  test.each(NAMES)('answer %s as one process does, to the byte', async (name) => {
    const query = await readFile(new URL(name, OPERATIONS), 'utf8');
    const answer = await textOf(distributed.url, query);
    expect(answer).toBe(await textOf(whole.url, query));
    expect(answer).not.toContain('"errors"');
  });

  test.each(PAGES)('answer %s as one process does, to the byte', async (query) => {
    expect(await textOf(distributed.url, query)).toBe(await textOf(whole.url, query));
  });

  test('answer registered operations as one process does, and say which data set they hold', async () => {
    const paths = ['/q/calendar-2025?format=csv', '/q/leads-by-pillar', '/q/calendar-2025.metadata.json'];
    for (const path of paths) {
      const [ours, theirs] = await Promise.all([distributed.url, whole.url].map((url) => fetch(`${url}${path}`)));
      expect(await ours?.text()).toBe(await theirs?.text());
      expect([ours?.status, ours?.headers.get('etag')]).toEqual([200, theirs?.headers.get('etag')]);
    }
    const metadata: unknown = await (await fetch(`${distributed.url}/q/calendar-2025.metadata.json`)).json();
    const version = { version: expect.stringMatching(/^\d{4}-/), hash: expect.any(String) };
    expect(metadata).toMatchObject({ dataSets: { APSC: version, AEC: version, ASCC: version } });
  });

  test('are named by the readiness of the gateway', async () => {
    const ready = await fetch(`${distributed.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        status: 'ready',
        checks: { supergraph: 'ok', 'subgraph apsc': 'ok', 'subgraph aec': 'ok', 'subgraph ascc': 'ok' },
      },
    ]);
  });
});

describe('one remote subgraph', () => {
  test('answers beside two in process, and its store is not opened here', async () => {
    const dataDir = join(folder, 'mixed');
    const { url } = distributed.subgraphs.AEC;
    const env = { DATA_DIR: dataDir, AEC_URL: `${url}/graphql`, SUBGRAPH_SIGNING_SECRET: SECRET };
    const mixed = await startRunning({ env });
    onTestFinished(async () => void (await mixed.stop()));
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.sqlite')).toSorted()).toEqual([
      'asean_apsc.sqlite',
      'asean_ascc.sqlite',
    ]);
    for (const query of PAGES) expect(await textOf(mixed.url, query)).toBe(await textOf(whole.url, query));
    const ready = await fetch(`${mixed.url}/ready`);
    expect(await ready.json()).toMatchObject({
      checks: { 'store of the APSC': 'ok', 'store of the ASCC': 'ok', 'subgraph aec': 'ok' },
    });
  });
});

describe('a gateway alone', () => {
  /** A gateway over subgraphs that the test plays, all three the same. Each takes itself for the pillar that is looked for. */
  async function over(answer: Parameters<typeof startFakeSubgraph>[0]) {
    const played = await startFakeSubgraph((response, call) =>
      isProbe(call) ? sendJson(response, PROVEN) : answer(response, call),
    );
    const { url } = played;
    const env = { AUTH_SECRET: TOKEN_KEYS.secret, CACHE_MB: '0' };
    const gateway = await startGateway({ APSC: url, AEC: url, ASCC: url }, env);
    onTestFinished(async () => {
      await gateway.stop();
      await played[Symbol.asyncDispose]();
    });
    return { played, gateway };
  }

  test('passes on who asks, as it has verified it and under its signature', async () => {
    const { played, gateway } = await over((response) => sendJson(response, { data: { smartCity: null } }));
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: await bearer({ desk: 'Secretariat', scope: 'lead:assign' }),
      },
      body: JSON.stringify({ query: '{ smartCity(id: "bangkok") { name } }' }),
    });
    const { headers, body } = played.calls.find((call) => !isProbe(call)) as ReceivedCall;
    expect(verify({ secret: SECRET, now: Date.now(), headers, body })).toEqual({
      valid: true,
      identity: '{"actor":"Secretariat","pillars":null,"scopes":["lead:assign"],"subject":"tester"}',
    });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('says which pillar did not answer, the reason only in its log', async () => {
    const { gateway } = await over((response) => response.writeHead(500).end('stack at /srv/aec.ts:12'));
    expect(await ask(gateway.url, '{ pillars { code } smartCity(id: "bangkok") { name } }')).toEqual({
      data: { pillars: [{ code: 'APSC' }, { code: 'AEC' }, { code: 'ASCC' }], smartCity: null },
      errors: [
        {
          message: 'The Economic Community did not answer',
          path: ['smartCity'],
          extensions: { code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' },
        },
      ],
    });
    await gateway.until(/answered with status 500: .*stack at \/srv\/aec\.ts:12/);
  });

  test('gives a call up when its client leaves', async () => {
    const { played, gateway } = await over(() => undefined);
    const body = JSON.stringify({ query: '{ smartCity(id: "bangkok") { name } }' });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const client = request(`${gateway.url}/graphql`, { method: 'POST', headers });
    client.end(body);
    let call = await played.next();
    while (isProbe(call)) call = await played.next();
    const failed = once(client, 'error');
    client.destroy(new Error('left'));
    await failed;
    await call.left;
    expect(gateway.out()).not.toContain('a subgraph did not answer');
  });

  test.each([
    ['an address', { AEC_URL: '' }, /^AEC_URL is not set: a gateway alone needs the address of each subgraph/],
    ['the secret', { SUBGRAPH_SIGNING_SECRET: '' }, /^SUBGRAPH_SIGNING_SECRET is not set: calls to a remote subgraph/],
  ])('does not start without %s', async (_case, env, words) => {
    const urls = Object.fromEntries(
      ['APSC', 'AEC', 'ASCC'].map((code) => [`${code}_URL`, 'http://127.0.0.1:9/graphql']),
    );
    const launched = launch({ file: 'gateway/main.ts', env: { ...urls, SUBGRAPH_SIGNING_SECRET: SECRET, ...env } });
    const { code, out, err } = await launched.ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(words)]);
  });
});

test('a subgraph of a benchmark answers unsigned calls', async () => {
  await distributed.subgraphs.APSC.stop();
  const subgraph = await startUnsignedSubgraph('APSC', { dataDir: join(folder, 'distributed') });
  expect(await ask(subgraph.url, '{ memberStates { code } }')).toMatchObject({
    data: { memberStates: expect.arrayContaining([{ code: 'TLS' }]) },
  });
  expect((await subgraph.stop()).code).toBe(0);
});
