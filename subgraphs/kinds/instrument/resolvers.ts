/** Instruments as the graph shows them. */

import type { Instrument, InstrumentItem as InstrumentItemType } from '../../../schema/generated/graph.ts';
import type { InstrumentItem } from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward, followStewards } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { INSTRUMENTS, type StoredInstrument } from './model.ts';

const instrument: FieldResolvers<StoredInstrument, Instrument> = {
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  adoptedAt: ({ adoptedAtMeetingId }, _args, context, info) => follow('Meeting', adoptedAtMeetingId, context, info),
  adoptedIn: ({ adoptedCountryCode }, _args, context, info) => follow('MemberState', adoptedCountryCode, context, info),
  adoptedBy: ({ adoptingBodyId }, _args, context, info) => follow('Body', adoptingBodyId, context, info),
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  periodFrom: ({ period }) => period?.from,
  periodTo: ({ period }) => period?.to,
  supersedes: ({ supersedesId }, _args, context, info) => follow('Instrument', supersedesId, context, info),
  supersededBy: ({ supersededById }, _args, context, info) => follow('Instrument', supersededById, context, info),
  followUps: ({ followUps }, _args, context, info) => followAll('Instrument', followUps, context, info),
};

const item: FieldResolvers<InstrumentItem, InstrumentItemType> = {
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  bodies: ({ bodyIds }, _args, context, info) => followAll('Body', bodyIds, context, info),
};

/** Instruments, as every steward keeps them. */
export const INSTRUMENT = kind({ collection: INSTRUMENTS, resolvers: instrument, parts: { InstrumentItem: item } });
