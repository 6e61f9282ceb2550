/** Where registered operations are listed, what is said of each, and which may be one. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOperation } from '../../gateway/http/registered/operations.ts';
import { startTables, type Tables } from './tables.ts';

let graph: Tables;
beforeAll(async () => {
  graph = await startTables();
});
afterAll(() => graph[Symbol.asyncDispose]());

const message = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code, errors[0]?.message];
};

describe('addresses', () => {
  test('a name that there is not is answered with the nearest', async () => {
    expect(await message(await graph.get('/q/some-thing'))).toEqual([
      404,
      'NOT_FOUND',
      'There is no registered operation "some-thing", did you mean some-things or one-thing? All are listed at /q',
    ]);
    expect(await message(await graph.get('/q/zzzzzzzz.metadata.json'))).toEqual([
      404,
      'NOT_FOUND',
      'There is no registered operation "zzzzzzzz": all are listed at /q',
    ]);
  });

  test('they answer GET and HEAD', async () => {
    const response = await graph.get('/q/one-thing', {}, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await message(response))[2]).toBe('/q/one-thing answers GET and HEAD, not POST');
  });

  test('so do pages and their files', async () => {
    for (const path of ['/dashboard', '/desk/desk.css', '/shared/search-box.css']) {
      const response = await graph.get(path, {}, { method: 'POST' });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
    }
  });

  test('a method is refused before its body is read', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await graph.get('/graphql', {}, { method: 'PUT', headers })).status).toBe(405);
  });

  test('/q lists them for programs', async () => {
    const { operations } = (await (await graph.get('/q')).json()) as { operations: Record<string, unknown>[] };
    expect(operations.map(({ name, url, metadata }) => [name, url, metadata])).toEqual(
      ['some-things', 'one-thing', 'parts-and-makers'].map((name) => [name, `/q/${name}`, `/q/${name}.metadata.json`]),
    );
    expect(operations[0]).toMatchObject({ description: 'Some things, by their colour. From a number on.' });
    expect(operations[1]).toMatchObject({
      parameters: [{ name: 'id', type: 'ID!', required: true, default: null, allowed: 'an id' }],
    });
  });

  test('/q is a page for people, on which nothing runs and nothing is loaded', async () => {
    const response = await graph.get('/q', {}, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
    );
    expect(text).toContain('<a href="/q/some-things?format=csv&amp;all=true">CSV</a>');
    for (const rows of ['things.parts', 'things.makers'])
      expect(text).toContain(
        `<a href="/q/parts-and-makers?format=csv&amp;rows=${rows}&amp;all=true">CSV of ${rows}</a>`,
      );
    expect(text).not.toMatch(/<script|<img|<link|https?:/);
  });
});

describe('metadata', () => {
  test('say what an operation answers', async () => {
    const metadata = (await (await graph.get('/q/some-things.metadata.json')).json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      name: 'some-things',
      description: 'Some things, by their colour. From a number on.',
      formats: ['json', 'csv', 'ndjson'],
      dataSets: { AEC: { version: '2026-01-01', hash: 'f00d' }, ASCC: null },
      sources: [],
    });
    expect((metadata['parameters'] as unknown[])[0]).toEqual({
      name: 'first',
      type: 'Int',
      required: false,
      default: '3',
      allowed: 'a whole number',
    });
    expect(metadata['tables']).toEqual([
      {
        rows: 'things',
        columns: [
          { name: 'things.id', type: 'ID!', description: null, unit: null, unitColumn: null },
          {
            name: 'things.weight',
            type: 'Float',
            description: 'Weight in kilograms.',
            unit: 'kilograms',
            unitColumn: null,
          },
          {
            name: 'things.value',
            type: 'Int',
            description: 'How much, in `unit`.',
            unit: null,
            unitColumn: 'things.unit',
          },
          { name: 'things.unit', type: 'String', description: 'Unit of `value`.', unit: null, unitColumn: null },
        ],
      },
    ]);
  });

  test('have a table for each list that stands beside another', async () => {
    const { tables } = (await (await graph.get('/q/parts-and-makers.metadata.json')).json()) as {
      tables: { rows: string }[];
    };
    expect(tables.map(({ rows }) => rows)).toEqual(['things.parts', 'things.makers']);
  });
});

test.each([
  ['a mutation', 'mutation { rename(id: "t1") { id } }', /must be one query/],
  ['two queries', 'query A { __typename } query B { __typename }', /must be one query/],
  [
    'a variable that lays answers out',
    'query ($rows: Int) { things(first: $rows) { totalCount } }',
    /\$rows: choose another name/,
  ],
])('%s is not registered', (_case, query, expected) => {
  expect(() => createOperation('name', query)).toThrow(expected);
});
