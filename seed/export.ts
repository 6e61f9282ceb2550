/** `npm run export -- --out FOLDER`: writes everything that the store holds into files, beside whoever uses the store. */

import { PILLARS, type PillarCode } from '../schema/stewards.ts';
import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { storeSettings } from '../subgraphs/kit/settings/store.ts';
import { TABLE, type SettingValues } from '../subgraphs/kit/settings/table.ts';
import { openStore, type Store } from '../subgraphs/kit/store/open.ts';
import { LEDGER_CHECK } from '../subgraphs/socio-cultural/ledger/check.ts';
import { createDatabase, databaseOf, type Database } from './transfer/database.ts';
import { exportDatabases } from './transfer/export.ts';
import { assertOneStore, EXPORT_FLAGS } from './transfer/settings.ts';
import { TransferError } from './transfer/transfer-error.ts';

interface ExportSettings extends Pick<SettingValues, 'dataDir' | 'mongodbUri'> {
  readonly out: string | undefined;
  readonly pillar: PillarCode | undefined;
}

const log = (line: string): void => void process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);

try {
  const { dataDir, mongodbUri } = TABLE;
  await run(readSettings<ExportSettings>({ dataDir, mongodbUri, ...EXPORT_FLAGS }, { env: process.env, args }));
} catch (error) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${message.split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}

async function run({ out, pillar, ...settings }: ExportSettings): Promise<void> {
  if (out === undefined) throw new TransferError(`--out is not given: allowed is ${EXPORT_FLAGS.out.allowed}`);
  assertOneStore(args, settings.mongodbUri);
  const choice = storeSettings(settings, `npm run export (process ${process.pid})`);
  const stores: Store[] = [];
  try {
    const databases: Database[] = [];
    for (const steward of PILLARS.filter(({ code }) => pillar === undefined || code === pillar)) {
      const name = databaseOf(steward);
      const store = await openStore(name, choice.kind === 'embedded' ? { ...choice, mode: 'read' } : choice);
      stores.push(store);
      databases.push(createDatabase(name, store.connection));
    }
    await exportDatabases({ databases, out, exportedAt: new Date(), checks: [LEDGER_CHECK], log });
  } finally {
    for (const store of stores) await store.close();
  }
}
