/** member-states.json: the member states and observers. */

import { code, id, PROVENANCE, provenance, SOURCE, word } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** The graph has them by name, the file by code. */
export const MEMBER_STATE: RebuiltFile = {
  file: 'member-states.json',
  query: `{
    memberStates {
      code alpha2 name officialName status foundingMember joinedOn observerSince capital
      accession { date event detail meeting { id } basis sources ${SOURCE} } ${PROVENANCE}
    }
  }`,
  rows: ({ memberStates }) => memberStates.toSorted((a: Row, b: Row) => (a.code < b.code ? -1 : 1)),
  folder: () => 'apsc',
  record: (row) => ({
    id: code(row),
    alpha2: row.alpha2,
    name: row.name,
    officialName: row.officialName,
    status: word(row.status),
    foundingMember: row.foundingMember,
    joinedOn: row.joinedOn,
    observerSince: row.observerSince,
    capital: row.capital,
    accessionMilestones: row.accession.map(({ meeting, basis, ...rest }: Row) => ({
      ...rest,
      meetingId: id(meeting),
      basis: word(basis),
    })),
    provenance: provenance(row.provenance),
  }),
  derived: { id: 'code' },
};
