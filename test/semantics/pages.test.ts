/** The rules of pages, on lists of one steward, of a register and of all stewards. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf, refusal } from './asking.ts';
import { records, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const LISTS = ['meetings', 'bodies', 'crossPillarIssues', 'observations', 'smartCityProjects'] as const;

const PAGE =
  '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function page(list: string, args: string): Promise<DataRecord> {
  return (await ask(graph, `{ page: ${list}${args ? `(${args})` : ''} ${PAGE} }`)).page;
}

/** The cursors of the whole list (of up to 200 rows), by place. */
async function cursors(list: string, args = ''): Promise<string[]> {
  const { edges } = await page(list, `first: 200${args}`);
  return edges.map(({ cursor }: DataRecord) => cursor);
}

describe('pages', () => {
  test.for(LISTS)('page: `first` counts from the start or from behind `after`: %s', async (list) => {
    const all = await idsOf(graph, list);
    const one = await page(list, 'first: 3');
    expect(idList(one.nodes)).toEqual(all.slice(0, 3));
    const two = await page(list, `first: 4, after: "${one.pageInfo.endCursor}"`);
    expect(idList(two.nodes)).toEqual(all.slice(3, 7));
  });

  test.for(LISTS)(
    'page: `last` counts from the end or from before `before`, in the order of the list: %s',
    async (list) => {
      const all = await idsOf(graph, list);
      const one = await page(list, 'last: 3');
      expect(idList(one.nodes)).toEqual(all.slice(-3));
      const two = await page(list, `last: 4, before: "${one.pageInfo.startCursor}"`);
      expect(idList(two.nodes)).toEqual(all.slice(-7, -3));
    },
  );

  test.for(LISTS)(
    'page: edges are the nodes with their cursors, and the page info names the first and the last: %s',
    async (list) => {
      const { nodes, edges, pageInfo } = await page(list, 'first: 5');
      expect(edges.map(({ node }: DataRecord) => node)).toEqual(nodes);
      expect(pageInfo).toMatchObject({ startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor });
      expect(new Set(edges.map(({ cursor }: DataRecord) => cursor)).size).toBe(5);
    },
  );

  test.for(LISTS)('page: 25 rows when neither `first` nor `last` is given: %s', async (list) => {
    expect(idList((await page(list, '')).nodes)).toEqual((await idsOf(graph, list)).slice(0, 25));
  });

  test.for([['first: 1, last: 1'], ['first: 0, last: 0'], ['first: -1'], ['last: -1'], ['first: 201'], ['last: 201']])(
    'page: both sizes, or one below 0 or above 200, is an error: %s',
    async ([args]) => {
      for (const list of LISTS) {
        expect(await refusal(graph, `{ ${list}(${args}) { totalCount } }`), list).toEqual(['INVALID_PAGE_SIZE']);
      }
      expect(await refusal(graph, `{ pillars { stakes(${args}) { totalCount } } }`)).toEqual(
        expect.arrayContaining(['INVALID_PAGE_SIZE']),
      );
    },
  );

  test('page: what is refused in each row is told a thousand times, and then how often it was', async () => {
    const pages = Array.from({ length: 20 }, (_, at) => `a${at}: meetings(after: "x") { totalCount }`);
    const { data, errors = [] } = await graph.ask(`{ bodies(first: 60) { nodes { ${pages.join(' ')} } } }`);
    expect((data as DataRecord)['bodies'].nodes).toHaveLength(60);
    expect(errors.slice(0, -1).map(({ path, extensions }) => [path?.[3], extensions?.['code']])).toEqual(
      Array.from({ length: 1_000 }, (_, at) => [`a${at % 20}`, 'INVALID_CURSOR']),
    );
    expect(errors.at(-1)).toMatchObject({ extensions: { code: 'INVALID_CURSOR', measured: 1_200, allowed: 1_000 } });
  });

  test.for(LISTS)('page: 0 rows are a count without rows: %s', async (list) => {
    const total = (await idsOf(graph, list)).length;
    for (const args of ['first: 0', 'last: 0']) {
      const { totalCount, nodes, edges, pageInfo } = await page(list, args);
      expect({ totalCount, nodes, edges }).toEqual({ totalCount: total, nodes: [], edges: [] });
      expect(pageInfo).toMatchObject({ startCursor: null, endCursor: null });
    }
  });

  test('page: `totalCount` counts after the filter and before the page', async () => {
    const total = records('meetings').filter(({ type }) => type === 'summit').length;
    const first = await page('meetings', 'filter: { types: [SUMMIT] }, first: 2');
    const next = await page('meetings', `filter: { types: [SUMMIT] }, first: 2, after: "${first.pageInfo.endCursor}"`);
    expect([first.totalCount, next.totalCount]).toEqual([total, total]);
  });

  test.for(LISTS)(
    'page: `hasNextPage` and `hasPreviousPage` are true to the list, whichever way it is read: %s',
    async (list) => {
      const sides = async (args: string) => {
        const { pageInfo } = await page(list, args);
        return [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
      };
      const all = await cursors(list);
      const last = (await page(list, 'last: 1')).pageInfo.endCursor;
      expect(await sides('first: 2')).toEqual([false, true]);
      expect(await sides(`first: 2, after: "${all[0]}"`)).toEqual([true, true]);
      expect(await sides('last: 2')).toEqual([true, false]);
      expect(await sides(`last: 2, before: "${last}"`)).toEqual([true, true]);
      expect(await sides(`last: 2, before: "${all[2]}"`)).toEqual([false, true]);
      expect(await sides(`first: 10, before: "${all[1]}"`)).toEqual([false, true]);
    },
  );

  test('page: both sides are false where the whole list is one page', async () => {
    const { pageInfo } = await page('crossPillarIssues', 'first: 200');
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('page: an empty list has no cursors and no other pages', async () => {
    expect(await page('bodies', 'filter: { acronym: "NOPE" }')).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.for(LISTS)('page: a null counts as not given: %s', async (list) => {
    const all = await idsOf(graph, list);
    const ids = async (args: string) => idList((await page(list, args)).nodes);
    expect(await ids('first: null, after: null, last: null, before: null')).toEqual(all.slice(0, 25));
    expect(await ids('first: null, last: 2')).toEqual(all.slice(-2));
    expect(await ids('first: 2, last: null, filter: null')).toEqual(all.slice(0, 2));
  });

  test.for(LISTS)('page: `after` and `before` narrow the list first, then the size counts: %s', async (list) => {
    const all = await idsOf(graph, list);
    const at = await cursors(list);
    const ids = async (args: string) => idList((await page(list, args)).nodes);
    const between = `after: "${at[2]}", before: "${at[12]}"`;
    expect(await ids(`first: 4, ${between}`)).toEqual(all.slice(3, 7));
    expect(await ids(`last: 4, ${between}`)).toEqual(all.slice(8, 12));
    expect(await ids(between)).toEqual(all.slice(3, 12));
    expect(await ids(`last: 3, after: "${at[20]}"`)).toEqual(all.slice(-3));
    expect(await ids(`first: 3, before: "${at[20]}"`)).toEqual(all.slice(0, 3));
    expect(await ids(`after: "${at[5]}", before: "${at[5]}"`)).toEqual([]);
    expect(await ids(`after: "${at[9]}", before: "${at[3]}"`)).toEqual([]);
  });

  test('page: a cursor of another list, filter or order is an error', async () => {
    const [meeting] = await cursors('meetings');
    const [filtered] = await cursors('meetings', ', filter: { types: [SUMMIT] }');
    const [reversed] = await cursors('meetings', ', orderBy: STARTS_DESC');
    const [body] = await cursors('bodies');
    const { pillar } = await ask(graph, '{ pillar(code: AEC) { meetings(first: 1) { edges { cursor } } } }');
    const others = [filtered, reversed, body, pillar.meetings.edges[0].cursor];
    for (const cursor of others) {
      expect(await refusal(graph, `{ meetings(after: "${cursor}") { totalCount } }`)).toEqual(['INVALID_CURSOR']);
      expect(await refusal(graph, `{ meetings(before: "${cursor}") { totalCount } }`)).toEqual(['INVALID_CURSOR']);
    }
    const ofIssue = `{ crossPillarIssue(id: "resilience") { meetings(after: "${meeting}") { totalCount } } }`;
    expect(await refusal(graph, ofIssue)).toEqual(['INVALID_CURSOR']);
  });

  test.for(['', 'nope', '0', 'eyJ9', '💥', 'A'.repeat(10_000)])(
    'page: what is no cursor is an error: %s',
    async (cursor) => {
      for (const list of LISTS) {
        const query = `query ($after: String) { ${list}(after: $after) { totalCount } }`;
        expect(await refusal(graph, query, { after: cursor }), list).toEqual(['INVALID_CURSOR']);
      }
    },
  );

  test('page: a cursor whose end was tampered with is an error', async () => {
    for (const list of LISTS) {
      const [cursor] = await cursors(list);
      const query = `query ($after: String) { ${list}(after: $after) { totalCount } }`;
      expect(await refusal(graph, query, { after: cursor!.slice(0, -4) }), list).toEqual(['INVALID_CURSOR']);
    }
  });

  test('page: a filter that says the same, its nulls left out, keeps its cursors', async () => {
    const [cursor] = await cursors('meetings', ', filter: { types: [SUMMIT], text: null }');
    const all = await idsOf(graph, 'meetings', ', filter: { types: [SUMMIT] }');
    const { nodes } = await page('meetings', `filter: { types: [SUMMIT] }, first: 2, after: "${cursor}"`);
    expect(idList(nodes)).toEqual(all.slice(1, 3));
  });
});
