/** A decision on a lead, as the ledger keeps it: one document, written once. */

import * as z from 'zod';
import { LeadDecisionKind } from '../../../schema/generated/vocabularies.ts';
import { source } from '../../../schema/records/parts.ts';
import { pillarCode } from '../../../schema/records/values.ts';

const score = z.strictObject({
  pillar: pillarCode,
  score: z.number(),
  bodies: z.number(),
  instruments: z.number(),
  communityInstruments: z.number(),
  meetings: z.number(),
  monitoringItems: z.number(),
  reasons: z.array(z.string()),
});

/** A ranking of the pillars of an issue. */
export const recommendation = z.strictObject({ ranking: z.array(score), method: z.string() });
/** A ranking of the pillars of an issue. */
export type Recommendation = z.output<typeof recommendation>;
/** The score of one pillar in a ranking. */
export type Score = z.output<typeof score>;

/** The decision proper, without its id: what its hash covers, and the hash. */
export const decision = z.strictObject({
  issueId: z.string(),
  version: z.number(),
  kind: z.enum(LeadDecisionKind),
  pillar: pillarCode.nullable(),
  leadBodyId: z.string().nullable(),
  supporting: z.array(pillarCode),
  relevantBodyIds: z.array(z.string()),
  rationale: z.string(),
  sources: z.array(source),
  evidence: recommendation.nullable(),
  actor: z.string(),
  /** RFC 3339 in UTC with milliseconds, so that the order of the text is that of time. */
  decidedAt: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

/** A decision, with its id. */
export type Decision = z.output<typeof decision> & { readonly id: string };

/** What is decided, before it has its place in the ledger. */
export type Resolution = Omit<Decision, 'id' | 'version' | 'decidedAt' | 'previousHash' | 'hash'>;

/** The id of a decision: that of its issue, and its version. */
export function decisionId(issueId: string, version: number): string {
  return `${issueId}:${version}`;
}
