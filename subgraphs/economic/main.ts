/** The subgraph of the Economic Community as a process of its own: `npx node subgraphs/economic/main.ts`. */

import { stewardByCode } from '../../schema/stewards.ts';
import { runAlone } from '../kit/server/alone.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
await runAlone(
  {
    steward: stewardByCode('AEC'),
    loadSubgraph: async () => (await import('./subgraph.ts')).createEconomicSubgraph,
    loadDataSets: () => import('../../seed/where-empty.ts'),
  },
  { env: process.env, args: process.argv.slice(2) },
);
