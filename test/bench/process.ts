/** The graph as a process of its own, as `npm start` runs it, for benchmarks. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
/** Those of `npm start`. */
const FLAGS = ['--max-semi-space-size=32', '--require', './gateway/compile-cache.cjs'];

/** A running graph. */
export interface GraphProcess {
  /** The address of `/graphql`. */
  readonly url: string;
  readonly pid: number;
  /** Resident memory in megabytes. */
  residentMb(): number;
  stop(): Promise<void>;
}

/** Starts it on a free port over the stores of a folder; resolves when it says where it listens. It keeps no answers unless it is told to: what is measured is answering. */
export async function startProcess(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<GraphProcess> {
  const args = ['--port', '0', '--data-dir', dataDir];
  const child = run('gateway/one-process.ts', args, { LOG_LEVEL: 'error', CACHE_MB: '0', ...env });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the graph ended with ${code}`)));
    lines.on('line', (line) => {
      const found = /(http:\S+\/graphql)/.exec(line);
      if (found) resolve(found[1] as string);
    });
  });
  // Whoever bears the load has better things to do than to read the log.
  lines.close();
  child.stdout?.resume();
  return {
    url,
    pid: child.pid ?? 0,
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

/** Loads the data set with this many generations of synthetic records. */
export async function seed(dataDir: string, scale: number): Promise<void> {
  const scaled = scale > 1 ? ['--scale', String(scale - 1)] : [];
  const child = run('seed/main.ts', ['--data-dir', dataDir, ...scaled], {});
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`seeding ended with ${code}`);
}

/** Asks once and reads the whole answer. Throws where it has errors. */
export async function ask(url: string, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function run(file: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...FLAGS, file, ...args], {
    cwd: fileURLToPath(ROOT),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
