/** `node test/bench/hostile.ts`: the processor time that a hostile request costs the server, by class. Also a part of `npm run bench`. */

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from '../differential/random.ts';
import { requestOf, send } from '../limits/hostile/corpus.ts';
import { HOSTILE } from '../limits/hostile/documents.ts';
import { startWatchedServer } from '../limits/hostile/server.ts';

/** The head of its table. */
export const HOSTILE_HEAD = ['processor time of a refusal', 'p50', 'p95', 'highest'] as const;

/** Rounds over all classes before any is measured. */
const WARM = 10;
/** Said to this file where it is to be the server. */
const SERVE = 'serve';

/** The rows: one a class, and all together. Throws where a request is not refused. */
export async function benchHostile(runs = 60): Promise<string[][]> {
  const server = fork(fileURLToPath(import.meta.url), [SERVE], { execArgv: ['--max-semi-space-size=32'] });
  try {
    const url = await heard<string>(server);
    const random = createRandom(1);
    const rows: string[][] = [];
    const all: number[] = [];
    // One after the other, so that no class pays for what the server does at its start.
    for (let round = 0; round < WARM; round++)
      for (const make of Object.values(HOSTILE)) await send(url, requestOf(make(random)));
    for (const [name, make] of Object.entries(HOSTILE)) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        const request = requestOf(make(random));
        const before = await usageOf(server);
        const { isRefused, text } = await send(url, request);
        const cost = (await usageOf(server)) - before;
        if (!isRefused) throw new Error(`${name} was answered: ${text.slice(0, 200)}`);
        times.push(cost);
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

function row(name: string, times: readonly number[]): string[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => `${sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1)} ms`;
  return [name, at(0.5), at(0.95), at(1)];
}

/** What the server has used of processors so far, in milliseconds, all threads and the collection of garbage included. */
function usageOf(server: ChildProcess): Promise<number> {
  server.send('usage');
  return heard<number>(server);
}

async function heard<T>(server: ChildProcess): Promise<T> {
  const [message] = (await once(server, 'message')) as [T];
  return message;
}

async function serve(): Promise<void> {
  const server = await startWatchedServer();
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1_000);
  });
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
