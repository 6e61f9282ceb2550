/** sdgs.json: the Sustainable Development Goals. */

import { ids, PROVENANCE, provenance } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By number. */
export const SDG: RebuiltFile = {
  file: 'sdgs.json',
  query: `{ sdgs { number title priorityAreas { id } ${PROVENANCE} } }`,
  rows: ({ sdgs }) => sdgs,
  folder: () => 'ascc',
  record: (row) => ({
    id: `sdg-${String(row.number).padStart(2, '0')}`,
    number: row.number,
    title: row.title,
    priorityAreaIds: ids(row.priorityAreas),
    provenance: provenance(row.provenance),
  }),
  derived: { id: '`sdg-` and number in two digits' },
};
