/** The three pillars over stores for tests, seeded with the real data. */

import { readDataset } from '../../seed/dataset.ts';
import { load } from '../../seed/load.ts';
import { PILLARS, type Steward } from '../../schema/stewards.ts';
import { createVersions } from '../../seed/versions.ts';
import type { StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { openPillars, type OpenPillar } from '../../subgraphs/open.ts';

/** Opens them and loads the data set. */
export async function openSeededPillars({
  settings,
  synthetic = 0,
  only = PILLARS,
}: {
  readonly settings: StoreSettings;
  readonly synthetic?: number;
  /** Some of the pillars. */
  readonly only?: readonly Steward[];
}): Promise<OpenPillar[]> {
  const pillars = await openPillars(settings, only);
  const dataset = await readDataset();
  for (const { store, shelves } of pillars) {
    const versions = createVersions(store.connection);
    await load({ shelves, versions, dataset, synthetic, log: () => undefined });
  }
  return pillars;
}

/** Reports each store query from here on, as `apsc.bodies.find`; no more where nobody is told. A store that is watched answers nothing from memory. */
export function watchQueries(pillars: readonly OpenPillar[], onQuery?: (query: string) => void): void {
  for (const { steward, store } of pillars) {
    const report = (collection: string, method: string) => onQuery?.(`${steward.subgraph}.${collection}.${method}`);
    store.connection.base.set('debug', onQuery ? report : false);
  }
}
