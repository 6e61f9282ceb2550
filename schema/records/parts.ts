/** The parts that records of several kinds share: provenance, sources, periods, tags, plan counts. */

import * as z from 'zod';
import type { EvidenceBasis } from '../generated/vocabularies.ts';
import { basis, count, date, pillarCode, ref, text, url } from './values.ts';

/** A document or page that a record rests on. */
export const source = z.strictObject({
  title: text,
  publisher: text.nullable(),
  url: url.nullable(),
  date: date.nullable(),
});
/** A document or page that a record rests on. */
export type Source = z.output<typeof source>;

/** Where a record comes from. */
export const provenance = z.strictObject({ basis, sources: z.array(source), notes: z.array(text) });
/** Where a record comes from. */
export type Provenance = z.output<typeof provenance>;

/** A span of time; an open end is null. */
export const period = z.strictObject({ from: date.nullable(), to: date.nullable() });
/** A span of time; an open end is null. */
export type Period = z.output<typeof period>;

/** Something that happened, and when. */
export const event = z.strictObject({ date, event: text });
/** Something that happened, and when. */
export type Event = z.output<typeof event>;

/** An editorial link to a pillar, with its reason. */
export const pillarTag = z.strictObject({ pillar: pillarCode, reason: text, basis });
/** An editorial link to a pillar, with its reason. */
export type PillarTag = z.output<typeof pillarTag>;

/** A body that takes part, why, and how that is known. */
export const bodyRole = z.strictObject({ bodyId: ref('body'), why: text, basis });
/** A body that takes part, why, and how that is known. */
export type BodyRole = z.output<typeof bodyRole>;

/** How many parts a plan has, of each kind that is counted. */
export const planCounts = z.strictObject({
  strategicGoals: count.nullable(),
  objectives: count.nullable(),
  strategicMeasures: count.nullable(),
  strategicAreas: count.nullable(),
});
/** How many parts a plan has, of each kind that is counted. */
export type PlanCounts = z.output<typeof planCounts>;

/** A milestone of any record, with what some kinds say of it and others leave out. */
export interface Milestone extends Event {
  readonly detail?: string | null;
  readonly meetingId?: string | null;
  readonly basis?: EvidenceBasis;
  readonly sources?: readonly Source[];
}
