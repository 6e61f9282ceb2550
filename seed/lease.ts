/**
 * A lease on a pillar's database, for loads that several processes may begin at once: one document that its holder changes again and
 * again. Whoever waits sees by its own clock whether it still changes, so the clocks of machines need not agree.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Schema, type Connection, type Model } from 'mongoose';

/** The pace of a lease. */
export interface LeasePace {
  /** How often the holder shows that it lives, in milliseconds. */
  readonly beatMs: number;
  /** After how long without a beat it counts as dead, in milliseconds. */
  readonly lostAfterMs: number;
}

/** The pace of loads: one takes a few seconds, and a process that is busy may miss some beats. */
export const LEASE_PACE: LeasePace = { beatMs: 500, lostAfterMs: 10_000 };

/** A lease that is held. */
export interface HeldLease {
  /** Throws where it has been lost, to another process or because the database was away for too long. */
  assertHeld(): void;
  /** Gives it back. */
  release(): Promise<void>;
}

/** What a lease is taken with. */
export interface LeaseOptions {
  readonly connection: Connection;
  /** Who takes it, in words. */
  readonly holder: string;
  /** Asked again and again while another process holds it: true when there is nothing left to do. */
  readonly isDone: () => Promise<boolean>;
  /** Told once when it has to wait, and for whom. */
  readonly onWait: (holder: string) => void;
  readonly pace?: LeasePace;
}

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly beat: number;
}

const ID = 'lease';

const SCHEMA = new Schema<LeaseDocument>(
  { _id: String, holder: String, beat: Number },
  { collection: 'datasets', versionKey: false, autoCreate: false },
);

/** Takes the lease, at once or when its holder has given it back or has died; undefined where there is nothing left to do. */
export async function takeLease({
  connection,
  holder,
  isDone,
  onWait,
  pace = LEASE_PACE,
}: LeaseOptions): Promise<HeldLease | undefined> {
  const model = modelOf(connection);
  const own = `${holder}, ${randomUUID()}`;
  let seen: { readonly state: string; readonly at: number } | undefined;
  while (!(await isDone())) {
    const current = await model.findOne({ _id: ID }).lean();
    if (!current) {
      if (await insert(model, own)) return hold(model, own, pace);
      continue;
    }
    const state = `${current.holder} ${current.beat}`;
    if (!seen) onWait(current.holder.replace(/, [^,]*$/, ''));
    if (seen?.state !== state) seen = { state, at: performance.now() };
    else if (performance.now() - seen.at >= pace.lostAfterMs) {
      const { modifiedCount } = await model.updateOne(
        { _id: ID, holder: current.holder, beat: current.beat },
        { $set: { holder: own, beat: 0 } },
      );
      if (modifiedCount === 1) return hold(model, own, pace);
    }
    await pause(pace.beatMs / 2);
  }
  return undefined;
}

function hold(model: Model<LeaseDocument>, holder: string, { beatMs, lostAfterMs }: LeasePace): HeldLease {
  let shownAt = performance.now();
  let isTaken = false;
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    const at = performance.now();
    try {
      const { matchedCount } = await model.updateOne({ _id: ID, holder }, { $inc: { beat: 1 } });
      if (matchedCount === 1) shownAt = at;
      else isTaken = true;
    } catch {
      // The database is away: the lease is lost when it stays away.
    }
  };
  const timer = setInterval(() => (beating = beating.then(beat)), beatMs);
  timer.unref();
  return {
    assertHeld() {
      if (isTaken || performance.now() - shownAt >= lostAfterMs)
        throw new Error(
          'Another process may have begun to load the data set, since this one was held up: start it again',
        );
    },
    async release() {
      clearInterval(timer);
      await beating;
      await model.deleteOne({ _id: ID, holder });
    },
  };
}

/** False where another process was first. */
async function insert(model: Model<LeaseDocument>, holder: string): Promise<boolean> {
  try {
    await model.insertMany([{ _id: ID, holder, beat: 0 }]);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 11_000) return false;
    throw error;
  }
}

function modelOf(connection: Connection): Model<LeaseDocument> {
  const known = connection.models['Lease'] as Model<LeaseDocument> | undefined;
  return known ?? connection.model<LeaseDocument>('Lease', SCHEMA);
}
