/** The parts that records of several kinds share: provenance, sources, periods, tags, plan counts. */

import * as z from 'zod';
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

/** A span of time; an open end is null. */
export const period = z.strictObject({ from: date.nullable(), to: date.nullable() });

/** Something that happened, and when. */
export const event = z.strictObject({ date, event: text });

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
