/** observations.json: the published figures. */

import { code, id, PAGE_INFO, PROVENANCE, provenance } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By indicator, state, year and edition. */
export const OBSERVATION: RebuiltFile = {
  file: 'observations.json',
  query: `query ($after: String) {
    observations(first: 200, after: $after) {
      nodes {
        id indicator { id } memberState { code } year value valueText rank rankOutOf unit edition dimensions derived
        ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ observations }) => observations,
  folder: () => 'aec',
  record: (row) => ({
    id: row.id,
    indicatorId: id(row.indicator),
    memberState: code(row.memberState),
    year: row.year,
    value: row.value,
    valueText: row.valueText,
    rank: row.rank,
    rankOutOf: row.rankOutOf,
    unit: row.unit,
    edition: row.edition,
    dimensions: row.dimensions,
    derived: row.derived,
    provenance: provenance(row.provenance),
  }),
};
