/** The subgraph of the Socio-Cultural Community: its own records, the register of cross-pillar issues and their lead, and the SDGs. */

import type { Connection } from 'mongoose';
import { contributionField } from '../../schema/derive/hidden.ts';
import { storedId } from '../../schema/kinds.ts';
import type { IssueRecord } from '../../schema/records/index.ts';
import { PILLARS, stewardById } from '../../schema/stewards.ts';
import { mandatesFromStakes } from '../kinds/body/mandates.ts';
import type { MandatePart } from '../kinds/parts/resolvers.ts';
import { createPillar, type PillarSubgraph } from '../kinds/pillar.ts';
import type { Context } from '../kit/context.ts';
import { connection as page } from '../kit/list/connection.ts';
import { startList, type ListArguments } from '../kit/list/request.ts';
import type { FieldResolver, ResolverMap } from '../kit/resolvers.ts';
import { CROSS_PILLAR_ISSUE } from './issue/issue.ts';
import { SDG, SDG_PRIORITY_AREA } from './sdg/sdg.ts';

type ById = { readonly id: string };

/** The issues that a pillar leads, alone or with others: by title. */
const leads = ({ id }: ById, _args: unknown, context: Context) =>
  context.related('CrossPillarIssue', 'documentedLead.pillars', stewardById(id)?.code as string, ['title']);

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

const resolvers: ResolverMap = {
  Query: {
    crossPillarIssues: ((_root, args, context, info) =>
      page(startList('CrossPillarIssue', {}, args), context, info)) satisfies FieldResolver<unknown, ListArguments>,
    crossPillarIssue: (_root: unknown, { id }: ById, context: Context) => context.record('CrossPillarIssue', id),
    sdgs: (_root: unknown, _args: unknown, context: Context) => context.all('Sdg', {}, ['number']),
    sdg: (_root: unknown, { number }: { readonly number: number }, context: Context) =>
      context.record('Sdg', storedId('Sdg', number)),
    sdgPriorityAreas: (_root: unknown, _args: unknown, context: Context) =>
      context.all('SdgPriorityArea', {}, ['order']),
    sdgPriorityArea: (_root: unknown, { id }: ById, context: Context) => context.record('SdgPriorityArea', id),
  },
  ...Object.fromEntries(
    PILLARS.filter(({ code }) => code !== 'ASCC').map(({ type }) => [
      type,
      { __resolveReference: (rep: unknown) => rep, leads },
    ]),
  ),
  SocioCulturalCommunity: { leads },
  SocioCulturalBlueprintElement: { progress: () => [] },
  CommunityBody: {
    __resolveReference: (representation: unknown) => representation,
    [contributionField('ascc', 'mandates')]: mandates,
  },
};

/** Makes the subgraph over the database of the ASCC. */
export function createSocioCulturalSubgraph({
  connection,
}: {
  readonly connection: Connection;
}): Promise<PillarSubgraph> {
  const ownKinds = [CROSS_PILLAR_ISSUE, SDG, SDG_PRIORITY_AREA];
  return createPillar({ name: 'ascc', stewards: ['ASCC'], connection, ownKinds, resolvers });
}
