/** Pages out of whole lists that are kept in memory until their collection is written to: at once, where a list is short enough. */

import { orderOf } from '../../../schema/orders.ts';
import type { ReadableCollection } from '../collection.ts';
import { allOf } from '../conditions.ts';
import { isLater } from '../later.ts';
import type { RecordMemory } from '../records.ts';
import { cut, type Row } from './page.ts';
import { ownConditions, rowOf, scopePathOf, type PageLoader } from './pages.ts';
import type { ListRequest } from './request.ts';

/** The most rows of a list that is kept; of a longer one pages are read from an index. */
const KEPT_ROWS = 500;

/** A list in the direction of its request; undefined where it is not kept. */
interface KeptList {
  readonly rows: readonly Row[] | undefined;
}

/** Makes the loader of a collection in memory; whatever is not kept comes from `otherwise`. */
export function createKeptPages(
  collection: ReadableCollection,
  memory: RecordMemory,
  otherwise: PageLoader,
): PageLoader {
  const listOf = (request: ListRequest): KeptList =>
    memory.kept(
      keyOf(request),
      () => ({ rows: read(collection, memory, request) }),
      ({ rows }) => rows?.length ?? 0,
    );
  return {
    page(request) {
      const { rows } = listOf(request);
      // Records are in memory anyhow.
      return rows ? cut(request, orderOf(request.kind, request.order).order, rows) : otherwise.page(request);
    },
    total(request) {
      const { rows } = listOf(request);
      return rows ? rows.length : otherwise.total(request);
    },
  };
}

function read(collection: ReadableCollection, memory: RecordMemory, request: ListRequest): readonly Row[] | undefined {
  // What a condition looks up may change while its list does not: such a list is not kept.
  const filter = collection.list?.condition(request.filter, async () => []);
  if (!filter || isLater(filter)) return undefined;
  const { order } = orderOf(request.kind, request.order);
  const path = scopePathOf(collection, request);
  const conditions = ownConditions(collection, request, filter);
  if (path) conditions.unshift({ [path]: request.scope?.of });
  const direction = (request.from === 'start') !== order.descending ? 1 : -1;
  const sort = Object.fromEntries(order.by.map((field) => [field, direction as 1 | -1]));
  const documents = memory.find(allOf(conditions), { sort, fields: order.by, limit: KEPT_ROWS + 1 });
  return documents.length > KEPT_ROWS ? undefined : documents.map((document) => rowOf(document, order));
}

/** Requests are shared by all who read the same text, so that their keys are written once. */
const KEYS = new WeakMap<ListRequest, string>();

/** The same for all pages of a list in one direction. */
function keyOf(request: ListRequest): string {
  let key = KEYS.get(request);
  if (key === undefined) {
    const { steward, scope, filter, order, from } = request;
    KEYS.set(request, (key = `list ${JSON.stringify([steward, scope, filter, order, from])}`));
  }
  return key;
}
