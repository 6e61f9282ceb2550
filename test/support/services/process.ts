/** A process of the product as tests see it: what it prints, its exit code, signals. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** As `npm start` does: hundreds of processes would compile the same modules. */
const COMPILE_CACHE = fileURLToPath(new URL('../../../gateway/compile-cache.cjs', import.meta.url));

/** How a process is started. */
export interface LaunchOptions {
  /** The module that it runs, from the root. */
  readonly file: string;
  readonly args?: readonly string[];
  /** Beside the path alone: nothing of the tests' own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Another folder than the repository's. */
  readonly root?: string | undefined;
  /** Another user; only root can choose one. */
  readonly uid?: number | undefined;
}

/** How a process ended, and what it had printed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process that was started. */
export interface Launched {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  out(): string;
  signal(name: NodeJS.Signals): void;
  /** Waits until it has printed what the pattern describes. Rejects with what it printed where it ends instead. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it as an operator would, or at once where it does not listen. Resolves also where it has ended before. */
  stop(): Promise<Ended>;
}

/** Starts it. It ends with the tests at the latest. */
export function launch({ file, args = [], env = {}, nodeFlags = [], root = ROOT, uid }: LaunchOptions): Launched {
  const child = spawn(process.execPath, ['--require', COMPILE_CACHE, ...nodeFlags, file, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  const endWithParent = () => void child.kill('SIGKILL');
  process.once('exit', endWithParent);
  const output = { out: '', err: '' };
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
    for (const watcher of watchers) watcher();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', endWithParent);
    return { code: code as number | null, ...output };
  });
  return {
    pid: child.pid ?? 0,
    ended,
    out: () => output.out,
    signal: (name) => void child.kill(name),
    until(pattern) {
      const found = Promise.withResolvers<RegExpExecArray>();
      const watcher = () => {
        const match = pattern.exec(output.out);
        if (match) found.resolve(match);
      };
      watchers.add(watcher);
      watcher();
      void ended.then(({ code, out, err }) => found.reject(new Error(`It ended with ${code}:\n${out}${err}`)));
      return found.promise.finally(() => watchers.delete(watcher));
    },
    stop() {
      child.kill('SIGTERM');
      // A stopped process receives SIGTERM when it goes on.
      child.kill('SIGCONT');
      return ended;
    },
  };
}
