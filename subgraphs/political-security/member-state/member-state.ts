/** Member states and observers. */

import type { MemberState } from '../../../schema/generated/graph.ts';
import type { MemberStateRecord } from '../../../schema/records/index.ts';
import type { Condition } from '../../kit/collection.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { checkFilter, startList, writeRequest, type ListArguments } from '../../kit/list/request.ts';
import type { FieldResolver, FieldResolvers } from '../../kit/resolvers.ts';

const memberState: FieldResolvers<MemberStateRecord, MemberState> = {
  // A reference carries the code alone, a record its id.
  code: ({ id, code }: MemberStateRecord & { readonly code?: string }) => code ?? id,
  accession: ({ accessionMilestones }) => accessionMilestones,
  chairedMeetings: ({ id }, args: ListArguments) => ({
    request: writeRequest(startList('Meeting', { scope: { by: 'chairedBy', of: id } }, args)),
  }),
  hostedEntities: ({ id }, args: ListArguments) => ({
    request: writeRequest(startList('RegionalEntity', { scope: { by: 'memberState', of: id } }, args)),
  }),
};

/** Member states, which the APSC keeps. */
export const MEMBER_STATE = kind({
  collection: {
    entity: 'MemberState',
    kind: 'member-state',
    name: 'memberStates',
    searched: ({ id, name, officialName }) => ({ title: name, names: [name, officialName, id], texts: [] }),
  },
  resolvers: memberState,
});

const condition = conditionOf({
  codes: anyOf('_id'),
  status: equals('status'),
});

interface Filtered {
  readonly filter?: Condition | null;
}

/** Root fields. */
export const MEMBER_STATE_QUERIES = {
  memberStates: ((_root, { filter }: Filtered, context) =>
    context.all('MemberState', condition(checkFilter(filter ?? {})), ['name'])) satisfies FieldResolver<
    unknown,
    Filtered
  >,
  memberState: ((_root, { code }: { readonly code: string }, context) =>
    context.record('MemberState', code)) satisfies FieldResolver<unknown, { readonly code: string }>,
};
