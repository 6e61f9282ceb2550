/** The lists of a steward: the records that it keeps, and no others. */

import type { ListKind } from '../../../schema/orders.ts';
import { stewardById, stewardOfId, type Steward } from '../../../schema/stewards.ts';
import { connection } from '../../kit/list/connection.ts';
import { startList, type ListArguments } from '../../kit/list/request.ts';
import type { FieldResolver } from '../../kit/resolvers.ts';

/** What the resolvers of a steward's type get: its id is enough. */
export interface StewardParent {
  readonly id: string;
}

/** The records of a kind that the steward keeps, as a connection. */
export function ownList(kind: ListKind): FieldResolver<StewardParent, ListArguments> {
  return ({ id }, args, context, info) => {
    const scope = { by: 'steward', of: steward(id).code };
    return connection(startList(kind, { scope }, args), context, info);
  };
}

/** The steward that a parent is. */
export function steward(id: string): Steward {
  const found = stewardById(id) ?? stewardOfId(id);
  if (!found) throw new Error(`No steward has the id ${id}`);
  return found;
}

/** The fields that every steward has. */
export const STEWARD_FIELDS = {
  bodies: ownList('Body'),
  meetings: ownList('Meeting'),
  instruments: ownList('Instrument'),
  monitoring: ownList('MonitoringItem'),
  regionalEntities: (({ id }, _args, context) =>
    context.related('RegionalEntity', 'steward', steward(id).code)) satisfies FieldResolver<StewardParent>,
};
