/** Bounded concurrency and a bounded queue: what is beyond both is refused at once, so that whoever is let in is answered in time. */

/** How much is let in. */
export interface LimitOptions {
  /** Runs at the same time. */
  readonly running: number;
  /** Waits for its turn. */
  readonly waiting: number;
  /** How long anything may wait, in milliseconds. */
  readonly waitMs: number;
}

/** A gate of that width. */
export interface Limit {
  /** Runs the task in its turn. Rejects with a FullError where there is no room, or with the signal's reason where that comes before its turn. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** How many run now. */
  readonly running: number;
  /** How many wait now. */
  readonly waiting: number;
}

/** There is no room. The message says how much there is. */
export class FullError extends Error {
  override readonly name = 'FullError';
}

/** Makes the gate; nothing is in it. First come, first served. */
export function createLimit({ running: most, waiting: places, waitMs }: LimitOptions): Limit {
  const queue = new Set<() => void>();
  let running = 0;

  function turn(signal: AbortSignal | undefined): Promise<void> {
    if (queue.size >= places) throw new FullError(`${most} run and ${places} wait already`);
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.delete(go);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const go = () => {
        leave();
        resolve();
      };
      const refuse = (reason: unknown) => {
        leave();
        reject(reason as Error);
      };
      const onAbort = () => refuse(signal?.reason);
      const timer = setTimeout(() => refuse(new FullError(`no turn came within ${waitMs} ms`)), waitMs);
      queue.add(go);
      if (signal?.aborted) onAbort();
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  return {
    get running() {
      return running;
    },
    get waiting() {
      return queue.size;
    },
    async run(task, signal) {
      // Whoever leaves hands its place to the first in the queue.
      if (running >= most) await turn(signal);
      else running += 1;
      try {
        return await task();
      } finally {
        const [next] = queue;
        if (next) next();
        else running -= 1;
      }
    },
  };
}
