/** Initiatives on Industry 4.0 and the digital transformation. */

import type { Initiative } from '../../../schema/generated/graph.ts';
import type { InitiativeRecord } from '../../../schema/records/index.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';

const initiative: FieldResolvers<InitiativeRecord, Initiative> = {
  adoptedOn: ({ date }) => date,
  adoptedAt: ({ adoptedAtMeetingId }, _args, context, info) => follow('Meeting', adoptedAtMeetingId, context, info),
  periodFrom: ({ period }) => period?.from,
  periodTo: ({ period }) => period?.to,
  leadBodies: ({ leadBodyIds }, _args, context, info) => followAll('Body', leadBodyIds, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  instrument: ({ instrumentId }, _args, context, info) => follow('Instrument', instrumentId, context, info),
};

const searched = ({ title, shortName, summary }: InitiativeRecord): Searched => ({
  title,
  names: [title, shortName],
  texts: [summary],
});

/** Initiatives, which the AEC keeps. */
export const INITIATIVE = kind({
  collection: {
    entity: 'Initiative',
    kind: 'initiative',
    name: 'initiatives',
    derived: { folded: ['String'], allPillars: ['String'] },
    lookups: ['issueIds'],
    derive: (record) => ({
      folded: fold(searchedValues(searched(record))),
      allPillars: [record.pillar, ...record.otherPillars.map(({ pillar }) => pillar)],
    }),
    searched,
    list: {
      kind: 'Initiative',
      scopes: {},
      condition: conditionOf({
        pillars: anyOf('allPillars'),
        relevances: anyOf('relevance'),
        issueId: equals('issueIds'),
        text: containsText,
      }),
    },
  },
  resolvers: initiative,
});
