/** indicators.json: the readiness and digital indicators. */

import { codes, id, ids, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By id. */
export const INDICATOR: RebuiltFile = {
  file: 'indicators.json',
  query: `{
    readinessIndicators {
      id name family unit valueKind direction publisher parent { id } pillars { code } issues { id } description
      ${PROVENANCE}
    }
  }`,
  rows: ({ readinessIndicators }) => readinessIndicators,
  folder: () => 'aec',
  record: (row) => ({
    id: row.id,
    name: row.name,
    family: word(row.family),
    unit: row.unit,
    valueKind: word(row.valueKind),
    direction: word(row.direction),
    publisher: row.publisher,
    parentId: id(row.parent),
    pillars: codes(row.pillars),
    issueIds: ids(row.issues),
    description: row.description,
    provenance: provenance(row.provenance),
  }),
};
