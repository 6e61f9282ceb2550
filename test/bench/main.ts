/** `npm run bench`: start, memory, three reference operations over HTTP in each mode, how the cost of a page grows with the data, what hostile requests cost, and how soon a pillar is back. `--quick` for short runs. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { benchCache, CACHE_HEADS } from './cache.ts';
import { benchExport, EXPORT_HEAD } from './export.ts';
import { benchDecisions } from './decisions.ts';
import { MODES } from './modes.ts';
import { ask, median, seed, startProcess } from './process.ts';
import { benchRecovery, RECOVERY_HEAD } from './recovery.ts';
import { benchHostile, HOSTILE_HEAD } from './hostile.ts';
import { benchSearch } from './search.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const SECONDS = values.quick ? 2 : 10;
const STARTS = values.quick ? 3 : 7;
const SCALES = values.quick ? [1, 10] : [1, 10, 100];
const REST_SECONDS = values.quick ? 3 : 20;
const FIRST_QUERY = '{ pillars { code name bodies(first: 1) { totalCount } } }';

/** Pages whose cost should not depend on how many records there are, and counts, which may grow with the matches. */
const PAGES: Readonly<Record<string, string>> = {
  'first page of all meetings':
    'query ($after: String) { list: meetings(first: 25, after: $after) { nodes { title } pageInfo { endCursor } } }',
  'page of one steward': '{ pillar(code: ASCC) { meetings(first: 25) { nodes { title } } } }',
  'page of an issue': '{ crossPillarIssue(id: "smart-cities") { instruments(first: 25) { nodes { title } } } }',
  'cities with projects': '{ smartCities(first: 50) { nodes { name projects(first: 3) { nodes { title } } } } }',
  'count of all meetings': '{ meetings(first: 0) { totalCount } }',
  'substring in titles': '{ meetings(first: 25, filter: { text: "Timor" }) { nodes { title } } }',
};

const folder = mkdtempSync(join(tmpdir(), 'graph-bench-'));
try {
  const dataDir = join(folder, '1');
  await seed(dataDir, 1);
  await benchStart(dataDir);
  await benchOperations(dataDir);
  await benchGrowth();
  const { speed, age } = await benchCache(values.quick ? { seconds: 1, pairs: 3, writes: 10 } : undefined);
  table(CACHE_HEADS.speed, speed);
  table(CACHE_HEADS.age, age);
  table(EXPORT_HEAD, await benchExport(folder, values.quick ? 4 : undefined));
  table(['decisions on leads, one process', 'measured'], await benchDecisions());
  table(HOSTILE_HEAD, await benchHostile(values.quick ? 10 : undefined));
  table(RECOVERY_HEAD, await benchRecovery(values.quick ? 3 : undefined));
} finally {
  rmSync(folder, { recursive: true });
}

async function benchStart(dataDir: string): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const start = performance.now();
    const graph = await startProcess(dataDir);
    await ask(graph.url, FIRST_QUERY);
    times.push(performance.now() - start);
    await graph.stop();
  }
  const graph = await startProcess(dataDir);
  await ask(graph.url, FIRST_QUERY);
  await pause(REST_SECONDS * 1000);
  const resident = graph.residentMb();
  await graph.stop();
  table(
    ['start, data seeded', 'measured'],
    [
      ['process start to first answered query, median', `${(median(times) / 1000).toFixed(2)} s`],
      [`resident memory after ${REST_SECONDS} s at rest`, `${resident.toFixed(0)} MB`],
    ],
  );
}

async function benchOperations(dataDir: string): Promise<void> {
  const rows: string[][] = [];
  for (const [mode, start] of Object.entries(MODES)) {
    const graph = await start(dataDir);
    for (const name of ['small', 'medium', 'heavy']) {
      const query = readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8');
      const size = JSON.stringify(await ask(graph.url, query)).length;
      await load(graph.url, query, 2);
      const result = await load(graph.url, query, SECONDS);
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${mode}, ${name}: ${result.non2xx} failed answers, ${result.errors} errors`);
      const { requests, latency } = result;
      rows.push([
        mode,
        name,
        `${(size / 1024).toFixed(1)} kB`,
        requests.average.toFixed(0),
        `${latency.p50} ms`,
        `${latency.p99} ms`,
      ]);
    }
    await graph.stop();
  }
  table(['mode', 'operation', 'answer', 'requests/s', 'p50', 'p99'], rows);
}

function load(url: string, query: string, seconds: number) {
  const body = JSON.stringify({ query });
  return autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections: 4,
    duration: seconds,
  });
}

async function benchGrowth(): Promise<void> {
  const costs: Record<string, string[]> = Object.fromEntries(
    [...Object.keys(PAGES), 'page in the middle'].map((name) => [name, []]),
  );
  for (const scale of SCALES) {
    const dataDir = join(folder, String(scale));
    if (scale > 1) await seed(dataDir, scale);
    const graph = await startProcess(dataDir);
    for (const [name, query] of Object.entries(PAGES)) costs[name]?.push(await cost(graph.url, query));
    costs['page in the middle']?.push(await middleCost(graph.url));
    for (const [name, each] of await benchSearch(graph.url)) (costs[name] ??= []).push(each);
    await graph.stop();
  }
  table(
    ['one page, median', ...SCALES.map((scale) => `${scale}×`)],
    Object.entries(costs).map(([name, each]) => [name, ...each]),
  );
}

async function middleCost(url: string): Promise<string> {
  const query = PAGES['first page of all meetings'] as string;
  let after: string | null = null;
  for (let page = 0; page < 4; page++) {
    const { list } = (await ask(url, query, { after })) as { list: { pageInfo: { endCursor: string | null } } };
    after = list.pageInfo.endCursor;
  }
  return cost(url, query, { after });
}

async function cost(url: string, query: string, variables: object = {}): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < 30; run++) {
    const start = performance.now();
    await ask(url, query, variables);
    if (run >= 10) times.push(performance.now() - start);
  }
  return `${median(times).toFixed(1)} ms`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(`\n${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}`);
}
