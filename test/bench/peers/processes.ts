/** What the system says of running processes: their resident memory, and whether they still work. */

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** In which the system counts processor time. */
const TICK_MS = 10;

/** What processes cost while a load was on. */
export interface Cost {
  /** The highest resident memory of the gateway and its children, in megabytes. */
  readonly memoryMb: number;
  /** The processor time of the gateway and its subgraphs for each request, in milliseconds: of all figures the one that others on the machine disturb least. */
  readonly processorMs: number;
}

/** Puts a load on a gateway and watches it and its subgraphs. */
export async function whileWatching<T extends { readonly requests: number }>(
  { gateway, subgraphs }: { readonly gateway: number; readonly subgraphs: readonly number[] },
  load: () => Promise<T>,
): Promise<T & Cost> {
  let memoryMb = 0;
  const watch = setInterval(() => (memoryMb = Math.max(memoryMb, residentMb(gateway))), 100);
  const before = ticks([gateway, ...subgraphs]);
  try {
    const result = await load();
    const spent = ticks([gateway, ...subgraphs]) - before;
    return { ...result, memoryMb, processorMs: (spent * TICK_MS) / result.requests };
  } finally {
    clearInterval(watch);
  }
}

/** Waits until none of the processes works any more, so that what one left undone does not cost the next its time; 5 seconds at most. */
export async function quiet(pids: readonly number[]): Promise<void> {
  let before = ticks(pids);
  for (let tries = 0; tries < 25; tries++) {
    await pause(200);
    const now = ticks(pids);
    if (now - before <= 3) return;
    before = now;
  }
}

function residentMb(pid: number): number {
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  return childrenOf(pid).reduce((sum, child) => sum + residentMb(child), own);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

/** The processor time that they have had. */
function ticks(pids: readonly number[]): number {
  return pids
    .map((pid) =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' '),
    )
    .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
}
