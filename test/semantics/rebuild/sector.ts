/** sectors.json: the sectors of the pillars. */

import { code, ids, PROVENANCE, provenance } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** Each pillar's list, in its order. */
export const SECTOR: RebuiltFile = {
  file: 'sectors.json',
  query: `{
    pillars {
      sectors { id pillar { code } name order description leadBodies { id } elements { id } ${PROVENANCE} }
    }
  }`,
  rows: ({ pillars }) => pillars.flatMap(({ sectors }: Row) => sectors),
  record: (row) => ({
    id: row.id,
    pillar: code(row.pillar),
    name: row.name,
    order: row.order,
    description: row.description,
    leadBodyIds: ids(row.leadBodies),
    blueprintElementIds: ids(row.elements),
    provenance: provenance(row.provenance),
  }),
};
