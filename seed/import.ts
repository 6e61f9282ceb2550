/** `npm run import -- --from FOLDER`: puts the files of an export into the store, which nobody else may write to meanwhile. */

import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { storeSettings } from '../subgraphs/kit/settings/store.ts';
import { TABLE, type SettingValues } from '../subgraphs/kit/settings/table.ts';
import { openStore } from '../subgraphs/kit/store/open.ts';
import { LEDGER_CHECK } from '../subgraphs/socio-cultural/ledger/check.ts';
import { takeLease, type HeldLease } from './lease.ts';
import { createDatabase, type Database } from './transfer/database.ts';
import { importFiles, type OpenDatabase } from './transfer/import.ts';
import { assertOneStore, IMPORT_FLAGS } from './transfer/settings.ts';
import { TransferError } from './transfer/transfer-error.ts';

interface ImportSettings extends Pick<SettingValues, 'dataDir' | 'mongodbUri'> {
  readonly from: string | undefined;
  readonly replace: boolean;
}

const log = (line: string): void => void process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);
const holder = `npm run import (process ${process.pid})`;

try {
  const { dataDir, mongodbUri } = TABLE;
  await run(readSettings<ImportSettings>({ dataDir, mongodbUri, ...IMPORT_FLAGS }, { env: process.env, args }));
} catch (error) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${message.split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}

async function run({ from, replace, ...settings }: ImportSettings): Promise<void> {
  if (from === undefined) throw new TransferError(`--from is not given: allowed is ${IMPORT_FLAGS.from.allowed}`);
  assertOneStore(args, settings.mongodbUri);
  const choice = storeSettings(settings, holder);
  const open = async (name: string): Promise<OpenDatabase> => {
    const { connection, close } = await openStore(name, choice);
    const database = createDatabase(name, connection);
    // The embedded store is locked by whoever writes; on MongoDB loads and imports wait for each other.
    if (choice.kind === 'embedded') return { ...database, close };
    const onWait = (other: string) => log(`${name} is being loaded by ${other}: this process waits.`);
    try {
      const lease = await takeLease({ connection, holder, isDone: async () => false, onWait });
      return { ...database, ...guarded(database, lease, close) };
    } catch (error) {
      await close();
      throw error;
    }
  };
  await importFiles({ from, open, replace, checks: [LEDGER_CHECK], log });
}

/** Nothing is written or removed once the lease is lost. */
function guarded(
  database: Database,
  lease: HeldLease | undefined,
  close: () => Promise<void>,
): Pick<OpenDatabase, 'put' | 'empty' | 'close'> {
  return {
    async put(...what) {
      lease?.assertHeld();
      await database.put(...what);
    },
    async empty() {
      lease?.assertHeld();
      await database.empty();
    },
    async close() {
      try {
        await lease?.release();
      } finally {
        await close();
      }
    },
  };
}
