/** In which form a table is asked for and answered. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTables, type Tables } from './tables.ts';

let graph: Tables;
beforeEach(async () => {
  graph = await startTables();
});
afterEach(() => graph[Symbol.asyncDispose]());

const error = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors[0],
});
const ask = (query: string, parameters: Record<string, string> = {}) =>
  graph.get('/graphql', { query, format: 'csv', ...parameters });

describe('formats', () => {
  const QUERY = '{ things(first: 1) { nodes { id weight heavy tags lost parts { name } } } }';

  test.each(['text/csv', 'text/csv, */*;q=0.1', 'text/*;q=0.9, application/json;q=0.5'])(
    '%s is CSV',
    async (accept) => {
      const response = await graph.get('/graphql', { query: QUERY }, { headers: { accept } });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    },
  );

  test('NDJSON has the rows of the CSV with their types', async () => {
    const response = await graph.get('/graphql', { query: QUERY }, { headers: { accept: 'application/x-ndjson' } });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const rows = (await response.text()).trim().split('\n');
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual(
      ['left of 1', 'right of 1'].map((name) => ({
        'things.id': 't1',
        'things.weight': 0.25,
        'things.heavy': false,
        'things.tags': ['a', 'b; c', null],
        'things.lost': 'found',
        'things.parts.name': name,
      })),
    );
  });

  test('POST answers a table as well', async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv', 'if-none-match': '*' },
      body: JSON.stringify({ query: '{ thing(id: "t1") { id } }' }),
    });
    expect([response.headers.get('etag'), await response.text()]).toEqual([null, 'thing.id\r\nt1\r\n']);
  });

  test.each([
    ['format', 'xml', 'NOT_ACCEPTABLE', 'format is "xml": allowed is one of json, csv, ndjson'],
    ['all', 'yes', 'BAD_REQUEST', 'The parameter all is "yes": allowed is true or false'],
    ['guard', 'none', 'BAD_REQUEST', 'The parameter guard is "none": allowed is off or on'],
  ])('%s=%s is refused', async (name, value, code, message) => {
    expect(await error(await ask(QUERY, { [name]: value }))).toMatchObject({ message, extensions: { code } });
  });

  test('what is of tables is refused beside JSON', async () => {
    expect(await error(await graph.get('/graphql', { query: QUERY, all: 'true' }))).toMatchObject({
      status: 400,
      message: 'The parameter all is of tables, and the answer is JSON: add format=csv or format=ndjson',
    });
  });
});
