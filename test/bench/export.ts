/** `node test/bench/export.ts`: a hundred thousand rows as CSV by following cursors, and what that takes of the server's memory. Also a part of `npm run bench`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed, startProcess, type GraphProcess } from './process.ts';

/** The real observations are 816, and each generation of synthetic records has as many. */
const SCALE = 125;

/** The table that is read, and the head of its two rows of figures. */
export const EXPORT_HEAD = [
  'CSV with all=true',
  'rows',
  'size',
  'time',
  'rows/s',
  'first byte',
  'memory before',
  'highest',
];

/** Reads all observations from a graph over a scale of data, at full speed and by a reader that takes its time at the start. */
export async function benchExport(folder: string, scale: number = SCALE): Promise<string[][]> {
  const dataDir = join(folder, `export-${scale}`);
  await seed(dataDir, scale);
  const rows: string[][] = [];
  for (const [name, restMs] of [
    ['read at once', 0],
    ['reader rests 5 s', 5_000],
  ] as const) {
    const graph = await startProcess(dataDir);
    // What a first answer loads is not what rows take.
    await read(graph, { path: '/q/meetings?format=csv', restMs: 0 });
    const before = graph.residentMb();
    const { bytes, lines, ms, firstMs, highestMb } = await read(graph, {
      path: '/q/observations?format=csv&all=true',
      restMs,
    });
    await graph.stop();
    rows.push([
      name,
      String(lines - 1),
      `${(bytes / 1_048_576).toFixed(1)} MB`,
      `${(ms / 1000).toFixed(1)} s`,
      ((lines - 1) / (ms / 1000)).toFixed(0),
      `${firstMs.toFixed(0)} ms`,
      `${before.toFixed(0)} MB`,
      `${highestMb.toFixed(0)} MB`,
    ]);
  }
  return rows;
}

interface Reading {
  readonly bytes: number;
  readonly lines: number;
  readonly ms: number;
  readonly firstMs: number;
  readonly highestMb: number;
}

async function read(
  graph: GraphProcess,
  { path, restMs }: { readonly path: string; readonly restMs: number },
): Promise<Reading> {
  const start = performance.now();
  const response = await fetch(new URL(path, graph.url), { headers: { 'accept-encoding': 'identity' } });
  if (response.status !== 200 || !response.body) throw new Error(`${path} answered ${response.status}`);
  let [bytes, lines, firstMs, highestMb, rested] = [0, 0, 0, 0, 0];
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    firstMs ||= performance.now() - start;
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    highestMb = Math.max(highestMb, graph.residentMb());
    if (restMs === 0 || rested > 0) continue;
    rested = restMs;
    await new Promise((resolve) => setTimeout(resolve, restMs));
    highestMb = Math.max(highestMb, graph.residentMb());
  }
  return { bytes, lines, ms: performance.now() - start - rested, firstMs, highestMb };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: String(SCALE) } } });
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-'));
  try {
    for (const row of [EXPORT_HEAD, ...(await benchExport(folder, Number(values.scale)))]) console.log(row.join(' | '));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
