/** Merged lists: any page of any list, read from either end, is the slice of the whole list; whole or null when a pillar fails. */

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { MERGED_LISTS, wholeList, type MergedList } from './whole-lists.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterEach(() => graph.mend());
afterAll(() => graph.stop());

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

function queryOf({ field, filterType, orderType }: MergedList): string {
  const order = orderType ? [`$orderBy: ${orderType}`, 'orderBy: $orderBy,'] : ['', ''];
  return `query ($filter: ${filterType}, $first: Int, $after: String, $last: Int, $before: String, ${order[0]}) {
    page: ${field}(filter: $filter, ${order[1]} first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
}

async function page(list: MergedList, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await graph.ask(queryOf(list), variables);
  expect(errors).toBeUndefined();
  return data.page as Page;
}

const ids = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);

describe.each(MERGED_LISTS.map((list) => [list.field, list] as const))('%s', (_field, list) => {
  const orders = Object.keys(list.orders);
  const cases = {
    filter: list.filters,
    orderBy: orders.length ? fc.option(fc.constantFrom(...orders), { nil: undefined }) : fc.constant(undefined),
    size: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 200 })),
    backwards: fc.boolean(),
  };

  it('walks page by page through the whole list from either end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async ({ filter, orderBy, size, backwards }) => {
        const whole = wholeList(list, filter, orderBy ?? orders[0]);
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const part: Page = await page(list, {
            filter,
            orderBy,
            ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }),
          });
          const at: number = backwards ? whole.length - seen.length - part.nodes.length : seen.length;
          expect(ids(part)).toEqual(whole.slice(at, at + part.nodes.length));
          expect(part.edges.map(({ node }) => node.id)).toEqual(ids(part));
          expect(part.totalCount).toBe(whole.length);
          expect(part.pageInfo).toEqual({
            hasPreviousPage: at > 0,
            hasNextPage: at + part.nodes.length < whole.length,
            startCursor: part.edges[0]?.cursor ?? null,
            endCursor: part.edges.at(-1)?.cursor ?? null,
          });
          if (backwards) seen.unshift(...ids(part));
          else seen.push(...ids(part));
          cursor = (backwards ? part.pageInfo.startCursor : part.pageInfo.endCursor) ?? null;
        } while (cursor !== null && seen.length < whole.length);
        expect(seen).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('narrows by both cursors before it counts the size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ ...cases, low: fc.nat(40), high: fc.nat(40) }), async (given) => {
        const { filter, orderBy, size, backwards } = given;
        const all = await page(list, { filter, orderBy, first: 200 });
        const [low, high] = [given.low, given.high].map((each) => Math.min(each, all.edges.length - 1)) as [
          number,
          number,
        ];
        if (low < 0) return;
        const bounds = { after: all.edges[low]?.cursor, before: all.edges[high]?.cursor };
        const part = await page(list, {
          filter,
          orderBy,
          ...bounds,
          ...(backwards ? { last: size } : { first: size }),
        });
        const whole = wholeList(list, filter, orderBy ?? orders[0]);
        const between = whole.slice(low + 1, Math.max(high, low + 1));
        expect(ids(part)).toEqual(backwards ? between.slice(-size) : between.slice(0, size));
        expect(part.totalCount).toBe(whole.length);
      }),
      { numRuns: 15 },
    );
  });

  it.each(['APSC', 'AEC', 'ASCC'] as const)(
    'is null with an error when the %s fails, and all else stands',
    async (pillar) => {
      graph.break(pillar);
      const { data, errors } = await graph.ask(`{ pillars { name } ${list.field}(first: 2) { nodes { id } } }`);
      expect(data[list.field]).toBeNull();
      expect(data.pillars.map(({ name }: { name: string }) => name)).toEqual([
        'ASEAN Political-Security Community',
        'ASEAN Economic Community',
        'ASEAN Socio-Cultural Community',
      ]);
      expect(errors).toEqual([
        expect.objectContaining({
          path: [list.field],
          extensions: expect.objectContaining({ code: 'PILLAR_UNAVAILABLE', pillar }),
        }),
      ]);
    },
  );
});

it.each(['APSC', 'AEC', 'ASCC'] as const)('keeps the fields of the other pillars when the %s fails', async (broken) => {
  graph.break(broken);
  const { data, errors } = await graph.ask(
    '{ pillars { code vision } stewards { id instruments(first: 1) { totalCount } } }',
  );
  for (const { code, vision } of data.pillars as { code: string; vision: string | null }[]) {
    if (code === broken) expect(vision).toBeNull();
    else expect(vision).toEqual(expect.any(String));
  }
  const lost = (data.stewards as { id: string; instruments: unknown }[]).filter(
    ({ instruments }) => instruments === null,
  );
  expect(lost.map(({ id }) => id)).toEqual(broken === 'APSC' ? ['apsc', 'asean'] : [broken.toLowerCase()]);
  expect(errors?.length).toBeGreaterThan(0);
});

it('keeps cursors good when rows come and go', async () => {
  const list = MERGED_LISTS.find(({ field }) => field === 'meetings') as MergedList;
  const first = await page(list, { first: 10 });
  const rest = await page(list, { first: 200, after: first.pageInfo.endCursor });
  const again = await page(list, { first: 200, after: first.edges[3]?.cursor });
  expect(ids(again)).toEqual([...ids(first).slice(4), ...ids(rest)].slice(0, 200));
});
