/** A collection: the records of one kind that a subgraph keeps, how they are stored and how their lists are read. */

import type { Connection, Model, SchemaDefinition } from 'mongoose';
import type { EntityKind } from '../../schema/kinds.ts';
import { ORDERS, type ListKind } from '../../schema/orders.ts';
import { RECORDS, type RecordKindName, type RecordOf, type RecordSet } from '../../schema/records/index.ts';
import type { StewardCode } from '../../schema/stewards.ts';
import { createRecordMemory, type RecordMemory } from './records.ts';
import { recordKind, searchEntry, type Searched, type SearchEntry, type SearchModel } from './search/entry.ts';
import { memoryOf } from './store/memory.ts';
import { defineModel } from './store/model.ts';

/** A condition on stored documents, in the portable part of MongoDB's language. */
export type Condition = Readonly<Record<string, unknown>>;

/** A record as a resolver gets it: the stored document, with its id and its type. It may be shared, so nobody changes it. */
export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** Reads documents of the collection by a condition: the named fields, in an order. */
export type Find = (
  condition: Condition,
  fields: readonly string[],
  sort: Readonly<Record<string, 1 | -1>>,
) => Promise<StoredRecord[]>;

/** How the paged lists of a kind are read. */
export interface ListDefinition {
  readonly kind: ListKind;
  /** The stored path of each scope that a list of the kind may have, beside its steward. */
  readonly scopes: Readonly<Record<string, string>>;
  /** The filter of the graph, without nulls, as a condition. It may look other things up. */
  condition(filter: Readonly<Record<string, unknown>>, find: Find): Condition | Promise<Condition>;
}

/** A kind of record as it is stored, before it is made for a subgraph. */
export interface CollectionDefinition<Kind extends RecordKindName> {
  /** The kind in the graph. */
  readonly entity: EntityKind;
  /** The kind in the data set. */
  readonly kind: Kind;
  /** The name of the collection in the database. */
  readonly name: string;
  /** Fields that `stored` adds to those of the record. */
  readonly derived?: SchemaDefinition;
  /** Beyond those that its lists need: paths by which records are looked up. */
  readonly lookups?: readonly string[];
  /** What queries need that the data set does not spell out. */
  derive?(record: RecordOf<Kind>, records: RecordSet): Record<string, unknown>;
  /** What a search looks into; a kind without it is not searched. */
  searched?(record: RecordOf<Kind>): Searched;
  readonly list?: ListDefinition;
}

/** What is read of one kind in one subgraph, whether or not the data set holds it. */
export interface ReadableCollection {
  readonly entity: EntityKind;
  /** Whose records it holds. */
  readonly stewards: readonly StewardCode[];
  readonly model: Model<Record<string, unknown>>;
  readonly list: ListDefinition | undefined;
  /** Its records at once; undefined where they have to be waited for. */
  memory?(): RecordMemory | undefined;
}

/** The records of the data set of one kind in one subgraph. */
export interface Collection extends ReadableCollection {
  readonly kind: RecordKindName;
  /** The record of the data set as it is stored. */
  stored(record: RecordOf<RecordKindName>, records: RecordSet): Record<string, unknown>;
  /** Of these ids, those whose records cannot be removed, since something that is no part of the data set rests on them. */
  neededOf?(ids: readonly string[]): Promise<string[]>;
  /** The entries for searches, which are loaded with the records. */
  readonly beside: SearchShelf | undefined;
}

/** The entries that a search knows the records of a collection by, in the collection of those of all kinds. */
export interface SearchShelf {
  readonly model: SearchModel;
  /** What the entries of this kind have in common. */
  readonly among: Condition;
  stored(record: RecordOf<RecordKindName>): SearchEntry;
}

/** Makes a collection in a pillar's database. */
export function createCollection<Kind extends RecordKindName>(
  connection: Connection,
  stewards: readonly StewardCode[],
  { entity, kind, name, derived, lookups, derive, searched, list }: CollectionDefinition<Kind>,
  search: SearchModel,
): Collection {
  let memory: RecordMemory | undefined;
  return {
    entity,
    kind,
    stewards,
    memory() {
      const stored = memoryOf(connection, name);
      if (!stored) return undefined;
      memory ??= createRecordMemory(entity, stored);
      return memory;
    },
    // Collections of all kinds stand in lists together: what a document holds beyond its id is its resolvers' to know.
    model: defineModel(connection, {
      name: entity,
      collection: name,
      shape: RECORDS[kind].shape,
      derived: derived ?? {},
      indexes: indexesOf(stewards, lookups ?? [], list),
    }) as unknown as Model<Record<string, unknown>>,
    stored: (record, records) => ({ ...record, ...derive?.(record as RecordOf<Kind>, records) }),
    list: list && { ...list, scopes: { ...list.scopes, steward: 'steward' } },
    beside: searched && {
      model: search,
      among: { kind: recordKind(entity) },
      stored: (record) => searchEntry(entity, record.id, searched(record as RecordOf<Kind>)),
    },
  };
}

/** An index for each order of the lists, one for each scope in the default order, and the look-ups. */
function indexesOf(
  stewards: readonly StewardCode[],
  lookups: readonly string[],
  list: ListDefinition | undefined,
): Record<string, 1>[] {
  const paths: (readonly string[])[] = lookups.map((path) => [path]);
  if (list) {
    const orders = Object.values(ORDERS[list.kind]).map(({ by }) => by);
    const scopes = [...Object.values(list.scopes), ...(stewards.length > 1 ? ['steward'] : [])];
    paths.push(...orders, ...scopes.map((scope) => [...new Set([scope, ...(orders[0] ?? [])])]));
  }
  const distinct = new Map(paths.map((each) => [each.join(' '), each]));
  distinct.delete('_id');
  return [...distinct.values()].map((each) => Object.fromEntries(each.map((path) => [path, 1 as const])));
}
