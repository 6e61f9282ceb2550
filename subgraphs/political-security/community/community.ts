/** The ASEAN Community as a whole: its lists, and the mandates of its bodies, to which the other pillars contribute. */

import { referSteward } from '../../kit/reference.ts';
import type { Context } from '../../kit/context.ts';
import { contributionsTo } from '../../kit/contribution.ts';
import type { ResolverMap } from '../../kit/resolvers.ts';
import { inMandateOrder, mandatesFromStakes } from '../../kinds/body/mandates.ts';
import type { MandatePart } from '../../kinds/parts/resolvers.ts';
import { STEWARD_FIELDS } from '../../kinds/steward/lists.ts';

type Representation = Readonly<Record<string, unknown>> & { readonly id: string };

/** The Community has no record of its own: everything about it is its identity and what it keeps. */
export const COMMUNITY: ResolverMap = {
  AseanCommunity: {
    ...STEWARD_FIELDS,
    __resolveReference: (representation: Representation) => ({ ...referSteward('ASEAN'), ...representation }),
    visionDocuments: (_parent: unknown, _args: unknown, context: Context) =>
      context.all('VisionDocument', {}, ['order']),
  },
  CommunityBody: {
    mandates: async (body: Representation, _args: unknown, context: Context) =>
      inMandateOrder([
        ...(await mandatesFromStakes(body.id, context)),
        ...contributionsTo<MandatePart>('mandates', body, ['aec', 'ascc']),
      ]),
  },
};
