/** Bodies as the graph shows them. */

import type { Body, OfficeHolder } from '../../../schema/generated/graph.ts';
import type { BodyRecord } from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { kind } from '../../kit/kind.ts';
import { connection } from '../../kit/list/connection.ts';
import { startList, type ListArguments } from '../../kit/list/request.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { mandatesFromStakes } from './mandates.ts';
import { BODIES, type StoredBody } from './model.ts';

const body: FieldResolvers<StoredBody, Body> = {
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  parent: ({ parentId }, _args, context, info) => follow('Body', parentId, context, info),
  children: ({ id, steward, childIds }, _args, context, info) =>
    steward === 'ASEAN' ? followAll('Body', childIds, context, info) : context.related('Body', 'parentId', id),
  sectors: ({ sectorIds }, _args, context, info) => followAll('Sector', sectorIds, context, info),
  established: ({ established }) => established?.date,
  establishedEvent: ({ established }) => established?.event,
  supersededBy: ({ supersededById }, _args, context, info) => follow('Body', supersededById, context, info),
  annexParent: ({ annexParentId }, _args, context, info) => follow('Body', annexParentId, context, info),
  hostMemberState: ({ hostCountryCode }, _args, context, info) => follow('MemberState', hostCountryCode, context, info),
  regionalEntity: ({ regionalEntityId }, _args, context, info) =>
    follow('RegionalEntity', regionalEntityId, context, info),
  meetings: ({ id }, args: ListArguments, context, info) =>
    connection(startList('Meeting', { scope: { by: 'bodyId', of: id } }, args), context, info),
  mandates: ({ id }, _args, context) => mandatesFromStakes(id, context),
};

const officeHolder: FieldResolvers<NonNullable<BodyRecord['currentHolder']>, OfficeHolder> = {
  memberState: ({ countryCode }, _args, context, info) => follow('MemberState', countryCode, context, info),
};

/** Bodies, as every steward keeps them. */
export const BODY = kind({ collection: BODIES, resolvers: body, parts: { OfficeHolder: officeHolder } });
