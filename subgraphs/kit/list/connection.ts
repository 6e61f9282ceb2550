/** Connections: the pages of a list as the graph shows them, of one pillar or merged from all. */

import type { Context } from '../context.ts';
import { all, after, type Later } from '../later.ts';
import { knownOf, refer } from '../reference.ts';
import { selectedFields, selectsMoreThan, type SelectionInfo } from '../selection.ts';
import { cursorWriter } from './cursor.ts';
import { compareKeys } from './key.ts';
import type { Page, Row } from './page.ts';
import { orderOf, type PagedKind } from '../../../schema/orders.ts';
import type { ListRequest } from './request.ts';

/** Where a page stands in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page as the graph shows it. What was not asked for is missing. */
export interface Connection {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly { readonly node: unknown; readonly cursor: string }[];
  readonly pageInfo?: PageInfo;
  readonly totalCount?: number;
}

/** The page of a list that one subgraph keeps: what the selection asks for and no more. */
export function connection(request: ListRequest, context: Context, info: SelectionInfo): Later<Connection> {
  const asked = selectedFields(info);
  const loader = context.pages(request.kind);
  const known = knownOf(request.kind);
  const needsRecords = selectsMoreThan(info, known, NODES) || selectsMoreThan(info, known, EDGE_NODES);
  const needsPage = asked.has('nodes') || asked.has('edges') || asked.has('pageInfo');
  const page = needsPage ? loader.page(request, { records: needsRecords }) : undefined;
  const total = asked.has('totalCount') ? loader.total(request) : undefined;
  return after<unknown[], Connection>(all<unknown>([page, total]), ([found, totalCount]) => {
    const count = totalCount === undefined ? {} : { totalCount: totalCount as number };
    if (!found) return count;
    const rows = inListOrder(request, (found as Page).rows);
    const nodes = rows.map(({ id }): Later<unknown> =>
      needsRecords ? context.record(request.kind, id) : refer(request.kind, id),
    );
    return after<unknown[], Connection>(all(nodes), (read) => ({
      ...present(request, asked, rows, found as Page, read),
      ...count,
    }));
  });
}

const NODES = ['nodes'];
const EDGE_NODES = ['edges', 'node'];

/** The pages of all contributors as one: what is asked for of it, given what stands for a row. */
export function mergePages<Found extends Row = Row>(
  request: ListRequest<PagedKind>,
  asked: ReadonlySet<string>,
  pages: readonly Page<Found>[],
  nodeOf: (row: Found) => unknown,
): Connection {
  const { order } = orderOf(request.kind, request.order);
  const forwards = (request.from === 'start') !== order.descending;
  const merged = pages
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (forwards ? compareKeys(a.key, b.key) : compareKeys(b.key, a.key)));
  const shown = merged.slice(0, request.size);
  const page = {
    rows: shown,
    more: merged.length > shown.length || pages.some(({ more }) => more),
    ahead: pages.some(({ ahead }) => ahead),
  };
  const rows = inListOrder(request, shown);
  return present(request, asked, rows, page, rows.map(nodeOf));
}

function inListOrder<Found extends Row>(request: ListRequest<PagedKind>, rows: readonly Found[]): readonly Found[] {
  return request.from === 'start' ? rows : rows.toReversed();
}

/** Cursors are written only where they are shown. */
function present(
  request: ListRequest<PagedKind>,
  asked: ReadonlySet<string>,
  rows: readonly Row[],
  { more, ahead }: Page,
  nodes: readonly unknown[],
): Connection {
  const write = cursorWriter(request);
  const cursorOf = (row: Row | undefined): string | null => (row ? write(row.key) : null);
  const edge = ({ key }: Row, index: number) => ({ node: nodes[index], cursor: write(key) });
  return {
    nodes,
    ...(asked.has('edges') && { edges: rows.map(edge) }),
    ...(asked.has('pageInfo') && {
      pageInfo: {
        hasNextPage: request.from === 'start' ? more : ahead,
        hasPreviousPage: request.from === 'start' ? ahead : more,
        startCursor: cursorOf(rows[0]),
        endCursor: cursorOf(rows.at(-1)),
      },
    }),
  };
}
