/** An instrument: a declaration, treaty, blueprint, plan, framework or report. */

import * as z from 'zod';
import { InstrumentItemKind, InstrumentStatus, InstrumentType, Modality } from '../generated/vocabularies.ts';
import { period, provenance, source } from './parts.ts';
import { basis, date, ordinal, pillarCodes, plainId, ref, refs, stewardedId, text, vocabulary } from './values.ts';

const item = z.strictObject({
  id: plainId,
  order: ordinal,
  numeral: text.nullable(),
  kind: vocabulary(InstrumentItemKind),
  title: text,
  detail: text.nullable(),
  issueIds: refs('issue'),
  bodyIds: refs('body'),
  bodyBasis: basis.nullable(),
  exampleActivities: z.array(text),
  sources: z.array(source),
});

/** The shape of a record of instruments.json. */
export const instrument = z.strictObject({
  id: stewardedId,
  title: text,
  shortTitle: text.nullable(),
  type: vocabulary(InstrumentType),
  adoptedOn: date.nullable(),
  adoptedAtMeetingId: ref('meeting').nullable(),
  adoptedAtText: text.nullable(),
  adoptedPlace: text.nullable(),
  adoptedCountryCode: ref('member-state').nullable(),
  modality: vocabulary(Modality).nullable(),
  adoptingBodyId: ref('body').nullable(),
  pillars: pillarCodes,
  issueIds: refs('issue'),
  items: z.array(item),
  status: vocabulary(InstrumentStatus),
  period: period.nullable(),
  summary: text,
  milestones: z.array(z.strictObject({ date, event: text, meetingId: ref('meeting').nullable() })),
  followUps: refs('instrument'),
  supersedesId: ref('instrument').nullable(),
  supersededById: ref('instrument').nullable(),
  legallyBinding: z.boolean(),
  provenance,
});

/** An instrument. */
export type InstrumentRecord = z.output<typeof instrument>;
/** A structured part of an instrument, such as a thrust of a declaration. */
export type InstrumentItem = InstrumentRecord['items'][number];
