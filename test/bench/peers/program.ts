/** A server of another maker as a process of its own, on a free port of this machine. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** How it is started. */
export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The folder in which it runs. */
  readonly folder: string;
  /** The address of its graph. */
  readonly url: string;
}

/** A server that answers. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const START_SECONDS = 60;

/** Starts it and waits until its graph answers. Throws with what it printed where it ends instead. */
export async function startProgram({ command, args, env, folder, url }: ProgramOptions): Promise<Program> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithParent = () => void child.kill('SIGKILL');
  process.once('exit', endWithParent);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4_000)));
  }
  const ended = once(child, 'close').finally(() => process.off('exit', endWithParent));
  const stop = async () => {
    child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killing);
  };
  for (let tries = 0; tries < START_SECONDS * 10; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${command} ended:\n${printed}`);
    if (await answers(url)) return { url, pid: child.pid ?? 0, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`${command} did not answer within ${START_SECONDS} s:\n${printed}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
