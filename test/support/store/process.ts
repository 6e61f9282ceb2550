/** The writing process as tests see it: started, listened to, killed. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A running writer. */
export interface Writer {
  /** Waits until it has acknowledged this many writes; throws where it ends before. */
  acknowledged(count: number): Promise<void>;
  /** How many writes it has acknowledged so far. */
  count(): number;
  /** Kills it at once and gives the numbers of all writes that it had acknowledged. */
  kill(): Promise<number[]>;
  /** What it says when it ends by itself. */
  ended(): Promise<{ code: number | null; stderr: string }>;
}

/** Starts a writer on a folder; it is killed at the end of the test at the latest. */
export function startWriter(folder: string, first = 0): Writer {
  const script = fileURLToPath(new URL('writer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const watcher of watchers) watcher();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const numbers = () => stdout.split('\n').slice(1, -1).map(Number);
  return {
    async acknowledged(count) {
      await new Promise<void>((resolve, reject) => {
        const watcher = () => stdout.startsWith('open\n') && numbers().length >= count && resolve();
        watchers.add(watcher);
        watcher();
        void closed.then((code) => reject(new Error(`The writer ended with ${String(code)}: ${stderr}`)));
      });
    },
    count: () => numbers().length,
    async kill() {
      child.kill('SIGKILL');
      await closed;
      return numbers();
    },
    ended: async () => ({ code: await closed, stderr }),
  };
}
