/**
 * A breaker before a subgraph in another process: one that does not answer is no longer asked, so that it costs its fields at once and not
 * a deadline each time. It is opened and closed by probes alone: a call that fails or takes long makes it probe, no call opens it by itself.
 * Reads that are under way when it opens end with it.
 */

import { DeadlineError, limited } from './deadline.ts';

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
  /** How long one that answered before may leave a probe and all calls beside it without an answer, in milliseconds. */
  readonly silenceMs?: number | undefined;
  /** After how long without an answer a call makes it probe, in milliseconds. */
  readonly suspiciousMs?: number | undefined;
}

/** A breaker. */
export interface Breaker {
  readonly state: BreakerState;
  /** Throws an AwayError where it is open. */
  assertThere(): void;
  /** Makes the call, or rejects with an AwayError. The signal that a read is given is aborted with one when the breaker opens; a write is not given up. */
  pass<T>(call: (signal: AbortSignal | undefined) => Promise<T>, options?: PassOptions): Promise<T>;
  /** Probes now. Rejects where the probe fails. */
  check(): Promise<void>;
  /** Probes in the background, unless a probe is under way. */
  suspect(): void;
  /** Ends its probes. */
  stop(): void;
}

/** Of a call. */
export interface PassOptions {
  /** Aborted when its caller has left. */
  readonly signal?: AbortSignal | undefined;
  /** Whether it changes nothing, so that nothing is lost where it is given up. */
  readonly isRead?: boolean;
}

/** The subgraph is known to be away, so it was not asked, or is no longer waited for. */
export class AwayError extends Error {
  override readonly name = 'AwayError';
}

/** Half of the second in which what is back must be asked again. */
const PROBE_EVERY_MS = 500;
/** Also a subgraph on a machine with far too much to do answers the look-up of one record by then. Probes overlap, so it delays no return. */
const PROBE_DEADLINE_MS = 5_000;
/** One that is overrun takes long for a probe, but goes on answering others meanwhile; one that hangs answers nobody. */
const SILENCE_MS = 2_000;
/** Few operations take as long; a probe costs little. */
const SUSPICIOUS_MS = 1_000;

/** Makes a breaker. It probes when it is first asked to. */
export function createBreaker({
  probe,
  isProven = false,
  onChange,
  probeEveryMs = PROBE_EVERY_MS,
  probeDeadlineMs = PROBE_DEADLINE_MS,
  silenceMs = SILENCE_MS,
  suspiciousMs = SUSPICIOUS_MS,
}: BreakerOptions): Breaker {
  let state: BreakerState = isProven ? 'closed' : 'half-open';
  const reads = new Set<AbortController>();
  let answered = 0;
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
    if (next === 'open') for (const read of reads) read.abort(away());
  }

  async function check(): Promise<void> {
    const mine = (begun += 1);
    const limit = limited(probeDeadlineMs, undefined);
    const before = answered;
    const isSilent = () => state === 'closed' && answered === before;
    const silence = setTimeout(() => isSilent() && limit.abort(new DeadlineError(silenceMs)), silenceMs);
    try {
      await probe(limit.signal);
      lastProven = Math.max(lastProven, mine);
      become('closed');
    } catch (error) {
      // One that was sent before the last that succeeded says nothing of now.
      if (mine > lastProven) become('open', error);
      throw error;
    } finally {
      clearTimeout(silence);
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
    if (state === 'open') throw away();
  }

  return {
    get state() {
      return state;
    },
    assertThere,
    async pass(call, { signal, isRead = false } = {}) {
      signal?.throwIfAborted();
      if (state === 'half-open') await prove().catch(() => undefined);
      assertThere();
      signal?.throwIfAborted();
      const suspicion = setTimeout(suspect, suspiciousMs);
      const read = isRead ? new AbortController() : undefined;
      const leave = () => read?.abort(signal?.reason);
      if (read) {
        reads.add(read);
        signal?.addEventListener('abort', leave, { once: true });
      }
      const given = read?.signal ?? signal;
      try {
        const answer = await call(given);
        answered += 1;
        return answer;
      } catch (error) {
        // Who has left learns nothing about the subgraph.
        if (!given?.aborted) suspect();
        throw error;
      } finally {
        clearTimeout(suspicion);
        signal?.removeEventListener('abort', leave);
        if (read) reads.delete(read);
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

function away(): AwayError {
  return new AwayError('it did not answer the last probe');
}
