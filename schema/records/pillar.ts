/** A pillar as pillar.json describes it: council, senior officials, blueprint, strategic plan and aims. */

import * as z from 'zod';
import { StrategicGoalKind } from '../generated/vocabularies.ts';
import { period, planCounts, provenance } from './parts.ts';
import { basis, count, date, ordinal, pillarCode, plainId, ref, text, url, vocabulary } from './values.ts';

const council = z.strictObject({
  bodyId: ref('body'),
  acronym: text,
  name: text,
  legalBasis: text.nullable(),
  establishedOn: date.nullable(),
  establishedBy: text.nullable(),
  firstMeetingOn: date.nullable(),
  firstMeetingId: ref('meeting').nullable(),
  firstMeetingPlace: text.nullable(),
  meetingsPerYear: count.nullable(),
});

const blueprint = z.strictObject({
  instrumentId: ref('instrument'),
  title: text,
  adoptedOn: date.nullable(),
  adoptedAtMeetingId: ref('meeting').nullable(),
  adoptedPlace: text.nullable(),
  period,
});

const strategicGoal = z.strictObject({
  id: plainId,
  number: ordinal.nullable(),
  kind: vocabulary(StrategicGoalKind),
  title: text,
  officialTitle: text.nullable(),
  description: text.nullable(),
  provenance,
});

const strategicPlan = z.strictObject({
  instrumentId: ref('instrument'),
  title: text,
  adoptedOn: date.nullable(),
  adoptedAtMeetingId: ref('meeting').nullable(),
  adoptedPlace: text.nullable(),
  launchedOn: date.nullable(),
  period,
  counts: planCounts,
  predecessorInstrumentId: ref('instrument').nullable(),
  description: text.nullable(),
  goals: z.array(strategicGoal),
  provenance,
});

const aim = z.strictObject({
  order: ordinal,
  text,
  blueprintElementId: ref('blueprint-element').nullable(),
  basis,
});

/** The shape of pillar.json. */
export const pillar = z.strictObject({
  id: plainId,
  code: pillarCode,
  name: text,
  order: ordinal,
  council,
  seniorOfficials: z.strictObject({ bodyId: ref('body'), acronym: text, name: text, alternativeNames: z.array(text) }),
  coordinatingConference: z.strictObject({ bodyId: ref('body'), acronym: text, name: text }),
  blueprint,
  strategicPlan,
  visionStatement: text,
  aims: z.array(aim),
  webPage: url,
  provenance,
});

/** A pillar. */
export type PillarRecord = z.output<typeof pillar>;
/** The council of a pillar. */
export type CouncilPart = PillarRecord['council'];
/** The Blueprint 2025 of a pillar. */
export type BlueprintPart = PillarRecord['blueprint'];
/** The plan that succeeds the blueprint. */
export type StrategicPlanPart = PillarRecord['strategicPlan'];
/** An aim of a pillar. */
export type PillarAim = PillarRecord['aims'][number];
