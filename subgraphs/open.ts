/** Opens the three pillars over their stores, for the processes that hold all of them: the gateway in one process, the seed command, tests. */

import type { Connection } from 'mongoose';
import { PILLARS, type Steward } from '../schema/stewards.ts';
import { createEconomicSubgraph } from './economic/subgraph.ts';
import type { PillarSubgraph } from './kinds/pillar.ts';
import { openStore, type Store, type StoreSettings } from './kit/store/open.ts';
import { createPoliticalSecuritySubgraph } from './political-security/subgraph.ts';
import { createSocioCulturalSubgraph } from './socio-cultural/subgraph.ts';

/** A pillar over its open store. */
export interface OpenPillar extends PillarSubgraph {
  readonly steward: Steward;
  readonly store: Store;
}

const CREATE: Readonly<
  Record<Steward['subgraph'], (parts: { readonly connection: Connection }) => Promise<PillarSubgraph>>
> = {
  apsc: createPoliticalSecuritySubgraph,
  aec: createEconomicSubgraph,
  ascc: createSocioCulturalSubgraph,
};

/** Opens them, all three unless told otherwise, in order. Throws `StoreError` where a store cannot be opened; those already open are closed again. */
export async function openPillars(
  settings: StoreSettings,
  pillars: readonly Steward[] = PILLARS,
): Promise<OpenPillar[]> {
  const open: OpenPillar[] = [];
  try {
    for (const steward of pillars) {
      const store = await openStore(`asean_${steward.subgraph}`, settings);
      try {
        open.push({ steward, store, ...(await CREATE[steward.subgraph]({ connection: store.connection })) });
      } catch (error) {
        await store.close();
        throw error;
      }
    }
    return open;
  } catch (error) {
    await closePillars(open);
    throw error;
  }
}

/** Closes the stores. */
export async function closePillars(pillars: readonly OpenPillar[]): Promise<void> {
  for (const { store } of pillars) await store.close();
}
