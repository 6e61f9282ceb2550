/** `proposeLeadPillar`: a pillar desk puts a pillar forward, within what its token allows. */

import { CodedError } from '../../../schema/errors.ts';
import type { ProposeLeadPillarInput } from '../../../schema/generated/graph.ts';
import type { FieldResolver } from '../../kit/resolvers.ts';
import { requireViewer } from '../../kit/require-viewer.ts';
import { decide, type Asked, type Desk } from './decide.ts';
import { sourcesOf } from './form.ts';

/** The resolver of the mutation. Throws `FORBIDDEN` for a pillar that the token does not allow. */
export function proposeLeadPillar(desk: Desk): FieldResolver<unknown, { readonly input: ProposeLeadPillarInput }> {
  return (_root, { input }, context, info) => {
    const viewer = requireViewer(context);
    const { issueId, pillar, leadBodyId, relevantBodyIds, rationale, sources } = input;
    if (viewer.pillars && !viewer.pillars.includes(pillar))
      throw new CodedError(
        'FORBIDDEN',
        `The token allows proposals of ${viewer.pillars.join(', ') || 'no pillar'}, not of ${pillar}`,
      );
    const resolution: Asked['resolution'] = {
      kind: 'PROPOSED',
      issueId,
      pillar,
      leadBodyId: leadBodyId ?? null,
      supporting: [],
      relevantBodyIds: [...new Set(relevantBodyIds)],
      rationale: rationale.trim(),
      sources: sourcesOf(sources),
    };
    const { expectedVersion, idempotencyKey = null } = input;
    return decide(desk, { resolution, expectedVersion, idempotencyKey }, { viewer, context, info });
  };
}
