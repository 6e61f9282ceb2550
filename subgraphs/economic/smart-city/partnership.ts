/** Entries on the ASEAN Smart Cities Network: governance, documents, milestones, outside partnerships. */

import type {
  NationalRepresentative,
  NetworkChair,
  NetworkMeetingEdition as EditionType,
  SmartCityPartnership,
} from '../../../schema/generated/graph.ts';
import type { NetworkMeetingEdition, RecordOf } from '../../../schema/records/index.ts';
import { stateName } from '../../kinds/parts/state-name.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

type StoredPartnership = RecordOf<'smart-city-partnership'> & { readonly country: string | null };

const partnership: FieldResolvers<StoredPartnership, SmartCityPartnership> = {
  startsOn: ({ startDate }) => startDate,
  endsOn: ({ endDate }) => endDate,
  memberState: ({ countryCode }, _args, context, info) => follow('MemberState', countryCode, context, info),
  partner: ({ dialoguePartnerId }, _args, context, info) => follow('Partner', dialoguePartnerId, context, info),
  partnerNames: ({ partners }) => partners,
  pillarTags: ({ pillars }) => pillars,
  cities: ({ cityIds }, _args, context, info) => followAll('SmartCity', cityIds, context, info),
  chairMemberState: ({ chairCountryCode }, _args, context, info) =>
    follow('MemberState', chairCountryCode, context, info),
  memberCityCount: ({ memberCities }) => memberCities,
  memberStateCount: ({ memberStates }) => memberStates,
  meetings: ({ meetingIds }, _args, context, info) => followAll('Meeting', meetingIds, context, info),
  instruments: ({ instrumentIds }, _args, context, info) => followAll('Instrument', instrumentIds, context, info),
};

const chair: FieldResolvers<StoredPartnership['chairs'][number], NetworkChair> = {
  memberState: ({ memberState }, _args, context, info) => follow('MemberState', memberState, context, info),
};

const representative: FieldResolvers<StoredPartnership['nationalRepresentatives'][number], NationalRepresentative> = {
  memberState: ({ memberState }, _args, context, info) => follow('MemberState', memberState, context, info),
};

const edition: FieldResolvers<NetworkMeetingEdition, EditionType> = {
  startsOn: ({ startDate }) => startDate,
  endsOn: ({ endDate }) => endDate,
};

/** Entries on the network, which the AEC keeps. */
export const SMART_CITY_PARTNERSHIP = kind({
  collection: {
    entity: 'SmartCityPartnership',
    kind: 'smart-city-partnership',
    name: 'smartCityPartnerships',
    derived: { country: 'String' },
    lookups: ['cityIds', 'dialoguePartnerId'],
    derive: ({ countryName, countryCode }, records) => ({
      country: countryName ?? stateName(countryCode, records),
    }),
    searched: ({ title, summary, partners }) => ({ title, names: [title], texts: [summary, ...partners] }),
    list: {
      kind: 'SmartCityPartnership',
      scopes: {},
      condition: conditionOf({
        kinds: anyOf('kind'),
        cityId: equals('cityIds'),
        partnerId: equals('dialoguePartnerId'),
      }),
    },
  },
  resolvers: partnership,
  parts: { NetworkChair: chair, NationalRepresentative: representative, NetworkMeetingEdition: edition },
});
