/** `node test/bench/recovery.ts`: a pillar is killed under load and started again; how soon it is asked after it answers, and what its absence costs the others. `--kills 10`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPillars, type Pillars } from '../fault/pillars.ts';
import { ask as answerOf } from '../support/services/services.ts';
import { median } from './process.ts';

const KILLS = 10;
const CODE = 'AEC';
const ITS = '{ smartCity(id: "bangkok") { id } }';
const ANOTHERS = '{ memberState(code: "TLS") { code } }';

/** How often the graph is asked, in milliseconds: how exactly the times are known. */
const EVERY_MS = 5;
/** So long after it was killed a pillar is started again, in milliseconds. */
const AWAY_MS = 2_000;

/** The figures as rows of a table. */
export async function benchRecovery(kills = KILLS): Promise<string[][]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'recovery-bench-'));
  try {
    const pillars = await startPillars({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
    try {
      return await measure(pillars, kills);
    } finally {
      await pillars.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function measure(pillars: Pillars, kills: number): Promise<string[][]> {
  const { url } = pillars.gateway;
  const [backMs, refusedMs, othersMs]: [number[], number[], number[]] = [[], [], []];
  let othersLost = 0;
  await timed(url, ITS);
  for (let kill = 0; kill < kills; kill++) {
    await pillars.kill(CODE);
    for (const until = performance.now() + AWAY_MS; performance.now() < until; await pause(EVERY_MS)) {
      refusedMs.push((await timed(url, ITS)).ms);
      const other = await timed(url, ANOTHERS);
      othersMs.push(other.ms);
      if (!other.isWhole) othersLost += 1;
    }
    const isBack = askUntilWhole(url);
    await pillars.revive(CODE);
    const ready = performance.now();
    backMs.push(Math.max(0, (await isBack) - ready));
  }
  const row = (what: string, times: readonly number[]) => [
    what,
    `${median(times).toFixed(0)} ms`,
    `${Math.max(...times).toFixed(0)} ms`,
  ];
  return [
    row(`${kills} times from "it answers" to its fields in the answer`, backMs),
    row(`${refusedMs.length} operations on it while it was away`, refusedMs),
    row(`${othersMs.length} operations on others meanwhile, ${othersLost} failed`, othersMs),
  ];
}

/** The time at which the fields of the pillar are there again. */
async function askUntilWhole(url: string): Promise<number> {
  while (!(await timed(url, ITS)).isWhole) await pause(EVERY_MS);
  return performance.now();
}

async function timed(url: string, query: string): Promise<{ readonly ms: number; readonly isWhole: boolean }> {
  const start = performance.now();
  const answer = (await answerOf(url, query)) as { readonly errors?: unknown };
  return { ms: performance.now() - start, isWhole: answer.errors === undefined };
}

/** The head of the table. */
export const RECOVERY_HEAD = ['a pillar killed and started again', 'median', 'most'];

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: String(KILLS) } } });
  for (const row of [RECOVERY_HEAD, ...(await benchRecovery(Number(values.kills)))]) console.log(row.join(' | '));
}
