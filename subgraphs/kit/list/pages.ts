/** A pillar's pages of its lists: all that one step asks for are answered together, from indexes, with at most three queries for a list. */

import DataLoader from 'dataloader';
import { orderOf, type Order } from '../../../schema/orders.ts';
import type { Condition, Find, ListDefinition, ReadableCollection, StoredRecord } from '../collection.ts';
import { allOf } from '../conditions.ts';
import { recordOf, valuesAt } from '../document.ts';
import { beyondKey, compareKeys, keyOf, type Key } from './key.ts';
import type { Later } from '../later.ts';
import { cut, nearKey, withinFar, type Page, type Row } from './page.ts';
import type { ListRequest } from './request.ts';

/** The pages of the lists of one kind. */
export interface PageLoader {
  /** The page; `records` also reads the records of its rows where that saves a query. */
  page(request: ListRequest, wanted?: { readonly records: boolean }): Later<Page>;
  /** How many rows the list has, after the filter and whatever the page. */
  total(request: ListRequest): Later<number>;
}

interface Wanted {
  readonly request: ListRequest;
  readonly part: 'page' | 'total';
  readonly records: boolean;
}

/** What goes along with reading. */
export interface PageLoaderOptions {
  /** Told of records that are read on the way. */
  readonly prime: (record: StoredRecord) => unknown;
  /** Aborted when nobody waits any more: nothing further is read. */
  readonly signal: AbortSignal | undefined;
}

/** Makes the loader of a collection. */
export function createPageLoader(collection: ReadableCollection, options: PageLoaderOptions): PageLoader {
  const definition = collection.list;
  if (!definition) throw new Error(`${collection.entity} has no lists`);
  const loader = new DataLoader<Wanted, Page | number, string>(
    (all) => answerAll(collection, definition, all, options),
    {
      cacheKeyFn: ({ request, part }) => part + JSON.stringify(request),
    },
  );
  return {
    page: (request, { records } = { records: false }) =>
      loader.load({ request, part: 'page', records }) as Promise<Page>,
    total: (request) => loader.load({ request, part: 'total', records: false }) as Promise<number>,
  };
}

async function answerAll(
  collection: ReadableCollection,
  definition: ListDefinition,
  all: readonly Wanted[],
  { prime, signal }: PageLoaderOptions,
): Promise<(Page | number)[]> {
  signal?.throwIfAborted();
  const groups = Map.groupBy(all, ({ request }) => JSON.stringify({ ...request, scope: request.scope?.by ?? null }));
  const answers = new Map<Wanted, Page | number>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const first = (group[0] as Wanted).request;
      const list = await readList(collection, definition, first);
      const scopes = new Set(group.map(({ request }) => request.scope?.of));
      const answer = scopes.size > 1 ? await readMany(list, first, [...scopes] as string[]) : undefined;
      for (const wanted of group) {
        const { request, part } = wanted;
        if (answer) {
          const rows = answer.get(request.scope?.of as string) ?? [];
          answers.set(wanted, part === 'total' ? rows.length : cut(request, list.order, rows));
        } else if (part === 'total') answers.set(wanted, await list.count());
        else answers.set(wanted, await readOne(list, request, wanted.records ? prime : undefined));
      }
    }),
  );
  return all.map((wanted) => answers.get(wanted) as Page | number);
}

/** A list of the collection, ready to be read. */
interface ReadableList {
  readonly order: Order;
  readonly scopePath: string | undefined;
  count(): Promise<number>;
  /** In the direction of `from`; only the sort key unless whole records are wanted. */
  read(
    conditions: readonly Condition[],
    from: ListRequest['from'],
    limit: number,
    whole: boolean,
  ): Promise<StoredRecord[]>;
  /** Only the sort key and the scope, of all rows in these scopes. */
  readScopes(scopes: readonly string[]): Promise<StoredRecord[]>;
}

async function readList(
  collection: ReadableCollection,
  definition: ListDefinition,
  request: ListRequest,
): Promise<ReadableList> {
  const { order } = orderOf(request.kind, request.order);
  const { entity, model } = collection;
  const scopePath = scopePathOf(collection, request);
  const find: Find = async (condition, fields, sort) =>
    (
      await model
        .find(condition as Record<string, unknown>, projection(fields))
        .sort(sort)
        .lean()
    ).map((document) => recordOf(entity, document));
  const own = ownConditions(collection, request, await definition.condition(request.filter, find));
  const inScope = scopePath ? [{ [scopePath]: request.scope?.of }, ...own] : own;
  return {
    order,
    scopePath,
    count: () => model.countDocuments(allOf(inScope)).exec(),
    read: async (conditions, from, limit, whole) => {
      const direction = (from === 'start') !== order.descending ? 1 : -1;
      const sort = Object.fromEntries(order.by.map((path) => [path, direction as 1 | -1]));
      const fields = whole ? undefined : projection(order.by);
      const query = model
        .find(allOf([...inScope, ...conditions]), fields)
        .sort(sort)
        .limit(limit);
      return (await query.lean()).map((document) => recordOf(entity, document));
    },
    readScopes: (scopes) =>
      find(allOf([{ [scopePath as string]: { $in: scopes } }, ...own]), [...order.by, scopePath as string], {}),
  };
}

/**
 * The page of one list: the rows behind the point from which it is read, one more than wanted to see whether it goes on, and whether any
 * row stands on the near side of that point. The far bound cuts in memory, so that what lies behind it still counts as more.
 */
async function readOne(
  list: ReadableList,
  request: ListRequest,
  prime: ((record: StoredRecord) => unknown) | undefined,
): Promise<Page> {
  const near = nearKey(request);
  const side = request.from === 'start' ? 'behind' : 'ahead';
  const other = request.from === 'start' ? 'ahead' : 'behind';
  const [documents, ahead] = await Promise.all([
    list.read(near ? [beyondKey(list.order, near, side)] : [], request.from, request.size + 1, prime !== undefined),
    near ? anyOutside(list, near, other) : false,
  ]);
  if (prime) for (const document of documents) prime(document);
  const rows = documents.map((document) => rowOf(document, list.order));
  return { ...withinFar(request, list.order, rows), ahead };
}

/** Whether the list has a row that is not strictly beyond the key: the key's own row, or one on its other side. */
async function anyOutside(list: ReadableList, near: Key, other: 'ahead' | 'behind'): Promise<boolean> {
  const outside = beyondKey(list.order, near, other)['$or'] as Condition[];
  const itself = Object.fromEntries(list.order.by.map((path, index) => [path, near[index] ?? null]));
  return (await list.read([{ $or: [...outside, itself] }], 'start', 1, false)).length > 0;
}

/** The lists of many scopes in one query, which reads sort keys only. */
async function readMany(
  list: ReadableList,
  request: ListRequest,
  scopes: readonly string[],
): Promise<Map<string, Row[]>> {
  const path = (list.scopePath as string).split('.');
  const rows = new Map<string, Row[]>(scopes.map((scope) => [scope, []]));
  for (const document of await list.readScopes(scopes)) {
    const row = rowOf(document, list.order);
    for (const scope of new Set(valuesAt(document, path) as string[])) rows.get(scope)?.push(row);
  }
  const forwards = (request.from === 'start') !== list.order.descending;
  for (const each of rows.values())
    each.sort((a, b) => (forwards ? compareKeys(a.key, b.key) : compareKeys(b.key, a.key)));
  return rows;
}

/** The row of a document. */
export function rowOf(document: Readonly<Record<string, unknown>>, order: Order): Row {
  return { id: document['_id'] as string, key: keyOf(document, order) };
}

/** The stored path of the scope of a list; undefined where it has none, or where all that the collection holds is of the scope. */
export function scopePathOf({ list, stewards }: ReadableCollection, { kind, scope }: ListRequest): string | undefined {
  if (!scope || (scope.by === 'steward' && stewards.length === 1)) return undefined;
  const path = list?.scopes[scope.by];
  if (!path) throw new Error(`Lists of ${kind} have no scope ${scope.by}`);
  return path;
}

/** What a list asks of its rows beside its scope. */
export function ownConditions(
  { stewards }: ReadableCollection,
  { steward }: ListRequest,
  filter: Condition,
): Condition[] {
  const own: Condition[] = steward && stewards.length > 1 ? [{ steward }] : [];
  return Object.keys(filter).length > 0 ? [...own, filter] : own;
}

function projection(fields: readonly string[]): Record<string, 1> {
  return Object.fromEntries(fields.map((field) => [field, 1]));
}
