/** Pages out of whole lists that are kept in memory until their collection is written to: at once, where a list is short enough. */

import { orderOf } from '../../../schema/orders.ts';
import type { Collection } from '../collection.ts';
import { isLater } from '../later.ts';
import type { RecordMemory } from '../records.ts';
import { all, cut, ownConditions, rowOf, scopePathOf, type PageLoader, type Row } from './pages.ts';
import type { ListRequest } from './request.ts';

/** The most rows of a list that is kept; of a longer one pages are read from an index. */
const KEPT_ROWS = 500;

/** A list in the direction of its request; undefined where it is not kept. */
interface KeptList {
  readonly rows: readonly Row[] | undefined;
}

/** Makes the loader of a collection in memory; whatever is not kept comes from `otherwise`. */
export function createKeptPages(collection: Collection, memory: RecordMemory, otherwise: PageLoader): PageLoader {
  const listOf = (request: ListRequest): KeptList =>
    memory.kept(
      keyOf(request),
      () => ({ rows: read(collection, memory, request) }),
      ({ rows }) => rows?.length ?? 0,
    );
  return {
    page(request, wanted) {
      const { rows } = listOf(request);
      return rows ? cut(request, orderOf(request.kind, request.order).order, rows) : otherwise.page(request, wanted);
    },
    total(request) {
      const { rows } = listOf(request);
      return rows ? rows.length : otherwise.total(request);
    },
  };
}

function read(collection: Collection, memory: RecordMemory, request: ListRequest): readonly Row[] | undefined {
  const filter = collection.list?.condition(request.filter, async (condition, _fields, sort) => [
    ...memory.all(condition, Object.keys(sort)),
  ]);
  if (!filter) return undefined;
  if (isLater(filter)) {
    filter.catch(() => undefined);
    return undefined;
  }
  const { order } = orderOf(request.kind, request.order);
  const path = scopePathOf(collection, request);
  const conditions = ownConditions(collection, request, filter);
  if (path) conditions.unshift({ [path]: request.scope?.of });
  const direction = (request.from === 'start') !== order.descending ? 1 : -1;
  const sort = Object.fromEntries(order.by.map((field) => [field, direction as 1 | -1]));
  const documents = memory.documents(all(conditions), sort, KEPT_ROWS + 1);
  return documents.length > KEPT_ROWS ? undefined : documents.map((document) => rowOf(document, order));
}

/** The same for all pages of a list in one direction. */
function keyOf({ kind, steward, scope, filter, order, from }: ListRequest): string {
  return `list ${JSON.stringify([kind, steward, scope, filter, order, from])}`;
}
