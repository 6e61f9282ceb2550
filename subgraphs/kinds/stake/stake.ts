/** Stakes: what a pillar says of its own interest in a cross-pillar issue, and the records of its own that deal with the issue. */

import type { Stake, StakeEvidence } from '../../../schema/generated/graph.ts';
import type { ListKind } from '../../../schema/orders.ts';
import type { StakeRecord } from '../../../schema/records/index.ts';
import { kind } from '../../kit/kind.ts';
import { connection } from '../../kit/list/connection.ts';
import { startList, type ListArguments, type ListRequest } from '../../kit/list/request.ts';
import { follow, followSteward } from '../../kit/reference.ts';
import type { FieldResolver, FieldResolvers } from '../../kit/resolvers.ts';

/** The pillar's own records of a kind on the issue. */
function onTheIssue(kind: ListKind, { pillar, issueId }: StakeRecord, args: ListArguments = {}): ListRequest {
  return startList(kind, { steward: pillar, scope: { by: 'issueId', of: issueId } }, args);
}

function list(kind: ListKind): FieldResolver<StakeRecord, ListArguments> {
  return (parent, args, context, info) => connection(onTheIssue(kind, parent, args), context, info);
}

const stake: FieldResolvers<StakeRecord, Stake> = {
  issue: ({ issueId }, _args, context, info) => follow('CrossPillarIssue', issueId, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  instruments: list('Instrument'),
  meetings: list('Meeting'),
  monitoring: list('MonitoringItem'),
  evidence: (record) => record,
};

const count =
  (kind: ListKind): FieldResolver<StakeRecord> =>
  (parent, _args, context) =>
    context.pages(kind).total(onTheIssue(kind, parent));

const evidence: FieldResolvers<StakeRecord, StakeEvidence> = {
  bodies: ({ bodies }) => bodies.length,
  instruments: count('Instrument'),
  meetings: count('Meeting'),
  monitoringItems: count('MonitoringItem'),
};

/** Stakes, as each pillar keeps its own. */
export const STAKE = kind({
  collection: {
    entity: 'Stake',
    kind: 'stake',
    name: 'stakes',
    lookups: ['bodies.bodyId'],
    list: { kind: 'Stake', scopes: {}, condition: () => ({}) },
  },
  resolvers: stake,
  parts: { StakeEvidence: evidence },
});
