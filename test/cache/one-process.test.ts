/** Answers that are kept in one process: served without a call, never after a write that was acknowledged, and to nobody but who may have them. Long, since all ask one graph that takes seconds to start. */

import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { SupergraphManager } from '@apollo/gateway';
import { createTokens } from '../../gateway/access/tokens.ts';
import { closePillars, type OpenPillar } from '../../subgraphs/open.ts';
import { textOf } from '../check/files.ts';
import { startCachedGraph, type CachedGraph } from '../support/cached-graph.ts';
import { MUTATIONS } from '../support/decisions.ts';
import { openSeededPillars } from '../support/pillars.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { bearer, TOKEN_KEYS } from '../support/tokens.ts';

const LEAD = '{ crossPillarIssue(id: "smart-cities") { title lead { status version pillars { code } } } }';
/** Of an answer that was kept a moment ago, on however slow a machine. */
const SECONDS = /^\d$/;
const SECRETARIAT = { scope: 'lead:assign monitoring:report', desk: 'ASEAN Secretariat' };

const folder = temporaryFolder();
let pillars: OpenPillar[];
let graph: CachedGraph;
let secretariat: string;
beforeAll(async () => {
  pillars = await openSeededPillars({ settings: embedded(folder.path) });
  graph = await startCachedGraph(pillars, { explain: true });
  secretariat = await bearer(SECRETARIAT);
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await closePillars(pillars);
  folder.remove();
});

/** Decides, and gives the version of the lead after it. */
async function decide(expectedVersion: number): Promise<number> {
  const input = { issueId: 'smart-cities', pillar: 'AEC', rationale: 'As agreed.', expectedVersion };
  const { json } = await graph.ask(MUTATIONS.assign, { input }, { authorization: secretariat });
  expect(json.data.payload.userErrors).toEqual([]);
  return json.data.payload.issue.lead.version;
}

const versionNow = async () => (await graph.ask(LEAD)).json.data.crossPillarIssue.lead.version as number;

async function samples(): Promise<Record<string, number>> {
  const { text } = await graph.fetch('/metrics');
  const lines = text.split('\n').filter((line) => line.startsWith('graph_'));
  return Object.fromEntries(lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
}

test('the same text is answered with the same bytes and without a call, other white space and another address without one too', async () => {
  const first = await graph.ask(LEAD);
  expect(first.headers.get('age')).toBeNull();
  expect(
    await graph.calls(async () => {
      const again = await graph.ask(LEAD);
      expect([again.text, again.headers.get('age')]).toEqual([first.text, expect.stringMatching(SECONDS)]);
      expect((await graph.ask(LEAD.replaceAll(' ', '  '))).text).toBe(first.text);
      expect((await graph.fetch(`/graphql?query=${encodeURIComponent(LEAD)}`)).text).toBe(first.text);
    }),
  ).toBe(0);
  expect(await graph.calls(() => graph.ask(LEAD.replace('title', 'id')))).toBeGreaterThan(0);
});

/** What a dry run says, to an office that may decide. */
async function explained(query: string, variables?: object) {
  const { json } = await graph.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: secretariat },
    body: JSON.stringify({ query, variables, extensions: { explain: true } }),
  });
  return json.extensions.explain;
}

test('a dry run says what the cache would have, for who asks and without being counted', async () => {
  const query = LEAD.replace('title', 'name: title');
  const authorization = secretariat;
  const looks = async () => Object.entries(await samples()).filter(([name]) => name.startsWith('graph_cache_total'));
  const before = await looks();
  expect((await explained(query)).cache).toBe('miss');
  expect(await looks()).toEqual(before);
  await graph.ask(query);
  expect((await explained(query)).cache).toBe('miss');
  await graph.ask(query, undefined, { authorization });
  expect((await explained(query)).cache).toBe('hit');
  await decide(await versionNow());
  expect((await explained(query)).cache).toBe('stale');
});

test('a dry run of a decision names the brief that is read before it and whom that may ask, and reads nothing', async () => {
  const input = { issueId: 'smart-cities', pillar: 'AEC', rationale: 'As agreed.', expectedVersion: 0 };
  expect(
    await graph.calls(async () => {
      const { briefs, pillars: asked, steps, calls, cache } = await explained(MUTATIONS.assign, { input });
      expect(briefs).toMatchObject([{ name: 'payload', mutation: 'assignLeadPillar', brief: 'lead-decision' }]);
      const [brief] = briefs;
      expect(brief.pillars.toSorted()).toEqual(['AEC', 'APSC', 'ASCC']);
      expect(asked.toSorted()).toEqual(['AEC', 'APSC', 'ASCC']);
      expect([calls, cache]).toEqual([steps.length + brief.calls, 'bypass']);
    }),
  ).toBe(0);
});

test('variables, operations of a document and forms of an answer are told apart', async () => {
  const query = 'query A($id: ID!) { crossPillarIssue(id: $id) { id } } query B { pillars { code } }';
  const send = (more: object, accept = 'application/json') =>
    graph.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, ...more }),
    });
  const asked = [
    { operationName: 'A', variables: { id: 'smart-cities' } },
    { operationName: 'A', variables: { id: 'blue-economy' } },
    { operationName: 'B' },
  ];
  const first = await Promise.all(asked.map((each) => send(each)));
  expect(new Set(first.map(({ text }) => text)).size).toBe(3);
  const again = await Promise.all(asked.map((each) => send(each)));
  expect(again.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
  const other = await send(asked[0] as object, 'application/graphql-response+json');
  expect([other.text, other.headers.get('content-type')]).toEqual([
    first[0]?.text,
    'application/graphql-response+json; charset=utf-8',
  ]);
});

test('a read after a write sees it, whoever reads meanwhile', async () => {
  for (let version = await versionNow(); version < 5;) {
    const meanwhile = Promise.all(Array.from({ length: 20 }, versionNow));
    const next = await decide(version);
    expect(await Promise.all([versionNow(), versionNow()])).toEqual([next, next]);
    for (const each of await meanwhile) expect([version, next]).toContain(each);
    version = next;
  }
});

test('a read that began before a write and ended after it is given to nobody who came after', async () => {
  const before = await versionNow();
  const query = LEAD.replace('title', 'summary');
  const held = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  graph.hold(async () => {
    isHeld.resolve();
    await held.promise;
  });
  const early = graph.ask(query);
  await isHeld.promise;
  graph.hold(undefined);
  const after = await decide(before);
  const late = await graph.ask(query);
  held.resolve();
  const versions = [await early, late, await graph.ask(query)].map(
    ({ json }) => json.data.crossPillarIssue.lead.version,
  );
  expect(versions).toEqual([before, after, after]);
});

test('a write past the graph is seen as well, a write to another pillar costs nothing', async () => {
  await graph.ask('{ smartCity(id: "bangkok") { name } }');
  await versionNow();
  const [, aec, ascc] = pillars as [OpenPillar, OpenPillar, OpenPillar];
  const cities = aec.store.connection.collection('smartCities');
  await cities.updateOne({ _id: 'bangkok' } as object, { $set: { name: 'Krung Thep' } });
  expect((await graph.ask('{ smartCity(id: "bangkok") { name } }')).json.data).toEqual({
    smartCity: { name: 'Krung Thep' },
  });
  expect(await graph.calls(versionNow)).toBe(0);
  await ascc.store.connection.collection('notes').insertOne({ text: 'of no collection that is read' });
  expect(await graph.calls(versionNow)).toBeGreaterThan(0);
});

test('a mutation runs each time, and what has an error is not kept', async () => {
  const input = { issueId: 'blue-economy', pillar: 'AEC', rationale: 'As agreed.', expectedVersion: 0 };
  const send = () => graph.ask(MUTATIONS.assign, { input }, { authorization: secretariat });
  const codes = [await send(), await send()].map(({ json }) => json.data.payload.userErrors.map(codeOf));
  expect(codes).toEqual([[], ['VERSION_CONFLICT']]);
  const both = '{ crossPillarIssue(id: "connectivity") { id } smartCity(id: "bangkok") { id } }';
  graph.down.add('aec');
  expect((await graph.ask(both)).json.errors.map(codeOf)).toEqual(['PILLAR_UNAVAILABLE']);
  graph.down.clear();
  expect((await graph.ask(both)).json).toEqual({
    data: { crossPillarIssue: { id: 'connectivity' }, smartCity: { id: 'bangkok' } },
  });
  const wrong = await graph.ask('{ nothing }');
  expect((await graph.ask('{ nothing }')).text).toBe(wrong.text);
});

test('what one caller was answered is not given to another', async () => {
  const query = '{ sdgs { number } }';
  await graph.ask(query);
  for (const claims of [{ sub: 'a' }, { sub: 'b' }, { sub: 'a', scope: 'lead:assign' }]) {
    const authorization = await bearer(claims);
    expect(await graph.calls(() => graph.ask(query, {}, { authorization }))).toBe(1);
    expect(await graph.calls(() => graph.ask(query, {}, { authorization }))).toBe(0);
  }
});

test('where reading is closed, what is kept is closed too, and a token that has expired is refused', async () => {
  let now = new Date();
  const closed = await startCachedGraph(pillars, {
    readAccess: 'authenticated',
    tokens: createTokens({ keys: TOKEN_KEYS, now: () => now }),
  });
  onTestFinished(() => closed[Symbol.asyncDispose]());
  const authorization = await bearer();
  const statuses = async (headers: Record<string, string>) => [
    (await closed.ask(LEAD, {}, headers)).status,
    (await closed.fetch('/q/leads-by-pillar', { headers })).status,
  ];
  for (const _ of [1, 2]) {
    expect(await statuses({ authorization })).toEqual([200, 200]);
    expect(await statuses({})).toEqual([401, 401]);
    expect(await statuses({ authorization: `${authorization.slice(0, -2)}aa` })).toEqual([401, 401]);
  }
  now = new Date(Date.now() + 2 * 3_600_000);
  expect(await statuses({ authorization })).toEqual([401, 401]);
});

test('refusals come before what is kept: another site, another method, another form, a body that is too large', async () => {
  const path = `/graphql?query=${encodeURIComponent(LEAD)}`;
  for (const _ of [1, 2]) expect((await graph.fetch(path)).status).toBe(200);
  const refused = [
    { headers: { 'sec-fetch-site': 'cross-site' } },
    { headers: { accept: 'image/png' } },
    { method: 'PUT' },
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: LEAD }) },
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: ' '.repeat(1_100_000) },
  ];
  const statuses: number[] = [];
  for (const init of refused) statuses.push((await graph.fetch(path, init)).status);
  expect(statuses).toEqual([403, 406, 405, 415, 413]);
});

test('however a request arrives: in parts, several at once, without a host', async () => {
  const body = JSON.stringify({ query: LEAD });
  const head = (...more: string[]) =>
    [
      'POST /graphql HTTP/1.1',
      'content-type: application/json',
      `content-length: ${body.length}`,
      ...more,
      '',
      '',
    ].join('\r\n');
  const host = 'host: 127.0.0.1';
  const whole = `${head(host)}${body}`;
  const cases: readonly (readonly [parts: readonly string[], statuses: readonly string[]])[] = [
    [
      [whole, whole],
      ['200', '200'],
    ],
    [
      [head(host), body, whole],
      ['200', '200'],
    ],
    [
      [head(host), body.slice(0, 9), `${body.slice(9)}${whole}${whole}`],
      ['200', '200', '200'],
    ],
    [[`${head('host: [')}${body}`], ['400']],
    [[`${head(host, 'content-encoding: gzip')}${body}`], ['400']],
    [[`${head(host, 'accept: image/png')}${body}`], ['406']],
  ];
  await graph.ask(LEAD);
  for (const [parts, statuses] of cases) {
    const socket = connect(Number(new URL(graph.url).port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => (received += text));
    const answered = () => [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    await once(socket, 'connect');
    for (const part of parts) {
      socket.write(part);
      // Each part is a packet of its own.
      await new Promise(setImmediate);
    }
    await vi.waitFor(() => expect(answered()).toEqual(statuses));
    socket.destroy();
  }
});

test('who has it already gets 304; who may keep it, and on what it depends, is said', async () => {
  for (const path of ['/q/leads-by-pillar', `/graphql?query=${encodeURIComponent(LEAD)}`]) {
    const fresh = await graph.fetch(path);
    const tag = fresh.headers.get('etag') as string;
    const kept = await graph.fetch(path);
    expect(Object.fromEntries(kept.headers)).toMatchObject({
      etag: tag,
      'cache-control': 'no-cache',
      vary: expect.stringMatching(/^accept(, accept-encoding)?$/),
      age: expect.stringMatching(SECONDS),
      'x-content-type-options': 'nosniff',
    });
    const unchanged = await graph.fetch(path, { headers: { 'if-none-match': `"x", ${tag}` } });
    const said = ['etag', 'vary'].map((name) => unchanged.headers.get(name));
    expect([unchanged.status, unchanged.text, ...said]).toEqual([304, '', tag, kept.headers.get('vary')]);
    const head = await fetch(graph.url + path, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual(path.startsWith('/q') ? [200, tag] : [405, null]);
    const mine = { headers: { authorization: secretariat } };
    for (const { headers } of [await graph.fetch(path, mine), await graph.fetch(path, mine)])
      expect(headers.get('cache-control')).toBe('private, no-cache');
  }
  const tagNow = async () => (await graph.fetch(`/graphql?query=${encodeURIComponent(LEAD)}`)).headers.get('etag');
  const tagBefore = await tagNow();
  await decide(await versionNow());
  expect(await tagNow()).not.toBe(tagBefore);
});

test('packed and unpacked are the same', async () => {
  const query = '{ crossPillarIssues(first: 30) { nodes { id title summary } } }';
  const texts = new Set<string>();
  const encodings: (string | null)[] = [];
  for (const encoding of ['identity', 'br', 'gzip', 'br', 'gzip', 'identity']) {
    const { text, headers } = await graph.ask(query, {}, { 'accept-encoding': encoding });
    texts.add(text);
    encodings.push(headers.get('content-encoding'));
  }
  expect(texts.size).toBe(1);
  expect(encodings).toEqual([null, 'br', 'gzip', 'br', 'gzip', null]);
});

test('each has its id, its line of the log and its place in the counts', async () => {
  const headers = { 'x-request-id': 'the-second' };
  await graph.fetch('/q/issues-without-lead');
  const before = await samples();
  expect((await graph.fetch('/q/issues-without-lead', { headers })).headers.get('x-request-id')).toBe('the-second');
  const after = await samples();
  const grown = Object.keys(after).filter(
    (name) => /^graph_(?!requests).*_total/.test(name) && after[name] !== (before[name] ?? 0),
  );
  expect(grown.toSorted()).toEqual([
    'graph_cache_total{outcome="hit"}',
    'graph_operations_total{operation="issues-without-lead",outcome="answered"}',
  ]);
  const lines = graph.log.filter(({ requestId }) => requestId === 'the-second');
  const line = { msg: 'request', method: 'GET', path: '/q/issues-without-lead', operation: 'issues-without-lead' };
  expect(lines).toMatchObject([{ ...line, status: 200 }]);
});

test('tables are counted and logged under the name of their operation as well', async () => {
  const free = async () => (await samples())['graph_operations_total{operation="free-form",outcome="answered"}'];
  const before = await free();
  for (const parameters of ['', '&all=true']) {
    const { headers } = await graph.fetch(`/q/issues-without-lead?format=csv${parameters}`);
    const line = () => graph.log.find(({ requestId }) => requestId === headers.get('x-request-id'));
    await vi.waitUntil(line, { timeout: 10_000 });
    expect(line(), parameters).toMatchObject({ operation: 'issues-without-lead' });
  }
  expect(await free()).toBe(before);
});

test('a supergraph that is exchanged takes all that was kept with it; nothing is kept where there is no memory for it', async () => {
  const exchange = Promise.withResolvers<(sdl: string) => void>();
  const sdl = textOf('schema/generated/supergraph.graphql');
  const supergraphSdl: SupergraphManager = {
    async initialize({ update }) {
      exchange.resolve(update);
      return { supergraphSdl: sdl };
    },
  };
  const reloaded = await startCachedGraph(pillars, { supergraphSdl });
  onTestFinished(() => reloaded[Symbol.asyncDispose]());
  await reloaded.ask(LEAD);
  expect(await reloaded.calls(() => reloaded.ask(LEAD))).toBe(0);
  (await exchange.promise)(sdl.replace('"""', '"""Exchanged. '));
  expect(await reloaded.calls(() => reloaded.ask(LEAD))).toBeGreaterThan(0);
  const without = await startCachedGraph(pillars, { cacheMb: 0 });
  onTestFinished(() => without[Symbol.asyncDispose]());
  for (const _ of [1, 2]) expect(await without.calls(() => without.ask(LEAD))).toBeGreaterThan(0);
});

function codeOf({ code, extensions }: { code?: string; extensions?: { code: string } }): string | undefined {
  return code ?? extensions?.code;
}

test('what is kept closes its connection where the server stops before it is answered', async () => {
  const stopping = await startCachedGraph(pillars);
  const path = `/graphql?query=${encodeURIComponent(LEAD)}`;
  await stopping.fetch(path, { headers: { accept: 'application/json' } });
  const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  const stopped = Promise.withResolvers<void>();
  const started = channel('http.server.request.start');
  const stop = () => {
    started.unsubscribe(stop);
    stopping[Symbol.asyncDispose]().then(stopped.resolve, stopped.reject);
  };
  started.subscribe(stop);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n`);
  await stopped.promise;
  expect(received).toMatch(/^HTTP\/1\.1 200/);
  expect(received).toMatch(/\r\nage: \d+\r\n/);
  expect(received).toMatch(/\r\nconnection: close\r\n/);
});
