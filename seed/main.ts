/** `npm run seed`: validates the data set of the code and loads it into the databases of the three pillars. */

import { closePillars, openPillars, type OpenPillar } from '../subgraphs/open.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { BrokenDataError, faultLine } from './faults.ts';
import { load } from './load.ts';
import { readSeedSettings, type SeedSettings } from './settings.ts';
import { createVersions, storeState } from './versions.ts';

const log = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  await run(readSeedSettings({ env: process.env, args: process.argv.slice(2) }));
} catch (error) {
  const lines = error instanceof BrokenDataError ? error.faults.map(faultLine) : [reasonOf(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

async function run({ dataDir, scale, check }: SeedSettings): Promise<void> {
  const dataset = await readDataset();
  if (check) return log(`The data set ${dataset.version} is valid`);
  const pillars = await openPillars({ kind: 'embedded', dataDir, holder: `npm run seed (process ${process.pid})` });
  try {
    for (const pillar of pillars) await refuseOlder(pillar, dataset);
    for (const pillar of pillars) await seedOne(pillar, { dataset, scale });
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
  { steward, store, shelves }: OpenPillar,
  { dataset, scale }: { readonly dataset: Dataset; readonly scale: number },
): Promise<void> {
  const versions = createVersions(store.connection);
  const { written, removed } = await load({ shelves, versions, dataset, synthetic: scale, log });
  const synthetic = scale ? ` with ${scale}x synthetic records` : '';
  log(`${steward.code}: data set ${dataset.version}${synthetic}, ${written} records, ${removed} removed`);
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
