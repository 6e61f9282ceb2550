/** The chain of decisions on an issue: each holds the hash of the one before it, so none can be changed, added between or left out unseen. */

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Decision } from './decision.ts';

/** What stands in the place of a hash before the first decision. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** What a hash covers: every field of the decision but the hash. */
const HASHED = [
  'id',
  'issueId',
  'version',
  'kind',
  'pillar',
  'leadBodyId',
  'supporting',
  'relevantBodyIds',
  'rationale',
  'sources',
  'evidence',
  'actor',
  'decidedAt',
  'previousHash',
] as const satisfies readonly (keyof Decision)[];

/** The hash of a decision: SHA-256 in hexadecimal over its canonical JSON (RFC 8785). */
export function hashOf(decision: Omit<Decision, 'hash'>): string {
  const hashed = Object.fromEntries(HASHED.map((field) => [field, decision[field]]));
  return createHash('sha256')
    .update(canonicalize(hashed) ?? '')
    .digest('hex');
}

/** The last decision of a chain. */
export interface Head {
  readonly issueId: string;
  readonly version: number;
  readonly hash: string;
}

/** A link that does not hold. */
export interface BrokenLink {
  readonly id: string;
  readonly fault: string;
}

/** What a reading of the ledger found. */
export interface Verification {
  readonly decisions: number;
  /** Of each issue, by its id. */
  readonly heads: readonly Head[];
  /** The first, by issue and version; undefined where every chain is sound. */
  readonly broken: BrokenLink | undefined;
}

/** Recomputes chains; the decisions come issue by issue, each issue's in the order of their versions. */
export async function verifyChains(decisions: AsyncIterable<Decision> | Iterable<Decision>): Promise<Verification> {
  const heads: Head[] = [];
  let broken: BrokenLink | undefined;
  let count = 0;
  let last: Decision | undefined;
  for await (const decision of decisions) {
    const previous = last?.issueId === decision.issueId ? last : undefined;
    const fault = faultOf(decision, previous);
    if (fault !== undefined) broken ??= { id: decision.id, fault };
    if (last && !previous) heads.push(headOf(last));
    last = decision;
    count += 1;
  }
  if (last) heads.push(headOf(last));
  return { decisions: count, heads, broken };
}

/** Undefined for what no decision is written with, and no hash may fit: half of a surrogate pair, a number that is not finite. */
function safeHashOf(decision: Decision): string | undefined {
  try {
    return hashOf(decision);
  } catch {
    return undefined;
  }
}

function headOf({ issueId, version, hash }: Decision): Head {
  return { issueId, version, hash };
}

function faultOf(decision: Decision, previous: Decision | undefined): string | undefined {
  const expected = (previous?.version ?? 0) + 1;
  if (decision.version !== expected)
    return `its version is ${decision.version} where ${expected} was expected: a decision is missing or was added`;
  if (decision.id !== `${decision.issueId}:${decision.version}`) return 'its id is not that of its issue and version';
  if (decision.previousHash !== (previous?.hash ?? FIRST_PREVIOUS_HASH))
    return 'its previousHash is not the hash of the decision before it';
  if (typeof decision.hash !== 'string') return 'it has no hash';
  const hash = safeHashOf(decision);
  if (hash === undefined) return 'its fields have no canonical JSON, so no hash is theirs: the decision was changed';
  if (decision.hash !== hash) return 'its hash is not that of its fields: the decision was changed';
  if (previous && previous.decidedAt >= decision.decidedAt) return 'it is not later than the decision before it';
  return undefined;
}
