/** Reads that are sent again: a few times, each after a random pause, for as long as anybody waits. */

import { setTimeout as pause } from 'node:timers/promises';

/** How often and when. */
export interface RetryOptions {
  /** Whether the failure is one that another attempt may not have. */
  readonly mayRetry: (error: unknown) => boolean;
  /** Aborted at the deadline: nothing is sent after it. */
  readonly signal: AbortSignal;
  /** All of them, the first one included. */
  readonly attempts?: number;
  /** The longest pause after the first attempt, in milliseconds; doubled after each. */
  readonly pauseMs?: number;
  /** From 0 to 1. Callers that failed together do not come back together. */
  readonly random?: () => number;
}

/** A connection that was kept may be closed by a subgraph that restarts, and the next one too; more says that it is away. */
const ATTEMPTS = 3;
const PAUSE_MS = 40;

/** What the first attempt that succeeds gives. Rejects with the failure of the last one. */
export async function retried<T>(
  attempt: () => Promise<T>,
  { mayRetry, signal, attempts = ATTEMPTS, pauseMs = PAUSE_MS, random = Math.random }: RetryOptions,
): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (made >= attempts || signal.aborted || !mayRetry(error)) throw error;
      await pause(random() * pauseMs * 2 ** (made - 1), undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
