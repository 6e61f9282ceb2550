/** A cross-pillar issue with its documented or candidate leads, and the stake that a pillar has in one. */

import * as z from 'zod';
import { LeadKind, OriginDocument } from '../generated/vocabularies.ts';
import { bodyRole, provenance, source } from './parts.ts';
import {
  basis,
  date,
  pillarCode,
  pillarCodes,
  plainId,
  ref,
  refs,
  sdgNumber,
  stewardedId,
  text,
  vocabulary,
} from './values.ts';

const documentedLead = z.strictObject({
  pillars: pillarCodes,
  bodyIds: refs('body'),
  countryCode: ref('member-state').nullable(),
  label: text,
  kind: vocabulary(LeadKind),
  explicit: z.boolean(),
  statement: text,
  sources: z.array(source),
});

const candidateLead = z.strictObject({ pillar: pillarCode, bodyId: ref('body').nullable(), reason: text, basis });

/** The shape of a record of issues.json. Only the two statuses that need no decision may stand in it. */
export const issue = z.strictObject({
  id: plainId,
  title: text,
  aliases: z.array(text),
  summary: text,
  pillars: pillarCodes,
  crossPillarBodyIds: refs('body'),
  crossPillarRoles: z.array(bodyRole),
  sdgs: z.array(sdgNumber),
  leadStatus: vocabulary(['DOCUMENTED', 'UNDETERMINED']),
  documentedLead: documentedLead.nullable(),
  candidateLeads: z.array(candidateLead),
  relatedIssueIds: refs('issue'),
  milestones: z.array(z.strictObject({ date, event: text, sources: z.array(source) })),
  namedIn: z.array(z.strictObject({ document: vocabulary(OriginDocument), text })),
  provenance,
});

/** A cross-pillar issue. */
export type IssueRecord = z.output<typeof issue>;
/** A pillar that could lead, by editorial judgement. */
export type CandidateLead = IssueRecord['candidateLeads'][number];

/** The shape of a record of stakes.json. */
export const stake = z.strictObject({
  id: stewardedId,
  issueId: ref('issue'),
  pillar: pillarCode,
  rationale: text,
  bodies: z.array(bodyRole),
  otherActors: z.array(z.strictObject({ label: text, why: text, basis })),
  provenance,
});

/** What a pillar says of its own interest in an issue. */
export type StakeRecord = z.output<typeof stake>;
