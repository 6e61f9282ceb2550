/** monitoring.json: the records of monitoring and evaluation of all stewards. */

import { code, id, ids, PAGE_INFO, period, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** By id. */
export const MONITORING_ITEM: RebuiltFile = {
  file: 'monitoring.json',
  query: `query ($after: String) {
    monitoring(first: 200, after: $after) {
      nodes {
        id kind reviewType title code pillar { code } parent { id } date periodFrom periodTo status
        responsibleBodies { id } responsibleLabels issues { id } blueprintElement { id } summary
        facts { text value unit }
        items { id order title sector { id } ministerialBody { id } sectoralBody { id } }
        meetings { id } instruments { id } partners { id } ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ monitoring }) => monitoring,
  record: (row) => ({
    id: row.id,
    kind: word(row.kind),
    reviewType: word(row.reviewType),
    title: row.title,
    code: row.code,
    pillar: code(row.pillar),
    parentId: id(row.parent),
    date: row.date,
    period: period(row),
    status: row.status,
    responsibleBodyIds: ids(row.responsibleBodies),
    responsibleLabels: row.responsibleLabels,
    issueIds: ids(row.issues),
    blueprintElementId: id(row.blueprintElement),
    summary: row.summary,
    facts: row.facts,
    items: row.items.map(subItem),
    meetingIds: ids(row.meetings),
    instrumentIds: ids(row.instruments),
    partnerIds: ids(row.partners),
    provenance: provenance(row.provenance),
  }),
};

function subItem({ sector, ministerialBody, sectoralBody, ...rest }: Row) {
  return {
    ...rest,
    sectorId: id(sector),
    ministerialBodyId: id(ministerialBody),
    sectoralBodyId: id(sectoralBody),
  };
}
