/** The subgraph of the Political-Security Community as a process of its own: `npx node subgraphs/political-security/main.ts`. */

import { stewardByCode } from '../../schema/stewards.ts';
import { runAlone } from '../kit/server/alone.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
await runAlone(
  {
    steward: stewardByCode('APSC'),
    loadSubgraph: async () => (await import('./subgraph.ts')).createPoliticalSecuritySubgraph,
    loadDataSets: () => import('../../seed/where-empty.ts'),
  },
  { env: process.env, args: process.argv.slice(2) },
);
