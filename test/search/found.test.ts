/** Rule 17a: which records a search finds, by which words. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../semantics/asking.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { allHits, nameOf, type Search } from './asking.ts';
import { isFound, SEARCHED_KINDS, searchedRecords, words } from './searched.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const RECORDS = searchedRecords();

const found = async (search: Search) => (await allHits(graph, search)).map(nameOf).sort();

const expected = (text: string) =>
  RECORDS.filter((record) => isFound(text, record))
    .map(nameOf)
    .sort();

/** The texts of each searched value of each kind. */
const VALUES = SEARCHED_KINDS.flatMap(({ kind, values }) => {
  const own = RECORDS.filter((record) => record.kind === kind);
  const names = new Set(own.flatMap(({ record }) => Object.keys(values(record))));
  return [...names].map((value) => ({
    kind,
    value,
    texts: own.flatMap(({ record }) => (values(record)[value] ?? []).filter((text) => text !== null)),
  }));
});

describe('a search', () => {
  test.for(VALUES)('rule 17a: looks into $value of $kind', async ({ kind, texts }) => {
    // A value that no record has, such as the codes of monitoring items, is nothing to ask for.
    for (const text of [texts[0], texts.at(-1)].filter((each) => each !== undefined)) {
      const asked = words(text).slice(0, 6).join(' ');
      const hits = await found({ text: asked });
      expect(hits, asked).toEqual(expected(asked));
      expect(
        hits.some((hit) => hit.startsWith(`${kind} `)),
        asked,
      ).toBe(true);
    }
  });

  test.for([
    ['viet', 'the beginning of a word'],
    ['VIỆT', 'other case and accents'],
    ['turk', 'a letter whose accent the data have'],
    ['soc com', 'two words for one with a hyphen'],
    ['SOC-COM', 'the same with the hyphen'],
    ['ministers economic', 'words in another order'],
    ['asean trade cooperation', 'words in several values'],
    ['a', 'a single letter'],
    ['2025', 'digits'],
    ['e-commerce, digital!', 'signs between words'],
    ['asean a as', 'words that begin each other'],
    ['ﬁnance', 'a ligature'],
    ['.*', undefined],
    ['^asean', 'what would be a pattern'],
    ['zzz', 'a word that nothing has'],
  ] as const)('rule 17a: finds by %s: %s', async ([text, why]) => {
    if (why === undefined)
      expect(await refusal(graph, `{ search(text: ".*") { totalCount } }`)).toEqual(['INVALID_FILTER']);
    else expect(await found({ text })).toEqual(expected(text));
  });

  test('rule 17a: `đ` is `d`, `œ` is `oe`', async () => {
    expect(await found({ text: 'đigital œconomy' })).toEqual(expected('digital oeconomy'));
    expect(await found({ text: 'đigital' })).toEqual(await found({ text: 'digital' }));
  });

  test('rule 17a: does not find the middle of a word', async () => {
    expect(await found({ text: 'eanography' })).toEqual([]);
    expect(expected('iet')).not.toContain('MEMBER_STATE VNM');
    expect(await found({ text: 'iet' })).toEqual(expected('iet'));
  });

  test('rule 17a: each word may be met by another value of the record', async () => {
    // AEM is the acronym, the other words are of the name.
    expect(await found({ text: 'aem economic ministers' })).toContain('BODY aec:aem');
  });

  test.for(['', ' ', '-', '…', '\u0301', '!?'])('rule 17a: a text without a word is refused: `%s`', async (text) => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount } }';
    expect(await refusal(graph, query, { text })).toEqual(['INVALID_FILTER']);
  });

  test('takes up to 200 characters and 40 words, and says what it received', async () => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount } }';
    const pairs = Array.from({ length: 41 }, (_, at) => String.fromCharCode(97 + (at % 26), 98 + Math.floor(at / 26)));
    expect((await graph.ask(query, { text: 'x'.repeat(201) })).errors?.[0]?.message).toBe(
      '`text` has 201 characters: allowed are up to 200.',
    );
    expect((await graph.ask(query, { text: pairs.join(' ') })).errors?.[0]?.message).toBe(
      '`text` has 41 words: allowed are up to 40.',
    );
    expect((await graph.ask(query, { text: 'x'.repeat(200) })).data).toEqual({ search: { totalCount: 0 } });
    const forty = pairs.slice(0, 40).join(' ');
    expect((await graph.ask(query, { text: forty })).data.search.totalCount).toBe(expected(forty).length);
  });

  test('rule 17a: `kinds` keeps the kinds, an empty list nothing, null all', async () => {
    const text = 'smart';
    const all = expected(text);
    for (const { kind } of SEARCHED_KINDS)
      expect(await found({ text, kinds: [kind] }), kind).toEqual(all.filter((name) => name.startsWith(`${kind} `)));
    expect(await found({ text, kinds: ['SMART_CITY', 'BODY', 'BODY'] })).toEqual(
      all.filter((name) => /^(SMART_CITY|BODY) /.test(name)),
    );
    expect(await found({ text, kinds: [] })).toEqual([]);
    expect(await found({ text, kinds: null })).toEqual(all);
  });

  test("rule 17a: `pillars` are stewards, so the Community's records are found only without it", async () => {
    const text = 'asean';
    const of = (...folders: string[]) =>
      RECORDS.filter((record) => isFound(text, record) && folders.includes(record.folder))
        .map(nameOf)
        .sort();
    for (const pillar of ['APSC', 'AEC', 'ASCC'])
      expect(await found({ text, pillars: [pillar] }), pillar).toEqual(of(pillar.toLowerCase()));
    expect(await found({ text, pillars: ['AEC', 'APSC'] })).toEqual(of('aec', 'apsc'));
    expect(await found({ text, pillars: ['APSC', 'AEC', 'ASCC'] })).toEqual(of('apsc', 'aec', 'ascc'));
    expect(await found({ text, pillars: [] })).toEqual([]);
    expect(await found({ text, pillars: null })).toEqual(of('apsc', 'aec', 'ascc', 'asean'));
    expect(of('asean')).not.toEqual([]);
  });

  test('finds a record by its own title', async () => {
    const sample = RECORDS.filter((_, index) => index % 61 === 0);
    for (const record of sample) {
      const text = (record.values[0] as string).slice(0, 200);
      const hits = await allHits(graph, { text });
      expect(hits.map(nameOf), text).toContain(nameOf(record));
    }
  });
});
