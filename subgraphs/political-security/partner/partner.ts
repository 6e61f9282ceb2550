/** Partners of ASEAN: dialogue partners, the United Nations and its agencies, other organisations. */

import type { Partner, PartnerStatus } from '../../../schema/generated/graph.ts';
import type { PartnerRecord } from '../../../schema/records/index.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followStewards } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { printed, searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';

const partner: FieldResolvers<PartnerRecord, Partner> = {
  parent: ({ parentId }, _args, context, info) => follow('Partner', parentId, context, info),
  children: ({ id }, _args, context) => context.related('Partner', 'parentId', id, ['name']),
  since: ({ partnerSince }) => partnerSince,
  status: ({ currentStatus }) => currentStatus,
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  instruments: ({ instrumentIds }, _args, context, info) => followAll('Instrument', instrumentIds, context, info),
  meetings: ({ meetingIds }, _args, context, info) => followAll('Meeting', meetingIds, context, info),
  regionalEntity: ({ regionalEntityId }, _args, context, info) =>
    follow('RegionalEntity', regionalEntityId, context, info),
  facts: ({ facts }) => facts.map((text) => ({ text, value: null, unit: null })),
};

const status: FieldResolvers<PartnerRecord['statusHistory'][number], PartnerStatus> = { since: ({ date }) => date };

const searched = ({ name, acronym }: PartnerRecord): Searched => ({
  title: printed(name, acronym),
  names: [name, acronym],
  texts: [],
});

/** Partners, which the APSC keeps. */
export const PARTNER = kind({
  collection: {
    entity: 'Partner',
    kind: 'partner',
    name: 'partners',
    derived: { folded: ['String'] },
    lookups: ['parentId', 'issueIds'],
    derive: (record) => ({ folded: fold(searchedValues(searched(record))) }),
    searched,
    list: {
      kind: 'Partner',
      scopes: {},
      condition: conditionOf({
        types: anyOf('type'),
        statuses: anyOf('currentStatus'),
        issueId: equals('issueIds'),
        pillars: anyOf('pillars'),
        text: containsText,
      }),
    },
  },
  resolvers: partner,
  parts: { PartnerStatus: status },
});
