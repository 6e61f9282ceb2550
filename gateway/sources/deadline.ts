/** Deadlines: a signal that is aborted when the time is over, or before, when the caller gives up. */

/** The time is over. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(deadlineMs: number) {
    super(`no answer within ${deadlineMs} ms`);
  }
}

/** How long an operation may take with all of its calls, in milliseconds: two calls that hang, and less than the 30 seconds after which proxies and clients usually give up. */
export const OPERATION_DEADLINE_MS = 20_000;

/** A signal with an end of its own. */
export interface Limited {
  readonly signal: AbortSignal;
  /** Ends it now. */
  abort(reason: unknown): void;
  /** To be called when the work is done. */
  release(): void;
}

/** Aborted with a DeadlineError at the deadline, or with the reason of the given signal when that comes first: so no deadline is beyond an outer one. */
export function limited(deadlineMs: number, signal: AbortSignal | undefined): Limited {
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlineError(deadlineMs)), deadlineMs);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
