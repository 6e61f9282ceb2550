/** `withdrawLeadPillar`: the Secretariat takes an assigned lead back. */

import type { WithdrawLeadPillarInput } from '../../../schema/generated/graph.ts';
import type { FieldResolver } from '../../kit/resolvers.ts';
import { requireViewer } from '../../kit/require-viewer.ts';
import { decide, type Asked, type Desk } from './decide.ts';

/** The resolver of the mutation. */
export function withdrawLeadPillar(desk: Desk): FieldResolver<unknown, { readonly input: WithdrawLeadPillarInput }> {
  return (_root, { input }, context, info) => {
    const viewer = requireViewer(context);
    const { issueId, rationale, expectedVersion, idempotencyKey = null } = input;
    const resolution: Asked['resolution'] = {
      kind: 'WITHDRAWN',
      issueId,
      pillar: null,
      leadBodyId: null,
      supporting: [],
      relevantBodyIds: [],
      rationale: rationale.trim(),
      sources: [],
    };
    return decide(desk, { resolution, expectedVersion, idempotencyKey }, { viewer, context, info });
  };
}
