/** initiatives.json: the initiatives on Industry 4.0 and the digital transformation. */

import { code, id, ids, period, PILLAR_TAG, pillarTag, PROVENANCE, provenance, word } from './parts.ts';
import type { RebuiltFile } from './rebuilt-file.ts';

/** By date; they fit one page. */
export const INITIATIVE: RebuiltFile = {
  file: 'initiatives.json',
  query: `{
    initiatives(first: 200) {
      nodes {
        id title shortName kind status adoptedOn adoptedAt { id } adoptedAtText place periodFrom periodTo
        leadBodies { id } leadBasis pillar { code } otherPillars ${PILLAR_TAG} relevance issues { id } instrument { id }
        summary milestones { date event } ${PROVENANCE}
      }
    }
  }`,
  rows: ({ initiatives }) => initiatives.nodes,
  folder: () => 'aec',
  record: (row) => ({
    id: row.id,
    title: row.title,
    shortName: row.shortName,
    kind: word(row.kind),
    date: row.adoptedOn,
    period: period(row),
    status: row.status,
    adoptedAtText: row.adoptedAtText,
    adoptedAtMeetingId: id(row.adoptedAt),
    place: row.place,
    leadBodyIds: ids(row.leadBodies),
    leadBasis: word(row.leadBasis),
    pillar: code(row.pillar),
    otherPillars: row.otherPillars.map(pillarTag),
    relevance: word(row.relevance),
    issueIds: ids(row.issues),
    summary: row.summary,
    milestones: row.milestones,
    instrumentId: id(row.instrument),
    provenance: provenance(row.provenance),
  }),
};
