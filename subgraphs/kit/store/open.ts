/** Opens a pillar's store: the one place that knows which kinds of store there are. */

import { join } from 'node:path';
import type mongoose from 'mongoose';
import type { DataVersion } from '../version/data-version.ts';

export { StoreError } from './errors.ts';

/** Where the data are kept. */
export type StoreSettings = EmbeddedSettings | MongodbSettings;

/** In files of this machine. */
export interface EmbeddedSettings {
  kind: 'embedded';
  /** The folder of the database files; created where it is missing. */
  dataDir: string;
  /** `read` opens beside a process that writes; `write` (the default) takes the lock. */
  mode?: 'write' | 'read';
  /** Who opens it, in words for whoever finds it locked; the command of the process by default. */
  holder?: string;
}

/** In a MongoDB deployment, which many processes may use at once. */
export interface MongodbSettings {
  kind: 'mongodb';
  /** As `MONGODB_URI` says it; a database that it names is where its user is kept, not where the data are. */
  uri: string;
}

/** An open store: one mongoose connection to one database. */
export interface Store {
  connection: mongoose.Connection;
  /** Raised by every write through the connection, before it is acknowledged. */
  version: DataVersion;
  /** Writes everything into place and releases the files or the sockets. */
  close(): Promise<void>;
}

/**
 * Opens the store of a database (`asean_aec`), creating it where it is missing. Throws StoreError with one clear line where the
 * folder cannot be used, the file is damaged or another process writes to it, or where MongoDB cannot be reached as the URI says.
 * What a kind of store needs is loaded when one is opened.
 */
export async function openStore(database: string, settings: StoreSettings): Promise<Store> {
  if (settings.kind === 'mongodb') {
    const { openMongodb } = await import('./mongodb/open.ts');
    return openMongodb({ databaseName: database, uri: settings.uri });
  }
  const { openEmbedded } = await import('./embedded/open.ts');
  const { dataDir, mode = 'write', holder } = settings;
  return openEmbedded({
    databaseName: database,
    base: join(dataDir, database),
    mode,
    ...(holder === undefined ? {} : { holder }),
  });
}
