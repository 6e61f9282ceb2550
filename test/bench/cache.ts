/**
 * What an answer that is kept costs beside a bare `node:http` with the same bytes, and after how long another gateway knows of a write:
 * `node test/bench/cache.ts` alone, and a part of `npm run bench`.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';
import autocannon from 'autocannon';
import { SignJWT } from 'jose';
import { startMongodbServer } from '../support/mongodb-server/server.ts';
import { startDistributed, startGateway, startSubgraph } from '../support/services/services.ts';
import { FERRETDB } from '../support/store/mongodb-servers.ts';
import { ask, median, seed, startProcess } from './process.ts';

const AUTH_SECRET = 'the secret of the tokens of benchmarks, which is not secret';
const CONNECTIONS = 16;

/** How long and how often. */
interface Effort {
  /** Of each load, in seconds. */
  readonly seconds: number;
  /** Loads of each of the two, in turns. */
  readonly pairs: number;
  readonly writes: number;
}

const EFFORT: Effort = { seconds: 2, pairs: 7, writes: 40 };

/** The heads of the two tables. */
export const CACHE_HEADS = {
  speed: ['an answer that is kept', 'size', 'requests/s', '`node:http`, the same bytes', 'ratio, median'],
  age: ['known to another gateway after a write', 'median', 'most'],
} as const;

/** The figures as rows of the two tables. */
export async function benchCache(effort: Effort = EFFORT): Promise<{ speed: string[][]; age: string[][] }> {
  const folder = mkdtempSync(join(tmpdir(), 'cache-bench-'));
  try {
    await seed(folder, 1);
    const speed = await benchSpeed(folder, effort);
    return { speed, age: await benchAge(folder, effort) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchSpeed(dataDir: string, { seconds, pairs }: Effort): Promise<string[][]> {
  const graph = await startProcess(dataDir, { CACHE_MB: '64', LOG_LEVEL: 'info' });
  const rows: string[][] = [];
  try {
    for (const name of ['small', 'medium', 'heavy']) {
      const query = readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8');
      await ask(graph.url, query);
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      } as const;
      rows.push([`${name}, by POST`, ...(await compare(graph.url, request, { seconds, pairs }))]);
    }
    const address = new URL('/q/leads-by-pillar', graph.url).href;
    await fetch(address);
    rows.push(['a registered one, by GET', ...(await compare(address, { method: 'GET' }, { seconds, pairs }))]);
  } finally {
    await graph.stop();
  }
  return rows;
}

type Sent = Pick<autocannon.Options, 'method' | 'headers' | 'body'>;

/** In turns, so that both meet the same machine. */
async function compare(url: string, request: Sent, { seconds, pairs }: Omit<Effort, 'writes'>): Promise<string[]> {
  const { method, headers, body } = request as RequestInit;
  const bytes = Buffer.from(await (await fetch(url, { method, headers, body } as RequestInit)).arrayBuffer());
  const bare = await startBare(bytes);
  const load = async (at: string): Promise<number> => {
    const { requests, non2xx, errors } = await autocannon({
      ...request,
      url: at,
      connections: CONNECTIONS,
      duration: seconds,
    });
    if (non2xx + errors > 0) throw new Error(`${at}: ${non2xx} failed answers, ${errors} errors`);
    return requests.average;
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const isFirst = pair % 2 === 0;
    if (isFirst) theirs.push(await load(bare.url));
    ours.push(await load(url));
    if (!isFirst) theirs.push(await load(bare.url));
  }
  bare.stop();
  const ratios = ours.map((each, index) => each / (theirs[index] as number));
  return [
    `${(bytes.length / 1024).toFixed(1)} kB`,
    median(ours).toFixed(0),
    median(theirs).toFixed(0),
    median(ratios).toFixed(2),
  ];
}

/** The least that Node can do, in a process of its own as the graph is. */
async function startBare(bytes: Buffer): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), ['bare'], { serialization: 'advanced' });
  child.send(bytes);
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}/`, stop: () => void child.kill() };
}

function serveBare(): void {
  process.once('message', (bytes: Uint8Array) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length };
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(200, headers).end(bytes));
    });
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
  });
}

async function benchAge(dataDir: string, { writes }: Effort): Promise<string[][]> {
  const env = { LOG_LEVEL: 'error' };
  const first = await startDistributed({ DATA_DIR: dataDir, ...env }, { AUTH_SECRET, ...env });
  const urls = Object.fromEntries(Object.entries(first.subgraphs).map(([code, { url }]) => [code, url])) as never;
  const second = await startGateway(urls, { AUTH_SECRET, ...env });
  const rows = [['of one process of the pillar', ...(await ages(first.url, second.url, writes))]];
  await second.stop();
  await first.stop();
  if (FERRETDB.missing !== undefined) return rows;
  const database = await startMongodbServer({ dataDir: join(dataDir, 'mongodb') });
  const shared = await startDistributed({ MONGODB_URI: database.uri, ...env }, { AUTH_SECRET, ...env });
  const sibling = await startSubgraph('ASCC', { MONGODB_URI: database.uri, ...env });
  const { APSC, AEC } = shared.subgraphs;
  const other = await startGateway({ APSC: APSC.url, AEC: AEC.url, ASCC: sibling.url }, { AUTH_SECRET, ...env });
  rows.push(['of a sibling process, over the database', ...(await ages(shared.url, other.url, writes))]);
  await other.stop();
  await sibling.stop();
  await shared.stop();
  await database.stop();
  return rows;
}

/** From the acknowledgement at one gateway to the first answer of the other that was asked for after it and has the write. */
async function ages(writer: string, reader: string, writes: number): Promise<string[]> {
  const token = await new SignJWT({ sub: 'bench', scope: 'lead:assign' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(AUTH_SECRET));
  const read = '{ crossPillarIssue(id: "smart-cities") { lead { version } } }';
  const versionAt = async (url: string) =>
    ((await ask(`${url}/graphql`, read)) as { crossPillarIssue: { lead: { version: number } } }).crossPillarIssue.lead
      .version;
  const query =
    'mutation ($input: AssignLeadPillarInput!) { assignLeadPillar(input: $input) { decision { version } userErrors { message } } }';
  const found: number[] = [];
  let version = await versionAt(writer);
  for (let write = 0; write < writes; write++) {
    await versionAt(reader);
    const input = { issueId: 'smart-cities', pillar: 'AEC', rationale: 'As agreed.', expectedVersion: version };
    const response = await fetch(`${writer}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const written = performance.now();
    const { data } = (await response.json()) as {
      data: { assignLeadPillar: { decision: { version: number } | null } };
    };
    if (!data.assignLeadPillar.decision) throw new Error(JSON.stringify(data));
    version += 1;
    let asked = performance.now();
    while ((await versionAt(reader)) !== version) asked = performance.now();
    found.push(Math.max(0, asked - written));
  }
  return [median(found), Math.max(...found)].map((each) => `${each.toFixed(1)} ms`);
}

if (process.argv[2] === 'bare') serveBare();
else if (import.meta.main) {
  const quick = process.argv.includes('--quick');
  const { speed, age } = await benchCache(quick ? { seconds: 1, pairs: 3, writes: 10 } : EFFORT);
  for (const [head, rows] of [
    [CACHE_HEADS.speed, speed],
    [CACHE_HEADS.age, age],
  ] as const)
    for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}
