/** The subgraph of the Political-Security Community: its own records, those of the Community as a whole, member states and partners. */

import type { Connection } from 'mongoose';
import { createPillar, type PillarSubgraph } from '../kinds/pillar.ts';
import { contributedEvidence } from '../kinds/stake/evidence.ts';
import { contributedElements } from '../kinds/blueprint-element/contribution.ts';
import type { Context } from '../kit/context.ts';
import { connection as page } from '../kit/list/connection.ts';
import { startList, type ListArguments } from '../kit/list/request.ts';
import type { FieldResolver, ResolverMap } from '../kit/resolvers.ts';
import { COMMUNITY } from './community/community.ts';
import { MEMBER_STATE, MEMBER_STATE_QUERIES } from './member-state/member-state.ts';
import { PARTNER } from './partner/partner.ts';
import { VISION_DOCUMENT } from './vision-document/vision-document.ts';

type ById = { readonly id: string };

const resolvers: ResolverMap = {
  ...COMMUNITY,
  Query: {
    ...MEMBER_STATE_QUERIES,
    partners: ((_root, args, context, info) =>
      page(startList('Partner', {}, args), context, info)) satisfies FieldResolver<unknown, ListArguments>,
    partner: (_root: unknown, { id }: ById, context: Context) => context.record('Partner', id),
    visionDocument: (_root: unknown, { id }: ById, context: Context) => context.record('VisionDocument', id),
  },
  CrossPillarIssue: {
    ...contributedEvidence('apsc'),
    partners: ({ id }: ById, _args: unknown, context: Context) => context.related('Partner', 'issueIds', id, ['name']),
  },
  Sdg: contributedElements('apsc'),
};

/** Makes the subgraph over the database of the APSC. */
export function createPoliticalSecuritySubgraph({
  connection,
}: {
  readonly connection: Connection;
}): Promise<PillarSubgraph> {
  const ownKinds = [MEMBER_STATE, PARTNER, VISION_DOCUMENT];
  return createPillar({ name: 'apsc', stewards: ['APSC', 'ASEAN'], connection, ownKinds, resolvers });
}
