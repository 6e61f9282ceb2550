/** A kind of record: how it is stored and how the fields of its type are answered, written once and made for each steward that keeps it. */

import type { RecordKindName } from '../../schema/records/index.ts';
import type { CollectionDefinition } from './collection.ts';
import type { ResolverMap } from './resolvers.ts';

/** A kind of record, before it is made for a steward. */
export interface Kind<Name extends RecordKindName = RecordKindName> {
  readonly collection: CollectionDefinition<Name>;
  /** Of the concrete type, or of the type of a kind that one steward keeps. */
  readonly resolvers: Readonly<Record<string, unknown>>;
  /** Of the value types that only this kind has. */
  readonly parts?: ResolverMap;
}

/** A kind with its name forgotten, to stand in a list with others. */
export function kind<Name extends RecordKindName>(definition: Kind<Name>): Kind {
  return definition as unknown as Kind;
}
