/** What tells a pillar from the others: a look-up that it alone has, from its own store. */

import type { Steward } from '../../schema/stewards.ts';

/** The documents, by subgraph. Each reads one record by its id, whether there is such a record or not. */
export const PROBES: Readonly<Record<Steward['subgraph'], string>> = {
  apsc: 'query Probe { memberState(code: "TLS") { code } }',
  aec: 'query Probe { smartCity(id: "bangkok") { id } }',
  ascc: 'query Probe { crossPillarIssue(id: "smart-cities") { id } }',
};
