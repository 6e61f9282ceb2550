/** Registered operations: each at an address of its own, with parameters of its variables' types. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bearer } from '../support/tokens.ts';
import { startTables, type Tables } from './tables.ts';

let graph: Tables;
beforeAll(async () => {
  graph = await startTables();
});
beforeEach(() => {
  graph.asked.length = 0;
  graph.faults.loses = false;
});
afterAll(() => graph[Symbol.asyncDispose]());

const some = (search: string, init?: RequestInit) => fetch(`${graph.url}/q/some-things?${search}`, init);
const message = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code, errors[0]?.message];
};

describe('parameters', () => {
  test.each([
    ['', '{"first":3}'],
    ['first=1', '{"first":1}'],
    ['colours=RED&colours=BLUE', '{"first":3,"colours":["RED","BLUE"]}'],
    ['colours=RED,BLUE', '{"first":3,"colours":["RED","BLUE"]}'],
    ['colours=', '{"first":3,"colours":[]}'],
    ['ids=a%2Cb&ids=c', '{"first":3,"ids":["a,b","c"]}'],
    ['ids=["a,b"]', '{"first":3,"ids":["a,b"]}'],
    ['heavy=true', '{"first":3,"heavy":true}'],
    ['since=2024-02-29', '{"first":3,"since":"2024-02-29"}'],
    ['range={"from":1,"to":2}', '{"first":3,"range":{"from":1,"to":2}}'],
  ])('%j is %s', async (search, expected) => {
    expect((await some(search)).status).toBe(200);
    expect(graph.asked.find((each) => each.startsWith('{'))).toBe(
      search === '' || search === 'first=1' ? undefined : expected,
    );
  });

  test.each([
    ['first=many', 'BAD_USER_INPUT', 'The parameter first is "many": allowed is a whole number'],
    ['first=1.5', 'BAD_USER_INPUT', 'The parameter first is "1.5": allowed is a whole number'],
    ['first=99999999999', 'BAD_USER_INPUT', 'The parameter first is "99999999999": allowed is a whole number'],
    ['first=1&first=2', 'BAD_USER_INPUT', 'The parameter first is given 2 times: allowed is a whole number'],
    ['heavy=yes', 'BAD_USER_INPUT', 'The parameter heavy is "yes": allowed is true or false'],
    [
      'colours=GREEN',
      'BAD_USER_INPUT',
      'The parameter colours is "GREEN": allowed is one of RED, BLUE; several by commas or by repetition',
    ],
    [
      'since=2024-02-30',
      'INVALID_DATE',
      'The parameter since: Date cannot be "2024-02-30": allowed is a day of the calendar such as "2018-05-25"',
    ],
    [
      'range={"to":1}',
      'BAD_USER_INPUT',
      'The parameter range is "{\\"to\\":1}": allowed is the JSON of an object of the type Range',
    ],
    ['range=1-2', 'BAD_USER_INPUT', 'The parameter range is "1-2": allowed is the JSON of an object of the type Range'],
    [
      'colour=RED',
      'BAD_USER_INPUT',
      'The parameter "colour" is unknown: some-things takes first, colours, since, range, ids, heavy, format, rows, all, guard. Did you mean colours?',
    ],
  ])('%s is refused', async (search, code, expected) => {
    expect(await message(await some(search))).toEqual([400, code, expected]);
    expect(graph.asked).toEqual([]);
  });

  test('one that is needed is named where it is missing', async () => {
    expect(await message(await graph.get('/q/one-thing'))).toEqual([
      400,
      'BAD_USER_INPUT',
      'The parameter id is missing: needed is an id',
    ]);
  });
});

describe('answers', () => {
  test('JSON, CSV and NDJSON, by parameter or by accept', async () => {
    const [json, csv, ndjson, accepted] = await Promise.all([
      graph.get('/q/one-thing', { id: 't1' }),
      graph.get('/q/one-thing', { id: 't1', format: 'csv' }),
      graph.get('/q/one-thing', { id: 't1', format: 'ndjson' }),
      graph.get('/q/one-thing', { id: 't1' }, { headers: { accept: 'text/csv' } }),
    ]);
    expect(await json.json()).toEqual({ data: { thing: { id: 't1', name: 'Thing 1', lost: 'found' } } });
    expect(await csv.text()).toBe('thing.id,thing.name,thing.lost\r\nt1,Thing 1,found\r\n');
    expect(await ndjson.json()).toEqual({ 'thing.id': 't1', 'thing.name': 'Thing 1', 'thing.lost': 'found' });
    expect(accepted.headers.get('content-disposition')).toBe('attachment; filename="one-thing.csv"');
  });

  test('lists beside each other are chosen from', async () => {
    expect(await message(await graph.get('/q/parts-and-makers', { format: 'csv' }))).toEqual([
      400,
      'NOT_A_TABLE',
      expect.stringContaining('choose it with rows=things.parts'),
    ]);
    const response = await graph.get('/q/parts-and-makers', { format: 'csv', rows: 'things.makers' });
    expect((await response.text()).split('\r\n')[1]).toBe('t1,Ana');
  });

  test('all=true follows the pages', async () => {
    const response = await some('first=100&format=csv&all=true');
    expect((await response.text()).split('\r\n')).toHaveLength(452);
  });

  test.each(['json', 'csv', 'ndjson'])('an answer that the client has is not sent again (%s)', async (format) => {
    const first = await graph.get('/q/one-thing', { id: 't1', format });
    const etag = first.headers.get('etag') as string;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const answers = await Promise.all(
      [etag, etag.replace('W/', ''), `"other", ${etag}`, '*', '"other"'].map((given) =>
        graph.get('/q/one-thing', { id: 't1', format }, { headers: { 'if-none-match': given } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([304, 304, 304, 304, 200]);
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(answers.map(() => etag));
    expect(await answers[0]?.text()).toBe('');
  });

  test('other parameters have another tag', async () => {
    const tags = await Promise.all(
      ['t1', 't2'].map(async (id) => (await graph.get('/q/one-thing', { id })).headers.get('etag')),
    );
    expect(new Set(tags).size).toBe(2);
  });

  test('what a token was sent for is kept by nobody else', async () => {
    const response = await graph.get('/q/one-thing', { id: 't1' }, { headers: { authorization: await bearer() } });
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
  });

  test.each(['json', 'csv'])('HEAD tells the headers of GET (%s)', async (format) => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => graph.get('/q/one-thing', { id: 't1', format }, { method })),
    );
    expect(head?.status).toBe(200);
    for (const name of ['etag', 'content-type', 'cache-control', 'content-length'])
      expect(head?.headers.get(name)).toBe(get?.headers.get(name));
    expect(await head?.text()).toBe('');
  });

  test('HEAD reads no more than the first page', async () => {
    const response = await some('first=100&format=csv&all=true', { method: 'HEAD' });
    expect([response.status, graph.asked]).toEqual([200, ['things behind 0']]);
  });

  test('a partial answer says so, and is not kept', async () => {
    graph.faults.loses = true;
    const [json, csv] = [
      await graph.get('/q/one-thing', { id: 't1' }),
      await graph.get('/q/one-thing', { id: 't1', format: 'csv' }),
    ];
    expect([json.status, csv.status]).toEqual([200, 206]);
    for (const { headers } of [json, csv])
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });
});
