/** Where the lead of an issue stands by its decisions: which one made it, and which proposal awaits the Secretariat. */

import type { Condition } from '../../kit/collection.ts';
import type { LeadDecisionKind, LeadStatus } from '../../../schema/generated/vocabularies.ts';
import type { PillarCode } from '../../../schema/stewards.ts';

/** What of a decision says where the lead stands; read from an index. */
export interface Entry {
  readonly issueId: string;
  readonly version: number;
  readonly kind: LeadDecisionKind;
  readonly pillar: PillarCode | null;
  readonly decidedAt: string;
}

/** Entries by the id of the issue, in the order of their versions. */
export type EntriesByIssue = ReadonlyMap<string, readonly Entry[]>;

/** Where it stands. Without an assignment the documented lead holds, where there is one. */
export interface Standing {
  /** The number of decisions. */
  readonly version: number;
  /** The decision that assigned the lead, where nobody has withdrawn it since. */
  readonly assigned: Entry | undefined;
  /** The newest decision, where it is a proposal: any later one settles it. */
  readonly proposed: Entry | undefined;
}

/** By the decisions on one issue, in order; `asOf` leaves out those of later days (UTC). */
export function standingOf(entries: readonly Entry[], asOf?: string | null): Standing {
  const counted = asOf ? entries.filter(({ decidedAt }) => decidedAt.slice(0, asOf.length) <= asOf) : entries;
  const binding = counted.findLast(({ kind }) => kind !== 'PROPOSED');
  const newest = counted.at(-1);
  return {
    version: counted.length,
    assigned: binding?.kind === 'ASSIGNED' ? binding : undefined,
    proposed: newest?.kind === 'PROPOSED' ? newest : undefined,
  };
}

/** The issues on which there are decisions, by id, as they stand today. */
export type Standings = ReadonlyMap<string, Standing>;

/** By the decisions on all issues. */
export function standingsOf(byIssue: EntriesByIssue): Standings {
  return new Map([...byIssue].map(([issueId, entries]) => [issueId, standingOf(entries)]));
}

/** The issues whose lead has any of these statuses. */
export function withStatus(standings: Standings, statuses: readonly LeadStatus[]): Condition {
  const assigned = idsWith(standings, (each) => each.assigned !== undefined);
  const proposed = idsWith(standings, (each) => each.assigned === undefined && each.proposed !== undefined);
  const by: Readonly<Record<LeadStatus, Condition>> = {
    ASSIGNED: { _id: { $in: assigned } },
    DOCUMENTED: { leadStatus: 'DOCUMENTED', _id: { $nin: assigned } },
    PROPOSED: { leadStatus: 'UNDETERMINED', _id: { $in: proposed } },
    UNDETERMINED: { leadStatus: 'UNDETERMINED', _id: { $nin: [...assigned, ...proposed] } },
  };
  return anyOf(statuses.map((status) => by[status]));
}

/** The issues that the pillar leads, alone or with others. */
export function ledBy(standings: Standings, pillar: PillarCode): Condition {
  const assigned = idsWith(standings, (each) => each.assigned !== undefined);
  const own = idsWith(standings, (each) => each.assigned?.pillar === pillar);
  return anyOf([{ _id: { $in: own } }, { 'documentedLead.pillars': pillar, _id: { $nin: assigned } }]);
}

/** The issues on which a proposal awaits the Secretariat, or on which none does. */
export function withProposal(standings: Standings, isProposed: boolean): Condition {
  const proposed = idsWith(standings, (each) => each.proposed !== undefined);
  return { _id: isProposed ? { $in: proposed } : { $nin: proposed } };
}

function idsWith(standings: Standings, test: (standing: Standing) => boolean): string[] {
  return [...standings].filter(([, standing]) => test(standing)).map(([id]) => id);
}

function anyOf(conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  if (!first) return { _id: { $in: [] } };
  return conditions.length === 1 ? first : { $or: conditions };
}
