/** How the lead of an issue, its history, its recommendation and the ledger are answered. */

import type { LeadDecision as LeadDecisionType, LeadScore as LeadScoreType } from '../../../schema/generated/graph.ts';
import type { IssueRecord } from '../../../schema/records/index.ts';
import { evidenceOn, type EvidencePart } from '../../kinds/stake/evidence.ts';
import type { Context } from '../../kit/context.ts';
import { contributionsTo } from '../../kit/contribution.ts';
import { connection } from '../../kit/list/connection.ts';
import { checkFilter, startList, type ListArguments } from '../../kit/list/request.ts';
import { follow, followAll, followSteward, followStewards } from '../../kit/reference.ts';
import type { FieldResolver, FieldResolvers, ResolverMap } from '../../kit/resolvers.ts';
import type { Decision, Score } from './decision.ts';
import { LEAD, leadOf, type Lead } from './lead.ts';
import type { LedgerReading } from './reading.ts';
import { recommend } from './recommendation.ts';
import { standingOf } from './standing.ts';

/** The fields of an issue that rest on decisions. */
export function issueFields(reading: LedgerReading) {
  const decided = async (context: Context, issueId: string, version: number | undefined) =>
    version === undefined ? null : reading.decision(context, `${issueId}:${version}`);
  return {
    async lead(issue: IssueRecord, { asOf }: { readonly asOf?: string | null }, context: Context): Promise<Lead> {
      const { version, assigned, proposed } = standingOf(await reading.entries(context, issue.id), asOf);
      return leadOf(issue, {
        version,
        assigned: await decided(context, issue.id, assigned?.version),
        proposed: await decided(context, issue.id, proposed?.version),
      });
    },
    async leadHistory({ id }: IssueRecord, _args: unknown, context: Context): Promise<Decision[]> {
      const entries = await reading.entries(context, id);
      return Promise.all(entries.map(({ version }) => reading.decision(context, `${id}:${version}`)));
    },
    async leadRecommendation(issue: IssueRecord, _args: unknown, context: Context) {
      const others = contributionsTo<EvidencePart>('leadRecommendation', issue, ['apsc', 'aec']);
      return recommend(issue.pillars, [...others, ...(await evidenceOn(issue.id, context))]);
    },
  };
}

/** The list of all decisions. Instants are compared as the ledger writes them. */
export const leadDecisions: FieldResolver<unknown, ListArguments> = (_root, args, context, info) => {
  const { since, until, ...others } = checkFilter(args.filter ?? {});
  const filter = {
    ...others,
    ...(since !== undefined && { since: instant(String(since), Math.ceil) }),
    ...(until !== undefined && { until: instant(String(until), Math.floor) }),
  };
  return connection(startList('LeadDecision', {}, { ...args, filter }), context, info);
};

/** Milliseconds are as fine as the ledger is: what is finer is rounded into the range. */
function instant(text: string, round: (ms: number) => number): string {
  const [, seconds = '', fraction = '0'] = /^([^.Z+]+)(?:\.(\d+))?/.exec(text) ?? [];
  return new Date(Date.parse(`${seconds}Z`) + round(Number(`0.${fraction}`) * 1000)).toISOString();
}

const decision: FieldResolvers<Decision, LeadDecisionType> = {
  issue: ({ issueId }, _args, context, info) => follow('CrossPillarIssue', issueId, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  leadBody: ({ leadBodyId }, _args, context, info) => follow('Body', leadBodyId, context, info),
  supporting: ({ supporting }, _args, context, info) => followStewards(supporting, context, info),
  relevantBodies: ({ relevantBodyIds }, _args, context, info) => followAll('Body', relevantBodyIds, context, info),
};

const score: FieldResolvers<Score, LeadScoreType> = {
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
};

/** The resolvers of leads, decisions and recommendations. */
export const LEAD_TYPES: ResolverMap = {
  ...LEAD,
  LeadDecision: {
    ...decision,
    __resolveReference: ({ id }: { readonly id: string }, context: Context) => context.record('LeadDecision', id),
  },
  LeadScore: score,
};
