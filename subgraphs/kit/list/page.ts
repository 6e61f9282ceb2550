/** What a page is, and how it is cut out of rows that are at hand. */

import type { Order, PagedKind } from '../../../schema/orders.ts';
import { compareKeys, type Key } from './key.ts';
import type { ListRequest } from './request.ts';

/** A row of a page: which record, and where it stands. */
export interface Row {
  readonly id: string;
  readonly key: Key;
}

/** A pillar's page of a request, in the direction in which it is read: from the start, or backwards from the end. */
export interface Page<Found extends Row = Row> {
  /** At most as many as the request asks for. */
  readonly rows: readonly Found[];
  /** Whether the list goes on behind these rows. */
  readonly more: boolean;
  /** Whether the list has rows before these: on the side from which it is read. */
  readonly ahead: boolean;
}

/** The page out of a whole list, which is in the direction of the request. */
export function cut<Found extends Row>(
  request: ListRequest<PagedKind>,
  order: Order,
  rows: readonly Found[],
): Page<Found> {
  const near = nearKey(request);
  const start = near ? rows.findIndex((row) => isBeyond(row.key, near, request, order)) : 0;
  const behind = start === -1 ? [] : rows.slice(start);
  return { ...withinFar(request, order, behind), ahead: rows.length > behind.length };
}

/** Cuts rows that were read from the near bound on at the far one and at the size: what lies behind still counts as more. */
export function withinFar<Found extends Row>(
  request: ListRequest<PagedKind>,
  order: Order,
  rows: readonly Found[],
): Pick<Page<Found>, 'rows' | 'more'> {
  const far = request.from === 'start' ? request.before : request.after;
  const within = far ? rows.filter((row) => isBeyond(far, row.key, request, order)) : rows;
  const shown = within.slice(0, request.size);
  return { rows: shown, more: rows.length > shown.length };
}

/** Behind which key the rows are read, in the direction of the request; null: from where the list begins. */
export function nearKey(request: ListRequest<PagedKind>): Key | null {
  return request.from === 'start' ? request.after : request.before;
}

/** Whether `a` comes strictly after `b` in the direction in which the request reads. */
function isBeyond(a: Key, b: Key, request: ListRequest<PagedKind>, order: Order): boolean {
  const compared = compareKeys(a, b);
  return (request.from === 'start') !== order.descending ? compared > 0 : compared < 0;
}
