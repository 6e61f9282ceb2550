/** Value types that records of several kinds hold: milestones, roles of bodies, tags of pillars, mandates. */

import type {
  Mandate as MandateType,
  Milestone as MilestoneType,
  PillarTag as PillarTagType,
  StakeBody as StakeBodyType,
} from '../../../schema/generated/graph.ts';
import type { BodyRole, PillarTag, Source } from '../../../schema/records/index.ts';
import type { EvidenceBasis } from '../../../schema/generated/vocabularies.ts';
import type { PillarCode } from '../../../schema/stewards.ts';
import { follow, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers, ResolverMap } from '../../kit/resolvers.ts';

/** A milestone of any kind of record: each kind records some of these. Its provenance is its own, never that of its record. */
export interface MilestonePart {
  readonly date: string;
  readonly event: string;
  readonly detail?: string | null;
  readonly meetingId?: string | null;
  readonly basis?: EvidenceBasis | null;
  readonly sources?: readonly Source[];
}

/** Why a body has to do with an issue: a stake of a pillar that names it, or (pillar null) a cross-pillar role. */
export interface MandatePart {
  readonly issueId: string;
  readonly pillar: PillarCode | null;
  readonly why: string;
  readonly basis: EvidenceBasis;
}

const milestone: FieldResolvers<MilestonePart, MilestoneType> = {
  meeting: ({ meetingId }, _args, context, info) => follow('Meeting', meetingId, context, info),
  sources: ({ sources }) => sources ?? [],
};

const stakeBody: FieldResolvers<BodyRole, StakeBodyType> = {
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
};

const pillarTag: FieldResolvers<PillarTag, PillarTagType> = {
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
};

const mandate: FieldResolvers<MandatePart, MandateType> = {
  issue: ({ issueId }, _args, context, info) => follow('CrossPillarIssue', issueId, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
};

/** The resolvers of the shared value types. */
export const PARTS: ResolverMap = {
  Milestone: milestone,
  StakeBody: stakeBody,
  PillarTag: pillarTag,
  Mandate: mandate,
};
