/** Opens a pillar's store: the one place that knows which kinds of store there are. */

import { join } from 'node:path';
import type mongoose from 'mongoose';
import { openEmbedded } from './embedded/open.ts';

export { StoreError } from './errors.ts';

/** Where the data are kept. */
export type StoreSettings = {
  kind: 'embedded';
  /** The folder of the database files; created where it is missing. */
  dataDir: string;
  /** `read` opens beside a process that writes; `write` (the default) takes the lock. */
  mode?: 'write' | 'read';
  /** Who opens it, in words for whoever finds it locked; the command of the process by default. */
  holder?: string;
};

/** An open store: one mongoose connection to one database. */
export interface Store {
  connection: mongoose.Connection;
  /** Writes everything into place and releases the files. */
  close(): Promise<void>;
}

/**
 * Opens the store of a database (`asean_aec`), creating it where it is missing. Throws StoreError with one clear line where the
 * folder cannot be used, the file is damaged or another process writes to it.
 */
export async function openStore(database: string, settings: StoreSettings): Promise<Store> {
  const { dataDir, mode = 'write', holder } = settings;
  return openEmbedded({
    databaseName: database,
    base: join(dataDir, database),
    mode,
    ...(holder === undefined ? {} : { holder }),
  });
}
