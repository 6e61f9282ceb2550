/** The data version of a database to which only this process writes: a count in memory, in an epoch of its own. It is never old and costs no write. */

import { randomUUID } from 'node:crypto';
import { BEAT_MS, type Confirmed, type DataVersion } from './data-version.ts';

/** A version that whoever writes raises. */
export interface CountedVersion extends DataVersion {
  /** To be called after each write, in the same step in which it becomes visible. */
  raise(): void;
  /** The database is closed: from here on there is no version. */
  end(): void;
}

/** Makes one. Its epoch is as old as the opening of the database, so nothing that was answered before counts. */
export function createCountedVersion(): CountedVersion {
  const epoch = randomUUID();
  const watchers = new Set<(confirmed: Confirmed | undefined) => void>();
  let number = 0;
  let isOpen = true;
  let version = { epoch, number };
  const last = (): Confirmed | undefined => (isOpen ? { version, at: performance.now() } : undefined);
  const tell = () => {
    for (const watcher of watchers) watcher(last());
  };
  return {
    isOwn: true,
    get last() {
      return last();
    },
    begin: async () => undefined,
    raise() {
      number += 1;
      version = { epoch, number };
      tell();
    },
    watch(onBeat) {
      watchers.add(onBeat);
      onBeat(last());
      const timer = setInterval(() => onBeat(last()), BEAT_MS).unref();
      return () => {
        clearInterval(timer);
        watchers.delete(onBeat);
      };
    },
    end() {
      isOpen = false;
      tell();
    },
  };
}
