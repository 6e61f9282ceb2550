/** The three pillars over stores for tests, seeded with the real data. */

import { readDataset } from '../../seed/dataset.ts';
import { load } from '../../seed/load.ts';
import { PILLARS, type Steward } from '../../schema/stewards.ts';
import { createVersions } from '../../seed/versions.ts';
import type { StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { openPillars, type OpenPillar } from '../../subgraphs/open.ts';

/** Opens them, loads the data set, and reports each store query from then on. */
export async function openSeededPillars({
  settings,
  synthetic = 0,
  only = PILLARS,
  onQuery,
}: {
  readonly settings: StoreSettings;
  readonly synthetic?: number;
  /** Some of the pillars. */
  readonly only?: readonly Steward[];
  readonly onQuery?: (query: string) => void;
}): Promise<OpenPillar[]> {
  const pillars = await openPillars(settings, only);
  const dataset = await readDataset();
  for (const { steward, store, shelves } of pillars) {
    const versions = createVersions(store.connection);
    await load({ shelves, versions, dataset, synthetic, log: () => undefined });
    if (onQuery) {
      store.connection.base.set('debug', (collection: string, method: string) =>
        onQuery(`${steward.subgraph}.${collection}.${method}`),
      );
    }
  }
  return pillars;
}
