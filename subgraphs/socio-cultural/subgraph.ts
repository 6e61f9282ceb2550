/** The subgraph of the Socio-Cultural Community: its own records, the register of cross-pillar issues and their lead, and the SDGs. */

import type { Connection } from 'mongoose';
import { contributionField } from '../../schema/derive/hidden.ts';
import { storedId, type EntityKind } from '../../schema/kinds.ts';
import type { IssueRecord } from '../../schema/records/index.ts';
import { PILLARS, stewardById, type PillarCode } from '../../schema/stewards.ts';
import { mandatesFromStakes } from '../kinds/body/mandates.ts';
import type { MandatePart } from '../kinds/parts/resolvers.ts';
import { createPillar, type PillarSubgraph } from '../kinds/pillar.ts';
import type { Context } from '../kit/context.ts';
import { connection as page } from '../kit/list/connection.ts';
import { startList, type ListArguments } from '../kit/list/request.ts';
import type { FieldResolver, ResolverMap } from '../kit/resolvers.ts';
import { crossPillarIssue } from './issue/issue.ts';
import { assignLeadPillar } from './lead/assign.ts';
import { openLedger } from './lead/ledger.ts';
import { proposeLeadPillar } from './lead/propose.ts';
import { createReading, type LedgerReading } from './lead/reading.ts';
import { leadDecisions } from './lead/resolvers.ts';
import { ledBy } from './lead/standing.ts';
import { withdrawLeadPillar } from './lead/withdraw.ts';
import { progressTypes } from './progress/progress.ts';
import { reportProgress } from './progress/report-progress.ts';
import { openProgressReports } from './progress/reports.ts';
import { SDG, SDG_PRIORITY_AREA } from './sdg/sdg.ts';

type ById = { readonly id: string };

/** The stakes of the ASCC that name a body of the Community, and its cross-pillar roles. */
async function mandates({ id }: ById, _args: unknown, context: Context): Promise<MandatePart[]> {
  const issues = (await context.related('CrossPillarIssue', 'crossPillarRoles.bodyId', id)) as unknown as IssueRecord[];
  const roles = issues.flatMap((issue) =>
    issue.crossPillarRoles
      .filter(({ bodyId }) => bodyId === id)
      .map(({ why, basis }) => ({ issueId: issue.id, pillar: null, why, basis })),
  );
  return [...(await mandatesFromStakes(id, context)), ...roles];
}

const QUERIES: ResolverMap = {
  Query: {
    crossPillarIssues: ((_root, args, context, info) =>
      page(startList('CrossPillarIssue', {}, args), context, info)) satisfies FieldResolver<unknown, ListArguments>,
    crossPillarIssue: (_root: unknown, { id }: ById, context: Context) => context.record('CrossPillarIssue', id),
    leadDecisions,
    sdgs: (_root: unknown, _args: unknown, context: Context) => context.all('Sdg', {}, ['number']),
    sdg: (_root: unknown, { number }: { readonly number: number }, context: Context) =>
      context.record('Sdg', storedId('Sdg', number)),
    sdgPriorityAreas: (_root: unknown, _args: unknown, context: Context) =>
      context.all('SdgPriorityArea', {}, ['order']),
    sdgPriorityArea: (_root: unknown, { id }: ById, context: Context) => context.record('SdgPriorityArea', id),
  },
  CommunityBody: {
    __resolveReference: (representation: unknown) => representation,
    [contributionField('ascc', 'mandates')]: mandates,
  },
};

/** The issues that a pillar leads, alone or with others: by title. */
function leadsOfPillars(reading: LedgerReading): ResolverMap {
  const leads = async ({ id }: ById, _args: unknown, context: Context) =>
    context.all('CrossPillarIssue', ledBy(await reading.standings(context), stewardById(id)?.code as PillarCode), [
      'title',
    ]);
  const own = { leads };
  const others = { __resolveReference: (representation: unknown) => representation, leads };
  return Object.fromEntries(PILLARS.map(({ code, type }) => [type, code === 'ASCC' ? own : others]));
}

/** Makes the subgraph over the database of the ASCC. */
export async function createSocioCulturalSubgraph({
  connection,
}: {
  readonly connection: Connection;
}): Promise<PillarSubgraph> {
  const ledger = await openLedger(connection);
  const reports = await openProgressReports(connection);
  const reading = createReading(ledger);
  const desk = { ledger, reading };
  const pillar = await createPillar({
    name: 'ascc',
    stewards: ['ASCC'],
    connection,
    ownKinds: [crossPillarIssue(ledger, reading), SDG, SDG_PRIORITY_AREA],
    ledgers: [ledger.collection],
    resolvers: {
      ...QUERIES,
      ...leadsOfPillars(reading),
      ...progressTypes(reports),
      Mutation: {
        proposeLeadPillar: proposeLeadPillar(desk),
        assignLeadPillar: assignLeadPillar(desk),
        withdrawLeadPillar: withdrawLeadPillar(desk),
        reportProgress: reportProgress(reports),
      },
    },
  });
  const neededOf: Partial<Record<EntityKind, (ids: readonly string[]) => Promise<string[]>>> = {
    CrossPillarIssue: ledger.issuesWithDecisions,
    BlueprintElement: reports.elementsWithReports,
  };
  const shelves = pillar.shelves.map((shelf) => {
    const needed = neededOf[shelf.entity];
    return needed ? { ...shelf, neededOf: needed } : shelf;
  });
  return { ...pillar, shelves };
}
