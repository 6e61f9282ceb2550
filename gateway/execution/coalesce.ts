/** Identical reads in flight are one: whoever asks the same while the answer is under way gets the same answer. */

/** The reads that are under way, by key. */
export interface Coalescer<T> {
  /** Joins the read of that key, or starts it. It is given up when everyone who joined has left; who leaves gets the reason. */
  join(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** From now on nobody joins what is under way: something was written, and a read that began before may not have seen it. */
  forget(): void;
}

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/** Nothing is under way yet. */
export function createCoalescer<T>(): Coalescer<T> {
  let flights = new Map<string, Flight<T>>();
  const depart = (key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const controller = new AbortController();
    const flight: Flight<T> = { answer: start(controller.signal), controller, waiting: 0 };
    const mine = flights;
    mine.set(key, flight);
    const land = () => {
      if (mine.get(key) === flight) mine.delete(key);
    };
    flight.answer.then(land, land);
    return flight;
  };
  return {
    join(key, signal, start) {
      const flight = flights.get(key) ?? depart(key, start);
      flight.waiting++;
      if (!signal) return flight.answer;
      const leave = () => {
        flight.waiting--;
        if (flight.waiting > 0) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(signal.reason);
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
