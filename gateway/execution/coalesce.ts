/** Identical reads in flight are one: whoever asks the same while the answer is under way gets the same answer. */

import { limited } from '../sources/deadline.ts';

/** The reads that are under way, by key. */
export interface Coalescer<T> {
  /** Joins the read of that key, or starts it. It is given up at its deadline, and when everyone who joined has left. */
  join(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** From now on nobody joins what is under way: something was written, and a read that began before may not have seen it. */
  forget(): void;
}

interface Flight<T> {
  readonly answer: Promise<T>;
  abort(reason: unknown): void;
  waiting: number;
}

/** How many reads are started before the loop looks at what has come. */
const STARTS = 16;

/** How reads are joined. */
export interface CoalescerOptions {
  /** How long a read may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Told of each read that was joined instead of started. */
  readonly onJoin?: (() => void) | undefined;
}

/** Nothing is under way yet. */
export function createCoalescer<T>({ deadlineMs, onJoin }: CoalescerOptions): Coalescer<T> {
  let flights = new Map<string, Flight<T>>();
  const turn = createTurns();
  const depart = (key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const limit = limited(deadlineMs, undefined);
    const answer = turn().then(() => start(limit.signal));
    const flight: Flight<T> = { answer, abort: limit.abort, waiting: 0 };
    const mine = flights;
    mine.set(key, flight);
    const land = () => {
      limit.release();
      if (mine.get(key) === flight) mine.delete(key);
    };
    flight.answer.then(land, land);
    return flight;
  };
  return {
    join(key, signal, start) {
      const known = flights.get(key);
      if (known) onJoin?.();
      const flight = known ?? depart(key, start);
      flight.waiting++;
      if (!signal) return flight.answer;
      const leave = () => {
        flight.waiting--;
        if (flight.waiting > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.abort(signal.reason);
      };
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
      return flight.answer.finally(() => signal.removeEventListener('abort', leave));
    },
    forget() {
      flights = new Map();
    },
  };
}

/**
 * Gives turns, a few each time round the event loop. A read that takes one starts once all requests that have come by now are read: over
 * subgraphs in the process it would have ended before the next is. And of many reads most start after the loop has seen who has left.
 */
function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let coming = 0;
  const next = () => {
    waiting.shift()?.();
    if (waiting.length >= coming) setImmediate(next);
    else coming--;
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (coming === STARTS) return;
      coming++;
      setImmediate(next);
    });
}
