/** `npm run seed`: validates the data set of the code and loads it into the databases of the three pillars. */

import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { storeSettings } from '../subgraphs/kit/settings/store.ts';
import { settingsOf, type ValuesOf } from '../subgraphs/kit/settings/table.ts';
import { closePillars, openPillars, type OpenPillar } from '../subgraphs/open.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { BrokenDataError, faultLine } from './faults.ts';
import { SEED_FLAGS } from './settings.ts';
import { createVersions, storeState } from './versions.ts';
import { loadAlone } from './where-empty.ts';

interface SeedSettings extends ValuesOf<'npm run seed'> {
  readonly scale: number | undefined;
  readonly check: boolean;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const holder = `npm run seed (process ${process.pid})`;

try {
  const rows = { ...settingsOf('npm run seed'), ...SEED_FLAGS };
  await run(readSettings<SeedSettings>(rows, { env: process.env, args: process.argv.slice(2) }));
} catch (error) {
  const lines = error instanceof BrokenDataError ? error.faults.map(faultLine) : [reasonOf(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

async function run({ scale = 0, check, ...settings }: SeedSettings): Promise<void> {
  const dataset = await readDataset();
  if (check) return say(`The data set ${dataset.version} is valid`);
  const store = storeSettings(settings, holder);
  const pillars = await openPillars(store);
  try {
    for (const pillar of pillars) await refuseOlder(pillar, dataset);
    for (const pillar of pillars) await seedOne(pillar, { dataset, scale, isShared: store.kind === 'mongodb' });
  } finally {
    await closePillars(pillars);
  }
}

async function refuseOlder({ steward, store }: OpenPillar, dataset: Dataset): Promise<void> {
  const stored = await createVersions(store.connection).read();
  if (stored && storeState(stored, dataset) === 'newer')
    throw new Error(
      `The store of the ${steward.code} holds the data set ${stored.version}, newer than ${dataset.version} of this code: nothing was changed`,
    );
}

async function seedOne(
  { steward, store: { connection }, shelves }: OpenPillar,
  { dataset, scale, isShared }: { readonly dataset: Dataset; readonly scale: number; readonly isShared: boolean },
): Promise<void> {
  const report = await loadAlone({ connection, shelves }, { isShared, holder, say, dataset, synthetic: scale });
  const synthetic = scale ? ` with ${scale}x synthetic records` : '';
  say(
    `${steward.code}: data set ${dataset.version}${synthetic}, ${report?.written} records, ${report?.removed} removed`,
  );
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
