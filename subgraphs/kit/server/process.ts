/** A process from its start to its end: settings and log first, then the start, a signal that stops it, or one clear line that says why it cannot. */

import type { Logger } from 'pino';
import { SettingError } from '../settings/setting.ts';
import type { LogLevel } from '../settings/table.ts';
import { logLines } from './log-lines.ts';
import { returnMemoryOfStart } from './memory.ts';

/** What has been started. */
export interface Stoppable {
  /** Finishes what is in flight, then closes. */
  stop(): Promise<void>;
}

/** What a start is handed. */
export interface StartOptions<Settings> {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Takes the lines meant for whoever started it. */
  readonly say: (text: string) => void;
}

/** What a process is. */
export interface ProcessOptions<Settings> {
  /** How its failure begins where the error is not written for whoever starts it: `The graph`. */
  readonly what: string;
  /** Throws a SettingError. */
  readonly readSettings: () => Settings;
  readonly start: (options: StartOptions<Settings>) => Promise<Stoppable>;
}

/** Failures whose message is one line written for whoever starts the process. */
const EXPECTED = new Set([SettingError.name, 'StoreError', 'BrokenDataError', 'UnenforcedFeatureError']);

/** Runs it. A start that fails is one line of the error output and exit code 1; a signal stops it with exit code 0. */
export async function runProcess<Settings extends { readonly logLevel: LogLevel }>({
  what,
  readSettings,
  start,
}: ProcessOptions<Settings>): Promise<void> {
  let logger: Logger | undefined;
  try {
    const settings = readSettings();
    const { pino } = await import('pino');
    logger = pino({ level: settings.logLevel }, logLines(pino.destination));
    const starting = start({ settings, logger, say: console.log });
    stopOnSignals(starting, logger);
    await starting;
    returnMemoryOfStart();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    logger?.debug({ err: error }, 'the start failed');
    const [line] = message.split('\n');
    console.error(EXPECTED.has(name) ? line : `${what} cannot start: ${line}`);
    process.exit(1);
  }
}

/** The first signal stops it cleanly, also during the start; a second one ends it at once. */
function stopOnSignals(starting: Promise<Stoppable>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130);
    stopping = true;
    logger.info({ signal }, 'stopping');
    void stopAndExit(starting, logger);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function stopAndExit(starting: Promise<Stoppable>, logger: Logger): Promise<void> {
  // A start that fails has said why, and ends the process by itself.
  const started = await starting.catch(() => undefined);
  if (!started) return;
  try {
    await started.stop();
    process.exit(0);
  } catch (error) {
    logger.error({ err: error }, 'the stop failed');
    process.exit(1);
  }
}
