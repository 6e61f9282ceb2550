/** meetings.json: the meetings of all stewards. */

import { code, foreignCountry, id, ids, PAGE_INFO, PROVENANCE, provenance, word, words } from './parts.ts';
import type { RebuiltFile, Row } from './rebuilt-file.ts';

/** In the order of their start. */
export const MEETING: RebuiltFile = {
  file: 'meetings.json',
  query: `query ($after: String) {
    meetings(first: 200, after: $after) {
      nodes {
        id title titleKnown type ordinal body { id } convenerLabel pillar { code } startsOn endsOn datePrecision
        window { startsOn endsOn note } city country memberState { code } venue modality
        chairs { memberState { code } person role }
        attendance { group countText countMin body { id } }
        agenda { order title detail issues { id } }
        outcomes { order type text issues { id } instruments { id } }
        namedIn calendar { section sequence lines } coincidesWith { id } ${PROVENANCE}
      }
      ${PAGE_INFO}
    }
  }`,
  rows: ({ meetings }) => meetings,
  record: (row) => ({
    id: row.id,
    title: row.title,
    titleKnown: row.titleKnown,
    type: word(row.type),
    ordinal: row.ordinal,
    bodyId: id(row.body),
    convenerLabel: row.convenerLabel,
    pillar: code(row.pillar),
    startDate: row.startsOn,
    endDate: row.endsOn,
    datePrecision: word(row.datePrecision),
    window: row.window && { startDate: row.window.startsOn, endDate: row.window.endsOn, note: row.window.note },
    city: row.city,
    countryCode: code(row.memberState),
    countryName: foreignCountry(row),
    venue: row.venue,
    modality: word(row.modality),
    chairs: row.chairs.map(({ memberState, person, role }: Row) => ({ countryCode: code(memberState), person, role })),
    attendance: row.attendance.map(({ body, ...rest }: Row) => ({ ...rest, bodyId: id(body) })),
    agenda: row.agenda.map(({ issues, ...rest }: Row) => ({ ...rest, issueIds: ids(issues) })),
    outcomes: row.outcomes.map(outcome),
    namedIn: words(row.namedIn),
    calendar: row.calendar,
    coincidesWithId: id(row.coincidesWith),
    provenance: provenance(row.provenance),
  }),
  derived: { countryName: 'country, where memberState is null' },
};

function outcome({ type, issues, instruments, ...rest }: Row) {
  return { ...rest, type: word(type), issueIds: ids(issues), instrumentIds: ids(instruments) };
}
