/** The answers of a server that have not ended. */

import type { ServerResponse } from 'node:http';

/** Them, in slots that are used again. */
export interface InFlight {
  /** Adds one; called at its end, what is given takes it out. */
  add(response: ServerResponse): () => void;
  all(): readonly ServerResponse[];
}

/**
 * None yet. A Set would leave tables behind as it turns over, through which V8 takes answers that have ended for living ones: that made an
 * answer from memory cost a third more.
 */
export function createInFlight(): InFlight {
  const slots: (ServerResponse | undefined)[] = [];
  const free: number[] = [];
  return {
    add(response) {
      const slot = free.pop() ?? slots.length;
      slots[slot] = response;
      return () => {
        slots[slot] = undefined;
        free.push(slot);
      };
    },
    all: () => slots.filter((response) => response !== undefined),
  };
}
