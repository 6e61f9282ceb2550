/** The three pillars over embedded stores for tests, seeded with the real data. */

import { readDataset } from '../../seed/dataset.ts';
import { load } from '../../seed/load.ts';
import { createVersions } from '../../seed/versions.ts';
import { openPillars, type OpenPillar } from '../../subgraphs/open.ts';

/** Opens them in a folder, loads the data set, and reports each store query from then on. */
export async function openSeededPillars({
  dataDir,
  synthetic = 0,
  onQuery,
}: {
  readonly dataDir: string;
  readonly synthetic?: number;
  readonly onQuery?: (query: string) => void;
}): Promise<OpenPillar[]> {
  const pillars = await openPillars({ kind: 'embedded', dataDir });
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
