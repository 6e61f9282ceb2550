/** Readiness for Industry 4.0: indicators, their observations, and the initiatives on it. */

import * as z from 'zod';
import {
  IndicatorDirection,
  IndicatorFamily,
  InitiativeKind,
  InitiativeLeadBasis,
  InitiativeRelevance,
  ValueKind,
} from '../generated/vocabularies.ts';
import { event, period, pillarTag, provenance } from './parts.ts';
import { date, ordinal, pillarCode, pillarCodes, plainId, ref, refs, text, vocabulary, year } from './values.ts';

/** The shape of a record of indicators.json. */
export const indicator = z.strictObject({
  id: plainId,
  name: text,
  family: vocabulary(IndicatorFamily),
  unit: text,
  valueKind: vocabulary(ValueKind),
  direction: vocabulary(IndicatorDirection),
  publisher: text,
  parentId: ref('indicator').nullable(),
  pillars: pillarCodes,
  issueIds: refs('issue'),
  description: text,
  provenance,
});

/** An indicator. */
export type IndicatorRecord = z.output<typeof indicator>;

/** The shape of a record of observations.json. */
export const observation = z.strictObject({
  id: plainId,
  indicatorId: ref('indicator'),
  memberState: ref('member-state').nullable(),
  year,
  value: z.number().nullable(),
  valueText: text.nullable(),
  rank: ordinal.nullable(),
  rankOutOf: ordinal.nullable(),
  unit: text,
  edition: text.nullable(),
  dimensions: z.array(text),
  derived: z.boolean(),
  provenance,
});

/** One published figure. */
export type ObservationRecord = z.output<typeof observation>;

/** The shape of a record of initiatives.json. */
export const initiative = z.strictObject({
  id: plainId,
  title: text,
  shortName: text.nullable(),
  kind: vocabulary(InitiativeKind),
  date,
  period: period.nullable(),
  status: text.nullable(),
  adoptedAtText: text.nullable(),
  adoptedAtMeetingId: ref('meeting').nullable(),
  place: text.nullable(),
  leadBodyIds: refs('body'),
  leadBasis: vocabulary(InitiativeLeadBasis),
  pillar: pillarCode,
  otherPillars: z.array(pillarTag),
  relevance: vocabulary(InitiativeRelevance),
  issueIds: refs('issue'),
  summary: text,
  milestones: z.array(event),
  instrumentId: ref('instrument').nullable(),
  provenance,
});

/** An initiative on Industry 4.0 and the digital transformation. */
export type InitiativeRecord = z.output<typeof initiative>;
