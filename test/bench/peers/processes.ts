/** What the system says of running processes: their resident memory, and whether they still work. */

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The highest resident memory, in megabytes, of a process and its children while a load is on. */
export async function whileWatching<T>(
  pid: number,
  load: () => Promise<T>,
): Promise<T & { readonly memoryMb: number }> {
  let memoryMb = 0;
  const watch = setInterval(() => (memoryMb = Math.max(memoryMb, residentMb(pid))), 100);
  try {
    const result = await load();
    return { ...result, memoryMb };
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
    if (now - before <= 1) return;
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

/** The processor time that they have had, in hundredths of a second. */
function ticks(pids: readonly number[]): number {
  return pids
    .map((pid) =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' '),
    )
    .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
}
