/** Seeds databases that hold no complete data set, once whoever starts at the same time, and says how the data set of a store stands to the code's. */

import type { Connection } from 'mongoose';
import type { DataVersion } from './data-folder.ts';
import type { Dataset } from './dataset.ts';
import type { LeasePace } from './lease.ts';
import type { LoadReport, Shelf } from './load.ts';
import { createVersions, storeState } from './versions.ts';

// What loads is imported when something is loaded: most starts find a complete data set.

/** A pillar's database. */
export interface Database {
  readonly connection: Connection;
  readonly shelves: readonly Shelf[];
}

/** How a database is loaded. */
export interface SeedOptions {
  /** Whether other processes may load it at the same time. An embedded store has one process, which its lock names. */
  readonly isShared: boolean;
  /** Who loads it, in words for whoever waits. */
  readonly holder: string;
  /** Takes lines for whoever started the process. */
  readonly say: (line: string) => void;
  readonly pace?: LeasePace;
}

/** A store in which an import has begun and not ended: seeding it would lose what is being moved. */
export class UnfinishedImportError extends Error {
  override readonly name = 'UnfinishedImportError';

  constructor() {
    super(
      'The store holds an unfinished import: repeat `npm run import`, or let `npm run seed` load the data set in its place',
    );
  }
}

/** Loads those that are empty, also where a load was interrupted. The data set is validated as a whole before the first record is written. */
export async function seedWhereEmpty(databases: readonly Database[], options: SeedOptions): Promise<void> {
  const stored = await Promise.all(databases.map(({ connection }) => createVersions(connection).read()));
  if (stored.some((each) => each?.import !== undefined)) throw new UnfinishedImportError();
  const empty = databases.filter((_, index) => stored[index]?.state !== 'complete');
  if (empty.length === 0) return;
  const { readDataset } = await import('./dataset.ts');
  const dataset = await readDataset();
  let loaded = 0;
  for (const database of empty) {
    const isDone = () => isComplete(database.connection);
    if (await loadAlone(database, { ...options, dataset, isDone })) loaded += 1;
  }
  options.say(
    loaded > 0
      ? `The data set ${dataset.version} was loaded into the empty store.`
      : 'Another process has loaded the data set into the empty store.',
  );
}

/** Loads a database while nobody else does; undefined where `isDone` says that another process has done it meanwhile. */
export async function loadAlone(
  { connection, shelves }: Database,
  {
    isShared,
    holder,
    say,
    pace,
    dataset,
    synthetic = 0,
    isDone = async () => false,
  }: SeedOptions & {
    readonly dataset: Dataset;
    readonly synthetic?: number;
    readonly isDone?: () => Promise<boolean>;
  },
): Promise<LoadReport | undefined> {
  const [{ load }, { takeLease }] = await Promise.all([import('./load.ts'), import('./lease.ts')]);
  const versions = createVersions(connection);
  const options = { shelves, versions, dataset, synthetic, log: say };
  if (!isShared) return load(options);
  const onWait = (other: string) => say(`The data set is being loaded by ${other}: this process waits.`);
  const lease = await takeLease({ connection, holder, isDone, onWait, ...(pace && { pace }) });
  if (!lease) return undefined;
  try {
    // Who held it before may have finished between the last look and now.
    if (await isDone()) return undefined;
    return await load({ ...options, assertAlone: () => lease.assertHeld() });
  } finally {
    await lease.release();
  }
}

/** Whether a database has had a complete data set: what it holds may be served, also while a newer one is being loaded. */
export async function isFilled(connection: Connection): Promise<boolean> {
  const stored = await createVersions(connection).read();
  return stored !== null && stored.state !== 'loading';
}

/** Which data set a database holds; null where there is none. */
export async function storedDataSet(connection: Connection): Promise<DataVersion | null> {
  const stored = await createVersions(connection).read();
  return stored && { version: stored.version, hash: stored.hash };
}

/** Says it where the data set of the code is not that of a store, or cannot be read. It reads the files, so it is asked when all else is done. */
export async function sayIfDataDiffer(
  databases: readonly Pick<Database, 'connection'>[],
  say: (text: string) => void,
): Promise<void> {
  const { DATA_SET_FOLDER, readDataFolder } = await import('./data-folder.ts');
  const ours = await readDataFolder(DATA_SET_FOLDER).catch(() => undefined);
  if (!ours || ours.faults.length > 0)
    return say('\nNote: the data set of the code cannot be read; `npm run seed -- --check` tells why.');
  const states = await Promise.all(
    databases.map(async ({ connection }) => storeState(await createVersions(connection).read(), ours)),
  );
  const code = `the data set of the code (${ours.version})`;
  if (states.includes('older')) say(`\nNote: ${code} is newer than that of the store. \`npm run seed\` loads it.`);
  if (states.includes('reshaped'))
    say('\nNote: the store was filled by other code, so searches may miss records. `npm run seed` loads it anew.');
  if (states.includes('newer')) say(`\nNote: ${code} is older than that of the store. Update the code.`);
}

async function isComplete(connection: Connection): Promise<boolean> {
  return (await createVersions(connection).read())?.state === 'complete';
}
