/** Mandates: the issues in which a pillar names a body, or in which the body has a cross-pillar role. */

import { PILLAR_CODES } from '../../../schema/stewards.ts';
import type { StakeRecord } from '../../../schema/records/index.ts';
import type { Context } from '../../kit/context.ts';
import type { MandatePart } from '../parts/resolvers.ts';

/** The stakes of this subgraph's pillar that name the body, as mandates. */
export async function mandatesFromStakes(bodyId: string, context: Context): Promise<MandatePart[]> {
  const stakes = (await context.related('Stake', 'bodies.bodyId', bodyId, ['issueId'])) as unknown as StakeRecord[];
  return stakes.flatMap(({ issueId, pillar, bodies }) =>
    bodies.filter((role) => role.bodyId === bodyId).map(({ why, basis }) => ({ issueId, pillar, why, basis })),
  );
}

/** Mandates in their order: by issue; stakes before roles, stakes in the order of the pillars. */
export function inMandateOrder(mandates: readonly MandatePart[]): MandatePart[] {
  const rank = ({ pillar }: MandatePart): number =>
    pillar === null ? PILLAR_CODES.length : PILLAR_CODES.indexOf(pillar);
  return mandates.toSorted((a, b) => (a.issueId === b.issueId ? rank(a) - rank(b) : a.issueId < b.issueId ? -1 : 1));
}
