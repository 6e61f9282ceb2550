/**
 * `node test/bench/hostile.ts`: the processor time that a hostile request costs the server, by class. Also a part of `npm run bench`.
 * V8's own threads mark garbage and compile for all requests, whichever is under way: what they take is counted apart, and shared out.
 */

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from '../differential/random.ts';
import { requestOf, send } from '../limits/hostile/corpus.ts';
import { HOSTILE } from '../limits/hostile/documents.ts';
import { startWatchedServer } from '../limits/hostile/server.ts';

/** The head of its table. */
export const HOSTILE_HEAD = [
  'processor time of a refusal',
  'p50',
  'p95',
  'highest',
  'V8’s threads, on average',
] as const;

/** Rounds over all classes before any is measured. */
const WARM = 10;
/** Said to this file where it is to be the server. */
const SERVE = 'serve';

/** Processor time in milliseconds. */
interface Usage {
  /** Of the thread that answers, its pauses to collect garbage included, and of those that work for it. */
  readonly own: number;
  readonly v8: number;
}

/** The rows: one a class, and all together. Throws where a request is not refused. */
export async function benchHostile(runs = 60): Promise<string[][]> {
  const server = fork(fileURLToPath(import.meta.url), [SERVE], { execArgv: ['--max-semi-space-size=32'] });
  try {
    const url = await heard<string>(server);
    const random = createRandom(1);
    const rows: string[][] = [];
    const all: Usage[] = [];
    // One after the other, so that no class pays for what the server does at its start.
    for (let round = 0; round < WARM; round++)
      for (const make of Object.values(HOSTILE)) await send(url, requestOf(make(random)));
    for (const [name, make] of Object.entries(HOSTILE)) {
      const times: Usage[] = [];
      for (let run = 0; run < runs; run++) {
        const request = requestOf(make(random));
        const before = await usageOf(server);
        const { isRefused, text } = await send(url, request);
        const after = await usageOf(server);
        if (!isRefused) throw new Error(`${name} was answered: ${text.slice(0, 200)}`);
        times.push({ own: after.own - before.own, v8: after.v8 - before.v8 });
      }
      rows.push(row(name, times));
      all.push(...times);
    }
    return [...rows, row('all of them', all)];
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

function row(name: string, times: readonly Usage[]): string[] {
  const own = times.map((time) => time.own).toSorted((a, b) => a - b);
  const mean = times.reduce((sum, { v8 }) => sum + v8, 0) / times.length;
  const at = (part: number) => own[Math.floor((own.length - 1) * part)] ?? Number.NaN;
  return [name, ...[at(0.5), at(0.95), at(1), mean].map((time) => `${time.toFixed(1)} ms`)];
}

/** What the server has used of processors so far. */
function usageOf(server: ChildProcess): Promise<Usage> {
  server.send('usage');
  return heard<Usage>(server);
}

/** Of this process; by threads where Linux counts them, all of it taken for its own elsewhere. */
function usage(): Usage {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage();
    return { own: (user + system) / 1e3, v8: 0 };
  }
  const used = { own: 0, v8: 0 };
  for (const thread of readdirSync('/proc/self/task')) {
    const read = (file: string) => readFileSync(`/proc/self/task/${thread}/${file}`, 'utf8');
    used[read('comm').trim() === 'V8Worker' ? 'v8' : 'own'] += Number(read('schedstat').split(' ')[0]) / 1e6;
  }
  return used;
}

async function heard<T>(server: ChildProcess): Promise<T> {
  const [message] = (await once(server, 'message')) as [T];
  return message;
}

async function serve(): Promise<void> {
  const server = await startWatchedServer();
  process.on('message', () => process.send?.(usage()));
  process.once('disconnect', () => void server.stop());
  process.send?.(server.url);
}

if (import.meta.main) {
  if (process.argv.includes(SERVE)) await serve();
  else {
    const { values } = parseArgs({ options: { runs: { type: 'string', default: '60' } } });
    const rows = await benchHostile(Number(values.runs));
    for (const cells of [HOSTILE_HEAD, HOSTILE_HEAD.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
  }
}
