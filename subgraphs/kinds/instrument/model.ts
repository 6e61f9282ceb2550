/** Instruments as they are stored. */

import type { CollectionDefinition } from '../../kit/collection.ts';
import type { RecordOf } from '../../../schema/records/index.ts';
import { anyOf, atLeast, atMost, conditionOf, equals } from '../../kit/conditions.ts';
import { firstDay, lastDay } from '../../../schema/records/partial-date.ts';
import { containsText, fold } from '../../kit/text.ts';
import { PILLAR_CODES } from '../../../schema/stewards.ts';

/** An instrument as it is stored. */
export type StoredInstrument = RecordOf<'instrument'> & { readonly steward: string };

/** The collection of instruments. One without a date matches no range of dates. */
export const INSTRUMENTS: CollectionDefinition<'instrument'> = {
  entity: 'Instrument',
  kind: 'instrument',
  name: 'instruments',
  derived: { folded: ['String'], allThreePillars: 'Boolean', firstDay: 'String', lastDay: 'String' },
  derive: ({ title, shortTitle, summary, pillars, adoptedOn }) => ({
    folded: fold(title, shortTitle, summary),
    allThreePillars: pillars.length === PILLAR_CODES.length,
    firstDay: adoptedOn && firstDay(adoptedOn),
    lastDay: adoptedOn && lastDay(adoptedOn),
  }),
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
