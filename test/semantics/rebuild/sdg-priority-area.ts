/** sdg-priority-areas.json: the five areas of the complementarities. */

import { codes, ids, PROVENANCE, provenance } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** In their order. */
export const SDG_PRIORITY_AREA: RebuiltFile = {
  file: 'sdg-priority-areas.json',
  query: `{
    sdgPriorityAreas {
      id order title summary sdgs { number } pillars { code } issues { id } blueprintElements { id } instruments { id }
      flagshipInitiatives trend ${PROVENANCE}
    }
  }`,
  rows: ({ sdgPriorityAreas }) => sdgPriorityAreas,
  folder: () => 'ascc',
  record: (row) => ({
    id: row.id,
    order: row.order,
    title: row.title,
    summary: row.summary,
    sdgs: row.sdgs.map(({ number }: Row) => number),
    pillars: codes(row.pillars),
    issueIds: ids(row.issues),
    blueprintElementIds: ids(row.blueprintElements),
    flagshipInitiatives: row.flagshipInitiatives,
    trend: row.trend,
    instrumentIds: ids(row.instruments),
    provenance: provenance(row.provenance),
  }),
};
