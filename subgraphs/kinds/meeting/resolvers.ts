/** Meetings as the graph shows them. */

import type {
  AgendaItem as AgendaItemType,
  Attendance as AttendanceType,
  Meeting,
  MeetingChair as MeetingChairType,
  MeetingOutcome as MeetingOutcomeType,
  MeetingWindow,
} from '../../../schema/generated/graph.ts';
import type {
  AgendaItem,
  Attendance,
  MeetingChair,
  MeetingOutcome,
  MeetingRecord,
} from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { MEETINGS, type StoredMeeting } from './model.ts';

const meeting: FieldResolvers<StoredMeeting, Meeting> = {
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
  startsOn: ({ startDate }) => startDate,
  endsOn: ({ endDate }) => endDate,
  memberState: ({ countryCode }, _args, context, info) => follow('MemberState', countryCode, context, info),
  chairs: ({ chairs, chairCountries }) => chairs.map((chair, index) => ({ ...chair, country: chairCountries[index] })),
  coincidesWith: ({ coincidesWithId }, _args, context, info) => follow('Meeting', coincidesWithId, context, info),
};

const meetingWindow: FieldResolvers<NonNullable<MeetingRecord['window']>, MeetingWindow> = {
  startsOn: ({ startDate }) => startDate,
  endsOn: ({ endDate }) => endDate,
};

const chair: FieldResolvers<MeetingChair, MeetingChairType> = {
  memberState: ({ countryCode }, _args, context, info) => follow('MemberState', countryCode, context, info),
};

const attendance: FieldResolvers<Attendance, AttendanceType> = {
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
};

const agendaItem: FieldResolvers<AgendaItem, AgendaItemType> = {
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
};

const outcome: FieldResolvers<MeetingOutcome, MeetingOutcomeType> = {
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
  instruments: ({ instrumentIds }, _args, context, info) => followAll('Instrument', instrumentIds, context, info),
};

/** Meetings, as every steward keeps them. */
export const MEETING = kind({
  collection: MEETINGS,
  resolvers: meeting,
  parts: {
    MeetingWindow: meetingWindow,
    MeetingChair: chair,
    Attendance: attendance,
    AgendaItem: agendaItem,
    MeetingOutcome: outcome,
  },
});
