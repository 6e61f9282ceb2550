/** How the lead of an issue, its history, its recommendation and the ledger are answered. */

import type { LeadDecision as LeadDecisionType, LeadScore as LeadScoreType } from '../../../schema/generated/graph.ts';
import type { IssueRecord } from '../../../schema/records/index.ts';
import { evidenceOn, type EvidencePart } from '../../kinds/stake/evidence.ts';
import type { Context } from '../../kit/context.ts';
import { contributionsTo } from '../../kit/contribution.ts';
import { connection } from '../../kit/list/connection.ts';
import { startList, type ListArguments } from '../../kit/list/request.ts';
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

/** The list of all decisions. Instants are compared to the nanosecond. */
export const leadDecisions: FieldResolver<unknown, ListArguments> = (_root, args, context, info) => {
  const { since, until, ...others } = args.filter ?? {};
  const filter = {
    ...others,
    ...(typeof since === 'string' && { since: instant(since) }),
    ...(typeof until === 'string' && { until: instant(until) }),
  };
  return connection(startList('LeadDecision', {}, { ...args, filter }), context, info);
};

/** With nine places always, so that the order of the texts is that of the instants; nothing is rounded. */
function instant(text: string): string {
  const [, seconds = '', fraction = ''] = /^([^.Z+]+)(?:\.(\d+))?/.exec(text) ?? [];
  return `${seconds}.${fraction.padEnd(9, '0')}Z`;
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
