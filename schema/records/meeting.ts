/** A meeting, or an entry of the calendar of the ASCC overview page. */

import * as z from 'zod';
import { DatePrecision, MeetingOutcomeType, MeetingType, Modality, OriginDocument } from '../generated/vocabularies.ts';
import { provenance } from './parts.ts';
import { count, date, ordinal, pillarCode, ref, refs, stewardedId, text, vocabulary } from './values.ts';

const chair = z.strictObject({
  countryCode: ref('member-state').nullable(),
  person: text.nullable(),
  role: text.nullable(),
});

const attendance = z.strictObject({
  group: text,
  countText: text.nullable(),
  countMin: count.nullable(),
  bodyId: ref('body').nullable(),
});

const agendaItem = z.strictObject({ order: ordinal, title: text, detail: text.nullable(), issueIds: refs('issue') });

const outcome = z.strictObject({
  order: ordinal,
  type: vocabulary(MeetingOutcomeType),
  text,
  issueIds: refs('issue'),
  instrumentIds: refs('instrument'),
});

/** The shape of a record of meetings.json. */
export const meeting = z.strictObject({
  id: stewardedId,
  title: text,
  titleKnown: z.boolean(),
  type: vocabulary(MeetingType),
  ordinal: ordinal.nullable(),
  bodyId: ref('body').nullable(),
  convenerLabel: text.nullable(),
  pillar: pillarCode.nullable(),
  startDate: date,
  endDate: date,
  datePrecision: vocabulary(DatePrecision),
  window: z.strictObject({ startDate: date, endDate: date, note: text.nullable() }).nullable(),
  city: text.nullable(),
  countryCode: ref('member-state').nullable(),
  countryName: text.nullable(),
  venue: text.nullable(),
  modality: vocabulary(Modality).nullable(),
  chairs: z.array(chair),
  attendance: z.array(attendance),
  agenda: z.array(agendaItem),
  outcomes: z.array(outcome),
  namedIn: z.array(vocabulary(OriginDocument)),
  calendar: z.strictObject({ section: text, sequence: ordinal, lines: z.array(text) }).nullable(),
  coincidesWithId: ref('meeting').nullable(),
  provenance,
});

/** A meeting. */
export type MeetingRecord = z.output<typeof meeting>;
/** Somebody in the chair of a meeting. */
export type MeetingChair = MeetingRecord['chairs'][number];
/** A group that attended a meeting. */
export type Attendance = MeetingRecord['attendance'][number];
/** An item of the agenda of a meeting. */
export type AgendaItem = MeetingRecord['agenda'][number];
/** What a meeting did. */
export type MeetingOutcome = MeetingRecord['outcomes'][number];
