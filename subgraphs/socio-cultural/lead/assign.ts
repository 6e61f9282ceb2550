/** `assignLeadPillar`: the Secretariat decides. */

import type { AssignLeadPillarInput } from '../../../schema/generated/graph.ts';
import { PILLAR_CODES } from '../../../schema/stewards.ts';
import type { FieldResolver } from '../../kit/resolvers.ts';
import { requireViewer } from '../../kit/require-viewer.ts';
import { decide, type Asked, type Desk } from './decide.ts';
import { sourcesOf } from './form.ts';

/** The resolver of the mutation. */
export function assignLeadPillar(desk: Desk): FieldResolver<unknown, { readonly input: AssignLeadPillarInput }> {
  return (_root, { input }, context, info) => {
    const viewer = requireViewer(context);
    const { issueId, pillar, leadBodyId, supporting, relevantBodyIds, rationale, sources } = input;
    const resolution: Asked['resolution'] = {
      kind: 'ASSIGNED',
      issueId,
      pillar,
      leadBodyId: leadBodyId ?? null,
      supporting: PILLAR_CODES.filter((code) => supporting?.includes(code)),
      relevantBodyIds: [...new Set(relevantBodyIds)],
      rationale: rationale.trim(),
      sources: sourcesOf(sources),
    };
    const { expectedVersion, idempotencyKey = null } = input;
    return decide(desk, { resolution, expectedVersion, idempotencyKey }, { viewer, context, info });
  };
}
