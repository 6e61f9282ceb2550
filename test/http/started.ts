/** `npm start` as a child process, for what only a whole process shows: what it prints, its exit code, signals. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How a process is started. */
export interface StartOptions {
  readonly args?: readonly string[];
  /** Beside the path alone: nothing of the tests' own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another folder than the repository's. */
  readonly root?: string;
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
export interface Started {
  readonly ended: Promise<Ended>;
  signal(name: NodeJS.Signals): void;
}

/** A running graph. */
export interface Running extends Started {
  readonly url: string;
  /** What it has printed so far. */
  out(): string;
}

/** Starts it and waits for its end: for starts that are refused. */
export function startAndEnd(options: StartOptions): Promise<Ended> {
  return watch(launch(options)).ended;
}

/** Starts it on a free port and waits until it says where it is. Rejects with what it printed where it ends instead. */
export function startRunning(options: StartOptions): Promise<Running> {
  return start(options).running;
}

/** Starts it on a free port; whoever does not wait for `running` may end it on the way. */
export function start({ args = [], ...options }: StartOptions): Started & { readonly running: Promise<Running> } {
  const child = launch({ ...options, args: ['--port', '0', ...args] });
  const { ended, output } = watch(child);
  const started: Started = { ended, signal: (name) => void child.kill(name) };
  const running = Promise.withResolvers<Running>();
  child.stdout?.on('data', () => {
    const [, url] = /Graph\s+(http:\S+)\/graphql/.exec(output.out) ?? [];
    if (url && output.out.includes('Ctrl-C')) running.resolve({ ...started, url, out: () => output.out });
  });
  void ended.then(({ code, out, err }) => running.reject(new Error(`It ended with ${code}:\n${out}${err}`)));
  return { ...started, running: running.promise };
}

function launch({ args = [], env = {}, root = ROOT, uid }: StartOptions): ChildProcess {
  return spawn(process.execPath, ['gateway/one-process.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
}

function watch(child: ChildProcess): { output: { out: string; err: string }; ended: Promise<Ended> } {
  const output = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (output.out += chunk));
  child.stderr?.on('data', (chunk) => (output.err += chunk));
  return { output, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ...output })) };
}
