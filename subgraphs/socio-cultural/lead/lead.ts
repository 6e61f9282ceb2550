/** Who leads on an issue: the assigned lead, else the documented one, else nobody. */

import type { Lead as LeadType, LeadCandidate as LeadCandidateType } from '../../../schema/generated/graph.ts';
import type { CandidateLead, IssueRecord, Source } from '../../../schema/records/index.ts';
import type { LeadKind, LeadStatus } from '../../../schema/generated/vocabularies.ts';
import type { PillarCode } from '../../../schema/stewards.ts';
import { follow, followAll, followSteward, followStewards } from '../../kit/reference.ts';
import type { FieldResolvers, ResolverMap } from '../../kit/resolvers.ts';
import type { Decision } from './decision.ts';

/** The lead of an issue. Undetermined: empty lists, and null label, kind, explicit, statement and state. */
export interface Lead {
  readonly status: LeadStatus;
  readonly pillars: readonly PillarCode[];
  readonly bodyIds: readonly string[];
  readonly countryCode: string | null;
  readonly label: string | null;
  readonly kind: LeadKind | null;
  readonly explicit: boolean | null;
  readonly statement: string | null;
  readonly supporting: readonly PillarCode[];
  readonly since: string | null;
  readonly decision: Decision | null;
  readonly proposal: Decision | null;
  readonly candidates: readonly CandidateLead[];
  readonly sources: readonly Source[];
  readonly version: number;
}

/** What the ledger says of an issue, with the decisions that count. */
export interface Decided {
  readonly version: number;
  readonly assigned: Decision | null;
  readonly proposed: Decision | null;
}

const NOBODY = {
  pillars: [],
  bodyIds: [],
  countryCode: null,
  label: null,
  kind: null,
  explicit: null,
  statement: null,
  supporting: [],
  since: null,
  decision: null,
  sources: [],
} as const;

/** The lead of an issue. A documented lead has no date: it holds for every day. */
export function leadOf(
  { documentedLead, candidateLeads }: IssueRecord,
  { version, assigned, proposed }: Decided,
): Lead {
  const common = { ...NOBODY, candidates: candidateLeads, proposal: proposed, version };
  if (assigned) return { ...common, ...assignedLead(assigned), status: 'ASSIGNED' };
  if (documentedLead) return { ...common, ...documentedLead, status: 'DOCUMENTED' };
  return { ...common, status: proposed ? 'PROPOSED' : 'UNDETERMINED' };
}

function assignedLead(decision: Decision) {
  const { pillar, leadBodyId, supporting, rationale, sources, decidedAt } = decision;
  return {
    pillars: pillar ? [pillar] : [],
    bodyIds: leadBodyId ? [leadBodyId] : [],
    kind: 'LED_BY',
    explicit: true,
    statement: rationale,
    supporting,
    since: decidedAt,
    decision,
    sources,
  } as const;
}

const lead: FieldResolvers<Lead, LeadType> = {
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  bodies: ({ bodyIds }, _args, context, info) => followAll('Body', bodyIds, context, info),
  memberState: ({ countryCode }, _args, context, info) => follow('MemberState', countryCode, context, info),
  supporting: ({ supporting }, _args, context, info) => followStewards(supporting, context, info),
};

const candidate: FieldResolvers<CandidateLead, LeadCandidateType> = {
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
};

/** The resolvers of leads. */
export const LEAD: ResolverMap = { Lead: lead, LeadCandidate: candidate };
