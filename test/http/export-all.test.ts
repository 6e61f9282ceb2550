/** All rows of a query: the cursors are followed to the end, and a table that is not whole is never taken for one. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTables, THINGS, type Tables } from './tables.ts';

let graph: Tables;
beforeEach(async () => {
  graph = await startTables();
});
afterEach(() => graph[Symbol.asyncDispose]());

const lines = (text: string) => text.split('\r\n').slice(0, -1);
const error = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors[0],
});
const ask = (query: string, parameters: Record<string, string> = {}) =>
  graph.get('/graphql', { query, format: 'csv', ...parameters });

describe('all=true', () => {
  const ALL = { all: 'true' };

  test('follows the cursors to the end, and adds what it needs for it', async () => {
    const text = await graph.csv('{ things { nodes { id } } }', ALL);
    expect(lines(text)).toEqual(['things.id', ...Array.from({ length: THINGS }, (_, index) => `t${index + 1}`)]);
    expect(graph.asked).toEqual(['things behind 0', 'things behind 200', 'things behind 400']);
  });

  test('reads in pages of the size that the query names, from where it begins', async () => {
    const query =
      'query ($size: Int, $from: String) { things(first: $size, after: $from) { ...Page } } fragment Page on Things { edges { node { id } } }';
    const text = await graph.csv(query, { ...ALL, variables: '{"size":100,"from":"200"}' });
    expect(lines(text).slice(1)).toEqual(Array.from({ length: THINGS - 200 }, (_, index) => `t${index + 201}`));
    expect(graph.asked).toEqual(['things behind 200', 'things behind 300', 'things behind 400']);
  });

  test('takes complete lists inside the rows along', async () => {
    expect(lines(await graph.csv('{ things { nodes { id parts { name } } } }', ALL))).toHaveLength(1 + 2 * THINGS - 1);
  });

  test('is NDJSON as well', async () => {
    const response = await graph.get('/graphql', { query: '{ things { nodes { id } } }', format: 'ndjson', ...ALL });
    expect((await response.text()).trim().split('\n')).toHaveLength(THINGS);
  });

  test.each([
    [
      'rows that a list encloses',
      '{ shelves { name things { nodes { id } } } }',
      /things is enclosed by the list shelves/,
    ],
    [
      'rows that a page encloses',
      '{ things { nodes { more { nodes { id } } } } }',
      /things.more is enclosed by the list things/,
    ],
    ['a list without pages', '{ shelves { name } }', /follows the pages of a connection, and shelves has none/],
    ['no list', '{ thing(id: "t1") { id } }', /the one row has none/],
    ['a list from its end', '{ things(last: 3) { nodes { id } } }', /last is given: leave it out/],
    [
      'a list from its end for one type of several',
      '{ named { ... on Thing { more(first: 3) { nodes { id } } } ... on Tool { more(last: 2) { nodes { id } } } } }',
      /last is given: leave it out/,
    ],
    ['pages of no rows', '{ things(first: 0) { nodes { id } } }', /it is 0/],
  ])('refuses %s', async (_case, query, message) => {
    expect(await error(await ask(query, ALL))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message),
      extensions: { code: 'NOT_A_TABLE' },
    });
  });

  test('an error on the first page answers as one page does', async () => {
    graph.faults.failsAfter = 0;
    const response = await ask('{ things { nodes { id } } }', ALL);
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 206, text: 'things.id\r\n' });
  });

  test.each(['gzip', 'identity'])('an error on a later page breaks the connection (%s)', async (encoding) => {
    graph.faults.failsAfter = 200;
    const response = await graph.get(
      '/graphql',
      { query: '{ things { nodes { id } } }', format: 'csv', ...ALL },
      { headers: { 'accept-encoding': encoding } },
    );
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(graph.log.find(({ msg }) => msg === 'a table was broken off')).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      err: { message: 'a later page has errors: this page fails' },
    });
  });

  test('a client that leaves is not read for', async () => {
    const gate = Promise.withResolvers<void>();
    graph.faults.gate = gate.promise;
    const leave = new AbortController();
    const response = await graph.get(
      '/graphql',
      { query: '{ things(first: 100) { nodes { id } } }', format: 'csv', ...ALL },
      { signal: leave.signal },
    );
    await response.body?.getReader().read();
    leave.abort();
    await vi.waitFor(() => expect(graph.log).toContainEqual(expect.objectContaining({ path: '/graphql' })));
    gate.resolve();
    await graph.get('/health');
    expect(graph.asked.at(-1)).toBe('things behind 200');
  });
});
