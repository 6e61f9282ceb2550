/** Rule 17a: in which order a search shows what it finds, what it shows of it, and its pages. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, refusal } from '../semantics/asking.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { allHits, nameOf, type Hit } from './asking.ts';
import { SEARCHED_KINDS, searchedRecords, words } from './searched.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const RECORDS = searchedRecords();
const KIND_ORDER = SEARCHED_KINDS.map(({ kind }) => kind);
const TEXTS = ['asean', 'smart', 'digital economy', 'a', 'culture of prevention', 'trade', '2025', 'meeting asean'];

const compare = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

describe('the order of a search', () => {
  test.for(TEXTS)('rule 17a: best first, ties in the order of the kinds, then by id: %s', async (text) => {
    const hits = await allHits(graph, { text });
    expect(hits.map(nameOf)).toEqual(hits.toSorted(compare).map(nameOf));
    expect(new Set(hits.map(nameOf)).size).toBe(hits.length);
  });

  test('rule 17a: a value equal to the text stands before all else', async () => {
    const sample = RECORDS.flatMap(({ values }, index) => (index % 97 === 0 ? values.slice(0, 2) : []));
    for (const text of [...sample, 'smart cities', 'SMART CITIES', 'aem', 'Timor-Leste', 'no poverty']) {
      if (text.length > 200) continue;
      const equal = RECORDS.filter(({ values }) =>
        values.some((value) => words(value).join(' ') === words(text).join(' ')),
      ).map(nameOf);
      const hits = await allHits(graph, { text });
      expect(hits.slice(0, equal.length).map(nameOf).sort(), text).toEqual(equal.sort());
      const [worst, next] = [hits[equal.length - 1]?.score ?? 3, hits[equal.length]?.score ?? 0];
      expect(next, text).toBeLessThan(worst);
    }
  });

  test('rule 17a: the score depends on the record and the text alone', async () => {
    for (const text of TEXTS) {
      const scores = new Map((await allHits(graph, { text })).map((hit) => [nameOf(hit), hit.score]));
      for (const narrowed of [{ kinds: ['BODY', 'INSTRUMENT'] }, { pillars: ['ASCC'] }]) {
        for (const hit of await allHits(graph, { text, ...narrowed }))
          expect(hit.score, nameOf(hit)).toBe(scores.get(nameOf(hit)));
      }
    }
  });
});

describe('a hit', () => {
  test('rule 17a: has the acronym in brackets where the record has one', async () => {
    const titles = new Map(
      (await Promise.all(['a', 'asean', 'u', 'o', 'w'].map((text) => allHits(graph, { text }))))
        .flat()
        .map((hit) => [nameOf(hit), hit.title]),
    );
    const named = RECORDS.filter(({ kind }) => ['BODY', 'REGIONAL_ENTITY', 'PARTNER'].includes(kind));
    const seen = named.filter((one) => titles.has(nameOf(one)));
    expect(seen.length).toBeGreaterThan(100);
    for (const { kind, id, record } of seen) {
      const isItself = record.acronym === null || record.acronym === record.name;
      expect(titles.get(nameOf({ kind, id }))).toBe(isItself ? record.name : `${record.name} (${record.acronym})`);
    }
    expect(titles.get('MEETING asean:asean-summit-46')).toBe('46th ASEAN Summit');
  });

  test('shows the words around the first match, as plain text', async () => {
    for (const text of ['asean', 'haze', 'trade facil', 'eleventh']) {
      for (const { snippet, ...hit } of await allHits(graph, { text })) {
        const shown = words(snippet ?? '');
        expect(
          words(text).some((asked) => shown.some((word) => word.startsWith(asked))),
          nameOf(hit),
        ).toBe(true);
        expect(snippet?.length).toBeLessThan(400);
      }
    }
    const { search } = await ask(graph, '{ search(text: "eleventh", kinds: [SMART_CITY]) { nodes { id snippet } } }');
    expect(search.nodes).toEqual([
      {
        id: 'dili',
        snippet: 'First member city from Timor-Leste, which became the eleventh ASEAN member in October 2025.',
      },
    ]);
  });

  test.for(SEARCHED_KINDS)(
    'of $kind is looked up by its kind and id, and kept by its steward',
    async ({ kind, lookUp }) => {
      const own = RECORDS.filter((record) => record.kind === kind);
      const [text] = words(own[0]?.values[0] as string);
      const hits = await allHits(graph, { text: text as string, kinds: [kind] });
      expect(hits).not.toEqual([]);
      const selection = kind === 'MEMBER_STATE' ? 'code' : kind === 'SDG' ? 'title' : 'id provenance { basis }';
      for (const { id, steward } of hits.slice(0, 3)) {
        const { record } = await ask(graph, `{ record: ${lookUp(id)} { ${selection} } }`);
        expect(record, id).not.toBeNull();
        const folder = own.find((each) => each.id === id)?.folder.toUpperCase();
        expect(steward.code ?? 'ASEAN').toBe(folder);
      }
    },
  );
});

describe('the pages of a search', () => {
  const page = async (text: string, args: string) => {
    const query = `query ($text: String!) { search(text: $text ${args}) {
      totalCount nodes { kind id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;
    return (await ask(graph, query, { text })).search;
  };

  test.for([
    ['smart', 3],
    ['asean', 50],
    ['smart cities', 4],
    ['a', 199],
  ] as const)('are slices of the whole, read from both ends: %s by %i', async ([text, size]) => {
    const whole = (await allHits(graph, { text })).map(nameOf);
    for (const [argument, cursor, position] of [
      ['first', 'endCursor', 'after'],
      ['last', 'startCursor', 'before'],
    ] as const) {
      const read: string[] = [];
      let at = '';
      for (let more = true; more;) {
        const { nodes, totalCount, pageInfo, edges } = await page(text, `${argument}: ${size} ${at}`);
        const names = nodes.map(nameOf);
        const before = argument === 'first' ? read.length : whole.length - read.length - names.length;
        if (argument === 'first') read.push(...names);
        else read.unshift(...names);
        expect(totalCount).toBe(whole.length);
        expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(nodes.map(({ id }: Hit) => id));
        expect(pageInfo).toMatchObject({
          hasPreviousPage: before > 0,
          hasNextPage: before + names.length < whole.length,
        });
        more = argument === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
        at = `${position}: ${JSON.stringify(pageInfo[cursor])}`;
      }
      expect(read).toEqual(whole);
    }
  });

  test('lie between two cursors', async () => {
    const whole = (await allHits(graph, { text: 'digital' })).map(nameOf);
    const { edges } = await page('digital', 'first: 30');
    const between = `after: ${JSON.stringify(edges[4].cursor)} before: ${JSON.stringify(edges[20].cursor)}`;
    expect((await page('digital', `first: 10 ${between}`)).nodes.map(nameOf)).toEqual(whole.slice(5, 15));
    expect((await page('digital', `last: 10 ${between}`)).nodes.map(nameOf)).toEqual(whole.slice(10, 20));
    expect((await page('digital', `first: 0 ${between}`)).pageInfo).toMatchObject({ hasNextPage: true });
  });

  test('take no cursor of another search, and no size beyond 200', async () => {
    const { edges } = await page('digital', 'first: 2');
    const cursor = JSON.stringify(edges[0].cursor);
    const refused = (args: string) => refusal(graph, `{ search(text: "digital" ${args}) { totalCount } }`);
    expect(await refused(`kinds: [BODY] after: ${cursor}`)).toEqual(['INVALID_CURSOR']);
    expect(await refused('after: "xyz"')).toEqual(['INVALID_CURSOR']);
    expect(await refused('first: 201')).toEqual(['INVALID_PAGE_SIZE']);
    expect(await refused('first: 1, last: 1')).toEqual(['INVALID_PAGE_SIZE']);
    expect((await page('digital', `after: ${cursor}`)).nodes.length).toBeGreaterThan(1);
  });

  test('are whole or null: a pillar that is down costs the list', async () => {
    graph.break('AEC');
    const { data, errors } = await graph.ask('{ search(text: "asean") { totalCount nodes { id } } pillars { code } }');
    graph.mend();
    expect(data.search).toBeNull();
    expect(data.pillars).toHaveLength(3);
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['search'], 'PILLAR_UNAVAILABLE'],
    ]);
  });

  test('cost one call to each pillar, and nobody is asked again for what a hit shows', async () => {
    const query = '{ search(text: "smart cities") { nodes { kind id title snippet score steward { name } } } }';
    const { calls, queries } = await graph.measure(query);
    expect(calls).toMatchObject({ apsc: 1, aec: 1, ascc: 1 });
    expect(new Set(queries.map((each) => each.replace(/^\w+\./, '')))).toEqual(
      new Set(['searchEntries.countDocuments', 'searchEntries.find']),
    );
    expect(queries.length).toBeLessThanOrEqual(3 * 4);
  });
});
