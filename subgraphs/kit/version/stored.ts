/** The data version of a database to which many processes write: one document, raised by whoever writes and read by whoever answers. */

import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isStoreAway } from '../away.ts';
import { BEAT_MS, readVersion, versionText, type Confirmed, type DataVersion, type Version } from './data-version.ts';

/** A version that is raised in the database. */
export interface StoredVersion extends DataVersion {
  /** Makes a write, and raises the version before it is acknowledged, also where it fails: a part of it may stand. Rejects where the version cannot be raised. */
  raising<T>(write: () => Promise<T>): Promise<T>;
}

/** Where the document is: beside the others by which a database speaks of itself, whose changes are no changes of the data. */
export const VERSION_COLLECTION = 'datasets';
/** Its id. It belongs to the database that runs, and never moves to another. */
export const VERSION_ID = 'data-version';

interface VersionDocument {
  readonly _id: string;
  readonly epoch: string;
  readonly number: number;
}

/** What is known, and when that was heard. */
interface Heard extends Confirmed {
  readonly heardAt: number;
}

/** What a process knows after it was told something else: whichever is newer; `set back` where what is told is older though it was asked later. */
function newer(known: Heard | undefined, told: Heard): Heard | 'set back' {
  if (!known) return told;
  const isAskedLater = told.at >= known.heardAt;
  if (known.version.epoch !== told.version.epoch) return isAskedLater ? told : known;
  if (told.version.number < known.version.number) return isAskedLater ? 'set back' : known;
  return { ...told, at: Math.max(told.at, known.at) };
}

/** The version in a database. */
export function createStoredVersion(connection: Connection): StoredVersion {
  const watchers = new Set<(confirmed: Confirmed | undefined) => void>();
  let known: Heard | undefined;
  /** Since when a write could not raise it: nothing is known until it is raised. */
  let owedSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  function collection() {
    if (!connection.db) throw new Error('The store is closed');
    return connection.db.collection<VersionDocument>(VERSION_COLLECTION);
  }
  function owe(): void {
    owedSince = performance.now();
    tell();
  }
  const last = () => (owedSince === undefined ? known : undefined);
  const tell = () => {
    for (const watcher of watchers) watcher(last());
  };

  async function change(update: object): Promise<void> {
    const at = performance.now();
    try {
      const version = await upserted(update);
      // What was just raised is newer, unless a later raise was heard of before.
      const isPassed = known?.version.epoch === version.epoch && known.version.number > version.number;
      if (!isPassed) known = { version, at, heardAt: performance.now() };
      // One that was sent before a write was left owing does not say that it came after that write.
      if (owedSince !== undefined && at >= owedSince) owedSince = undefined;
      tell();
    } catch (error) {
      owe();
      throw error;
    }
  }

  async function upserted(update: object): Promise<Version> {
    const attempt = () =>
      collection().findOneAndUpdate({ _id: VERSION_ID }, update, { upsert: true, returnDocument: 'after' });
    const document = await attempt().catch((error: unknown) => {
      // Of two that bring it into being at once, one is refused.
      if (error instanceof Error && 'code' in error && error.code === 11_000) return attempt();
      throw error;
    });
    return versionOf(document) ?? refuse();
  }

  const begin = () => change({ $set: { epoch: randomUUID() }, $inc: { number: 1 } });

  async function read(): Promise<void> {
    if (owedSince !== undefined) return begin();
    const at = performance.now();
    const version = versionOf(await collection().findOne({ _id: VERSION_ID }));
    const heard = version ? newer(known, { version, at, heardAt: performance.now() }) : 'set back';
    // Without a document, or with an older one, another database stands in the place of this.
    if (heard === 'set back') return begin();
    known = heard;
    tell();
  }

  async function beat(): Promise<void> {
    const begun = performance.now();
    await read().catch(() => {
      known = undefined;
      tell();
    });
    if (watchers.size === 0) timer = undefined;
    else timer = setTimeout(() => void beat(), Math.max(0, begun + BEAT_MS - performance.now())).unref();
  }

  return {
    isOwn: false,
    get last() {
      return last();
    },
    begin,
    async raising(write) {
      const [written] = await Promise.allSettled([write()]);
      const raised = change({ $inc: { number: 1 }, $setOnInsert: { epoch: randomUUID() } });
      if (written.status === 'fulfilled') {
        await raised;
        return written.value;
      }
      // A store that is away would be waited for once more; until it is raised nothing is known.
      if (isStoreAway(written.reason)) owe();
      const ended = raised.catch(() => undefined);
      if (owedSince === undefined) await ended;
      throw written.reason;
    },
    watch(onBeat) {
      watchers.add(onBeat);
      timer ??= setTimeout(() => void beat(), 0).unref();
      return () => void watchers.delete(onBeat);
    },
  };
}

function versionOf(document: Partial<VersionDocument> | null): Version | undefined {
  return readVersion(versionText({ epoch: String(document?.epoch), number: Number(document?.number) }));
}

function refuse(): never {
  throw new Error(`The document ${VERSION_ID} of ${VERSION_COLLECTION} is no data version`);
}
