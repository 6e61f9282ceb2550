/** partners.json: partners and organisations. */

import { codes, id, ids, PAGE_INFO, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** The graph has them by name, the file by id; they fit one page. */
export const PARTNER: RebuiltFile = {
  file: 'partners.json',
  query: `{
    partners(first: 200) {
      nodes {
        id name acronym type parent { id } since status statusHistory { status since } pillars { code } issues { id }
        facts { text value unit } instruments { id } meetings { id } regionalEntity { id } ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ partners }) => partners.nodes.toSorted((a: Row, b: Row) => (a.id < b.id ? -1 : 1)),
  folder: () => 'apsc',
  record: (row) => ({
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    type: word(row.type),
    parentId: id(row.parent),
    partnerSince: row.since,
    currentStatus: row.status,
    statusHistory: row.statusHistory.map(({ status, since }: Row) => ({ date: since, status })),
    pillars: codes(row.pillars),
    issueIds: ids(row.issues),
    facts: row.facts.map(({ text }: Row) => text),
    instrumentIds: ids(row.instruments),
    meetingIds: ids(row.meetings),
    regionalEntityId: id(row.regionalEntity),
    provenance: provenance(row.provenance),
  }),
};
