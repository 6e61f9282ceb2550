/** Instruments as they are stored. */

import type { CollectionDefinition } from '../../kit/collection.ts';
import type { RecordOf } from '../../../schema/records/index.ts';
import { anyOf, atLeast, atMost, conditionOf, equals } from '../../kit/conditions.ts';
import { firstDay, lastDay } from '../../../schema/records/partial-date.ts';
import { searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';
import { PILLAR_CODES } from '../../../schema/stewards.ts';

/** An instrument as it is stored. */
export type StoredInstrument = RecordOf<'instrument'> & { readonly steward: string };

const searched = ({ title, shortTitle, summary }: RecordOf<'instrument'>): Searched => ({
  title,
  names: [title, shortTitle],
  texts: [summary],
});

/** The collection of instruments. One without a date matches no range of dates. */
export const INSTRUMENTS: CollectionDefinition<'instrument'> = {
  entity: 'Instrument',
  kind: 'instrument',
  name: 'instruments',
  derived: { folded: ['String'], allThreePillars: 'Boolean', firstDay: 'String', lastDay: 'String' },
  derive: (instrument) => ({
    folded: fold(searchedValues(searched(instrument))),
    allThreePillars: instrument.pillars.length === PILLAR_CODES.length,
    firstDay: instrument.adoptedOn && firstDay(instrument.adoptedOn),
    lastDay: instrument.adoptedOn && lastDay(instrument.adoptedOn),
  }),
  searched,
  list: {
    kind: 'Instrument',
    scopes: { issueId: 'issueIds' },
    condition: conditionOf({
      types: anyOf('type'),
      pillars: anyOf('pillars'),
      allThreePillars: equals('allThreePillars'),
      issueId: equals('issueIds'),
      adoptedAtId: equals('adoptedAtMeetingId'),
      from: atLeast('lastDay'),
      to: atMost('firstDay'),
      legallyBinding: equals('legallyBinding'),
      text: containsText,
    }),
  },
};
