/** `node test/bench/search.ts`: what a search costs, the whole way over HTTP, and how that grows with the data. Also a part of `npm run bench`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, median, seed, startProcess } from './process.ts';

/** What people type: one word and several, rare and common, whole and begun. */
const TEXTS = ['smart cities', 'AEM', 'viet', 'trade facil', 'timor', 'culture of prevention', 'asean', 'a'];
const QUERY = `query ($text: String!) {
  search(text: $text, first: 10) { nodes { kind id title snippet score steward { name } } }
}`;
const COUNT = 'query ($text: String!) { search(text: $text, first: 0) { totalCount } }';
const RUNS = 30;
const WARM = 10;

/** Measures a running graph: of each text the median of its first page, then of all texts together, and of a count. */
export async function benchSearch(url: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const all: number[] = [];
  for (const text of TEXTS) {
    const times = await cost(url, QUERY, text);
    all.push(...times);
    found.set(`search for \`${text}\``, milliseconds(times));
  }
  found.set('all of these searches', milliseconds(all));
  return found.set('count of what `asean` finds', milliseconds(await cost(url, COUNT, 'asean')));
}

async function cost(url: string, query: string, text: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await ask(url, query, { text });
    if (run >= WARM) times.push(performance.now() - start);
  }
  return times;
}

function milliseconds(times: readonly number[]): string {
  return `${median(times).toFixed(1)} ms`;
}

/** Seeds a store of each scale and measures them one after the other. */
async function main(scales: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-search-'));
  try {
    const columns: Map<string, string>[] = [];
    for (const scale of scales) {
      const dataDir = join(folder, String(scale));
      await seed(dataDir, scale);
      const graph = await startProcess(dataDir);
      columns.push(await benchSearch(graph.url));
      await graph.stop();
    }
    console.log(`| first page of ten, median | ${scales.map((scale) => `${scale}×`).join(' | ')} |`);
    console.log(`| --- | ${scales.map(() => '---').join(' | ')} |`);
    for (const name of columns[0]?.keys() ?? [])
      console.log(`| ${name} | ${columns.map((column) => column.get(name)).join(' | ')} |`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { scales: { type: 'string', default: '1,10,100' } } });
  await main(values.scales.split(',').map(Number));
}
