/** The subgraph of the Socio-Cultural Community as a process of its own: `npx node subgraphs/socio-cultural/main.ts`. */

import { stewardByCode } from '../../schema/stewards.ts';
import { runAlone } from '../kit/server/alone.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
await runAlone(
  {
    steward: stewardByCode('ASCC'),
    loadSubgraph: async () => (await import('./subgraph.ts')).createSocioCulturalSubgraph,
    loadDataSets: () => import('../../seed/where-empty.ts'),
  },
  { env: process.env, args: process.argv.slice(2) },
);
