/**
 * A breaker before a subgraph in another process: one that does not answer is no longer asked, so that it costs its fields at once and not
 * a deadline each time. It is opened and closed by probes alone: a call that fails or takes long makes it probe, no call opens it by itself.
 */

import { limited } from './deadline.ts';

/** `closed`: calls pass. `half-open`: nothing is known yet, calls wait for the probe. `open`: calls are refused at once. */
export type BreakerState = 'closed' | 'half-open' | 'open';

/** What a breaker is made of. */
export interface BreakerOptions {
  /** Asks the subgraph whether it is there; rejects where it is not, or is another one. */
  readonly probe: (signal: AbortSignal) => Promise<void>;
  /** Passes calls before the first probe. */
  readonly isProven?: boolean | undefined;
  /** Told of each change, with the reason of an opening. */
  readonly onChange?: ((state: BreakerState, reason?: unknown) => void) | undefined;
  /** How often an open breaker probes, in milliseconds; what is back is asked again after as much at most. */
  readonly probeEveryMs?: number | undefined;
  /** How long a probe may take, in milliseconds. */
  readonly probeDeadlineMs?: number | undefined;
  /** After how long without an answer a call makes it probe, in milliseconds. */
  readonly suspiciousMs?: number | undefined;
}

/** A breaker. */
export interface Breaker {
  readonly state: BreakerState;
  /** Throws an AwayError where it is open. */
  assertThere(): void;
  /** Makes the call, or rejects with an AwayError. */
  pass<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Probes now. Rejects where the probe fails. */
  check(): Promise<void>;
  /** Probes in the background, unless a probe is under way. */
  suspect(): void;
  /** Ends its probes. */
  stop(): void;
}

/** The subgraph is known to be away, so it was not asked. */
export class AwayError extends Error {
  override readonly name = 'AwayError';
}

/** Half of the second in which what is back must be asked again. */
const PROBE_EVERY_MS = 500;
/** Also a subgraph on a machine with far too much to do answers the look-up of one record by then. Probes overlap, so it delays no return. */
const PROBE_DEADLINE_MS = 5_000;
/** Few operations take as long; a probe costs little. */
const SUSPICIOUS_MS = 1_000;

/** Makes a breaker. It probes when it is first asked to. */
export function createBreaker({
  probe,
  isProven = false,
  onChange,
  probeEveryMs = PROBE_EVERY_MS,
  probeDeadlineMs = PROBE_DEADLINE_MS,
  suspiciousMs = SUSPICIOUS_MS,
}: BreakerOptions): Breaker {
  let state: BreakerState = isProven ? 'closed' : 'half-open';
  let begun = 0;
  let lastProven = 0;
  let proving: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function become(next: BreakerState, reason?: unknown): void {
    if (state === next || isStopped) return;
    state = next;
    clearInterval(timer);
    if (next === 'open') timer = setInterval(() => void check().catch(() => undefined), probeEveryMs).unref();
    onChange?.(next, reason);
  }

  async function check(): Promise<void> {
    const mine = (begun += 1);
    const limit = limited(probeDeadlineMs, undefined);
    try {
      await probe(limit.signal);
      lastProven = Math.max(lastProven, mine);
      become('closed');
    } catch (error) {
      // One that was sent before the last that succeeded says nothing of now.
      if (mine > lastProven) become('open', error);
      throw error;
    } finally {
      limit.release();
    }
  }

  /** All who wait for a probe wait for the same one. */
  function prove(): Promise<void> {
    proving ??= check().finally(() => {
      proving = undefined;
    });
    return proving;
  }

  const suspect = () => void prove().catch(() => undefined);

  function assertThere(): void {
    if (state === 'open') throw new AwayError('it did not answer the last probe');
  }

  return {
    get state() {
      return state;
    },
    assertThere,
    async pass(call, signal) {
      signal?.throwIfAborted();
      if (state === 'half-open') await prove().catch(() => undefined);
      assertThere();
      signal?.throwIfAborted();
      const suspicion = setTimeout(suspect, suspiciousMs);
      try {
        return await call();
      } catch (error) {
        // Who has left learns nothing about the subgraph.
        if (!signal?.aborted) suspect();
        throw error;
      } finally {
        clearTimeout(suspicion);
      }
    },
    check,
    suspect,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
