/** Meetings as they are stored. */

import type { RecordOf } from '../../../schema/records/index.ts';
import type { CollectionDefinition } from '../../kit/collection.ts';
import { anyOf, atLeast, atMost, conditionOf, equals } from '../../kit/conditions.ts';
import { firstDay, lastDay } from '../../../schema/records/partial-date.ts';
import { searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';
import { stateName } from '../parts/state-name.ts';

/** A meeting as it is stored. */
export type StoredMeeting = RecordOf<'meeting'> & {
  readonly steward: string;
  /** The name to print of the country in which it was held. */
  readonly country: string | null;
  /** The same for each of the chairs. */
  readonly chairCountries: readonly (string | null)[];
};

const searched = ({ title }: RecordOf<'meeting'>): Searched => ({ title, names: [title], texts: [] });

/** The collection of meetings. */
export const MEETINGS: CollectionDefinition<'meeting'> = {
  entity: 'Meeting',
  kind: 'meeting',
  name: 'meetings',
  derived: {
    folded: ['String'],
    country: 'String',
    chairCountries: ['String'],
    chairCodes: ['String'],
    agendaIssueIds: ['String'],
    issueIds: ['String'],
    firstDay: 'String',
    lastDay: 'String',
  },
  derive: (meeting, records) => {
    const agendaIssueIds = meeting.agenda.flatMap(({ issueIds }) => issueIds);
    const chairCodes = meeting.chairs.map(({ countryCode }) => countryCode);
    return {
      folded: fold(searchedValues(searched(meeting))),
      country: meeting.countryName ?? stateName(meeting.countryCode, records),
      chairCountries: chairCodes.map((code) => stateName(code, records)),
      chairCodes: distinct(chairCodes.filter((code) => code !== null)),
      agendaIssueIds: distinct(agendaIssueIds),
      issueIds: distinct([...agendaIssueIds, ...meeting.outcomes.flatMap(({ issueIds }) => issueIds)]),
      firstDay: firstDay(meeting.startDate),
      lastDay: lastDay(meeting.endDate),
    };
  },
  searched,
  list: {
    kind: 'Meeting',
    scopes: { bodyId: 'bodyId', issueId: 'issueIds', chairedBy: 'chairCodes' },
    condition: conditionOf({
      from: atLeast('lastDay'),
      to: atMost('firstDay'),
      types: anyOf('type'),
      bodyIds: anyOf('bodyId'),
      issueId: equals('issueIds'),
      agendaIssueId: equals('agendaIssueIds'),
      memberStates: anyOf('countryCode'),
      chairedBy: equals('chairCodes'),
      text: containsText,
    }),
  },
};

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
