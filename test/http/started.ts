/** `npm start` as a child process, for what only a whole process shows: what it prints, its exit code, signals. */

import { launch, type Ended, type Launched, type LaunchOptions } from '../support/services/process.ts';
import { answering, type Service } from '../support/services/services.ts';

export type { Ended } from '../support/services/process.ts';

/** How it is started. */
export type StartOptions = Omit<LaunchOptions, 'file'>;

/** A running graph. */
export type Running = Service;

/** Starts it and waits for its end: for starts that are refused. */
export function startAndEnd(options: StartOptions): Promise<Ended> {
  return launch({ ...options, file: 'gateway/one-process.ts' }).ended;
}

/** Starts it on a free port and waits until it says where it is. Rejects with what it printed where it ends instead. */
export function startRunning(options: StartOptions): Promise<Running> {
  return start(options).running;
}

/** Starts it on a free port; whoever does not wait for `running` may end it on the way. */
export function start({ args = [], ...options }: StartOptions): Launched & { readonly running: Promise<Running> } {
  const launched = launch({ ...options, file: 'gateway/one-process.ts', args: ['--port', '0', ...args] });
  return { ...launched, running: answering(launched, /Graph\s+(http:\S+)\/graphql[\s\S]*Ctrl-C/) };
}
