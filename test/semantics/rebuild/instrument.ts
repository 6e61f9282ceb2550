/** instruments.json: the instruments of all stewards. */

import { code, codes, id, ids, PAGE_INFO, period, PROVENANCE, provenance, SOURCE, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** In the order of their adoption. */
export const INSTRUMENT: RebuiltFile = {
  file: 'instruments.json',
  query: `query ($after: String) {
    instruments(first: 200, after: $after) {
      nodes {
        id title shortTitle type adoptedOn adoptedAt { id } adoptedAtText adoptedPlace adoptedIn { code } modality
        adoptedBy { id } pillars { code } issues { id }
        items {
          id order numeral kind title detail issues { id } bodies { id } bodyBasis exampleActivities sources ${SOURCE}
        }
        status periodFrom periodTo summary milestones { date event meeting { id } }
        followUps { id } supersedes { id } supersededBy { id } legallyBinding ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ instruments }) => instruments,
  record: (row) => ({
    id: row.id,
    title: row.title,
    shortTitle: row.shortTitle,
    type: word(row.type),
    adoptedOn: row.adoptedOn,
    adoptedAtMeetingId: id(row.adoptedAt),
    adoptedAtText: row.adoptedAtText,
    adoptedPlace: row.adoptedPlace,
    adoptedCountryCode: code(row.adoptedIn),
    modality: word(row.modality),
    adoptingBodyId: id(row.adoptedBy),
    pillars: codes(row.pillars),
    issueIds: ids(row.issues),
    items: row.items.map(item),
    status: word(row.status),
    period: period(row),
    summary: row.summary,
    milestones: row.milestones.map(({ meeting, ...rest }: Row) => ({ ...rest, meetingId: id(meeting) })),
    followUps: ids(row.followUps),
    supersedesId: id(row.supersedes),
    supersededById: id(row.supersededBy),
    legallyBinding: row.legallyBinding,
    provenance: provenance(row.provenance),
  }),
};

function item({ kind, issues, bodies, bodyBasis, ...rest }: Row) {
  return { ...rest, kind: word(kind), issueIds: ids(issues), bodyIds: ids(bodies), bodyBasis: word(bodyBasis) };
}
