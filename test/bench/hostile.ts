/** `node test/bench/hostile.ts`: the processor time that a hostile request costs the server, by class. Also a part of `npm run bench`. Server and client share the process, so the client's part is in the figure. */

import { parseArgs } from 'node:util';
import { createRandom } from '../differential/random.ts';
import { requestOf, send } from '../limits/hostile/corpus.ts';
import { HOSTILE } from '../limits/hostile/documents.ts';
import { startWatchedServer } from '../limits/hostile/server.ts';

/** The head of its table. */
export const HOSTILE_HEAD = ['refused, processor time', 'p50', 'highest'] as const;

const WARM = 10;

/** The rows: one a class, the worst of all last. Throws where a request is not refused. */
export async function benchHostile(runs = 60): Promise<string[][]> {
  const server = await startWatchedServer();
  try {
    const random = createRandom(1);
    const rows: string[][] = [];
    let highestOfAll = 0;
    for (const [name, make] of Object.entries(HOSTILE)) {
      const times: number[] = [];
      for (let run = 0; run < runs + WARM; run++) {
        const operation = make(random);
        const request = requestOf(operation);
        const before = process.cpuUsage();
        const { isRefused, text } = await send(server.url, request);
        const { user, system } = process.cpuUsage(before);
        if (!isRefused) throw new Error(`${name} was answered: ${text.slice(0, 200)}`);
        if (run >= WARM) times.push((user + system) / 1_000);
      }
      const sorted = times.toSorted((a, b) => a - b);
      const highest = sorted.at(-1) ?? Number.NaN;
      highestOfAll = Math.max(highestOfAll, highest);
      rows.push([name, milliseconds(sorted[Math.floor(sorted.length / 2)]), milliseconds(highest)]);
    }
    return [...rows, ['all classes', '', milliseconds(highestOfAll)]];
  } finally {
    await server.stop();
  }
}

function milliseconds(value = Number.NaN): string {
  return `${value.toFixed(1)} ms`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '60' } } });
  for (const row of [HOSTILE_HEAD, HOSTILE_HEAD.map(() => '---'), ...(await benchHostile(Number(values.runs)))])
    console.log(`| ${row.join(' | ')} |`);
}
