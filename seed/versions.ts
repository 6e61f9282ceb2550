/** Which data set a pillar's database holds, kept in its collection `datasets`. */

import { Schema, type Connection, type Model } from 'mongoose';
import type { DataVersion } from './data-folder.ts';

/** What a database says of the data set in it. */
export interface StoredVersion extends DataVersion {
  /**
   * From the first write of a load until its last what stands in the database is incomplete: `loading` where it held no data set
   * before, `reloading` where it did and every record is still there, as it was or as it will be.
   */
  readonly state: 'loading' | 'reloading' | 'complete';
  /** How many generations of synthetic records were loaded beside the data set; 0 but for load tests. */
  readonly synthetic: number;
  /** In which form the records are stored: `STORED_FORM` of the code that loaded them. */
  readonly form: number;
  /** While an import has begun and not ended: the SHA-256 of what is being imported. */
  readonly import?: string;
}

/** Grows whenever the code stores the same records in another way, so that a store filled by older code is told from one filled by this. */
export const STORED_FORM = 2;

/** Reads and writes what a database says of its data set. */
export interface Versions {
  read(): Promise<StoredVersion | null>;
  /** The form is that of this code. */
  write(version: Omit<StoredVersion, 'form'>): Promise<void>;
}

/** How the data set of a database stands to the one of the code; `reshaped`: it is the same, but other code stored it. */
export type StoreState = 'empty' | 'incomplete' | 'current' | 'reshaped' | 'older' | 'newer';

/** Compares what a database holds with the data set of the code. The same version with another content is older. */
export function storeState(stored: StoredVersion | null, { version, hash }: DataVersion): StoreState {
  if (!stored) return 'empty';
  if (stored.state !== 'complete') return 'incomplete';
  if (stored.version > version) return 'newer';
  if (stored.version !== version || stored.hash !== hash) return 'older';
  return stored.form === STORED_FORM ? 'current' : 'reshaped';
}

const ID = 'data-set';

interface VersionDocument extends StoredVersion {
  readonly _id: string;
}

const SCHEMA = new Schema<VersionDocument>(
  {
    _id: String,
    version: { type: String, required: true },
    hash: { type: String, required: true },
    state: { type: String, enum: ['loading', 'reloading', 'complete'], required: true },
    synthetic: { type: Number, required: true },
    form: Number,
    import: String,
  },
  { collection: 'datasets', versionKey: false, autoCreate: false },
);

/** The versions kept in a pillar's database. */
export function createVersions(connection: Connection): Versions {
  const known = connection.models['Dataset'] as Model<VersionDocument> | undefined;
  const model = known ?? connection.model<VersionDocument>('Dataset', SCHEMA);
  return {
    async read() {
      const document = await model.findOne({ _id: ID }).lean();
      if (!document) return null;
      // What was written before there was a form has the first.
      const { version, hash, state, synthetic, form = 1, import: unfinished } = document;
      return { version, hash, state, synthetic, form, ...(unfinished && { import: unfinished }) };
    },
    async write(version) {
      await model.replaceOne({ _id: ID }, { ...version, form: STORED_FORM, _id: ID }, { upsert: true });
    },
  };
}
