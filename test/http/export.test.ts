/** Any query as a table: which list is the row, which columns there are, and what is never lost in silence. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ODD_TEXTS, records, startTables, type Tables } from './tables.ts';

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

describe('rows and columns', () => {
  test('the deepest list is the row, and outer fields repeat', async () => {
    expect(
      lines(await graph.csv('{ things(first: 1) { totalCount nodes { id parts { name screws { size } } } } }')),
    ).toEqual([
      'things.totalCount,things.id,things.parts.name,things.parts.screws.size',
      '450,t1,left of 1,3',
      '450,t1,left of 1,4',
      '450,t1,right of 1,',
    ]);
  });

  test('a parent with an empty list keeps one row of nulls', async () => {
    expect(lines(await graph.csv('{ things(first: 2) { nodes { id parts { name } } } }'))).toEqual([
      'things.id,things.parts.name',
      't1,left of 1',
      't1,right of 1',
      't2,',
    ]);
  });

  test('columns are dot paths in the order of the query, by aliases, and nodes and edges.node vanish', async () => {
    const query = `{
      some: things(first: 1) { edges { cursor node { name ...Rest } } count: totalCount }
    }
    fragment Rest on Thing { kilos: weight ... on Named { title: name } __typename }`;
    expect(lines(await graph.csv(query))).toEqual([
      'some.edges.cursor,some.name,some.kilos,some.title,some.__typename,some.count',
      '1,Thing 1,0.25,Thing 1,Thing,450',
    ]);
  });

  test('what is skipped is no column', async () => {
    const query = 'query ($yes: Boolean!) { thing(id: "t1") { id name @skip(if: $yes) weight @include(if: $yes) } }';
    expect(lines(await graph.csv(query, { variables: '{"yes":true}' }))).toEqual(['thing.id,thing.weight', 't1,0.25']);
  });

  test('a query without a list is one row', async () => {
    expect(lines(await graph.csv('{ thing(id: "t1") { id heavy colour } }'))).toEqual([
      'thing.id,thing.heavy,thing.colour',
      't1,false,BLUE',
    ]);
  });

  test('lists of scalars are joined and are no rows', async () => {
    expect(lines(await graph.csv('{ things(first: 2) { nodes { id tags } } }'))).toEqual([
      'things.id,things.tags',
      't1,a; b; c; ',
      't2,',
    ]);
  });

  test('there is a header also where there are no rows', async () => {
    expect(await graph.csv('{ things(first: 0) { totalCount nodes { id parts { name } } } }')).toBe(
      'things.totalCount,things.id,things.parts.name\r\n',
    );
  });

  test('two columns of one name are refused', async () => {
    expect(await error(await ask('{ things { id: totalCount nodes { id } } }'))).toMatchObject({
      status: 400,
      message: 'Two columns would be named things.id: give one of the two fields an alias',
      extensions: { code: 'NOT_A_TABLE' },
    });
  });

  test('a mutation is no table', async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv' },
      body: JSON.stringify({ query: 'mutation { rename(id: "t1") { id } }' }),
    });
    expect(await error(response)).toMatchObject({ status: 400, extensions: { code: 'NOT_A_TABLE' } });
  });
});

describe('lists beside each other', () => {
  const SIBLINGS = '{ things(first: 1) { nodes { id parts { name screws { size } } makers { name } } } }';

  test('are refused, by their names and with the way to choose', async () => {
    expect(await error(await ask(SIBLINGS))).toMatchObject({
      status: 400,
      message:
        'The lists things.parts.screws, things.makers stand beside each other, and a table has one list of rows: choose it with rows=things.parts.screws or another of them; the others are left out',
      extensions: { code: 'NOT_A_TABLE' },
    });
  });

  test.each([
    ['things.makers', ['things.id,things.makers.name', 't1,Ana', 't1,Budi']],
    ['things.parts', ['things.id,things.parts.name', 't1,left of 1', 't1,right of 1']],
    ['things', ['things.id', 't1']],
    ['things.nodes', ['things.id', 't1']],
  ])('rows=%s chooses one, and leaves out those beside and below it', async (rows, expected) => {
    expect(lines(await graph.csv(SIBLINGS, { rows }))).toEqual(expected);
  });

  test('a choice that is no list is refused with those that are', async () => {
    expect(await error(await ask(SIBLINGS, { rows: 'things.id' }))).toMatchObject({
      status: 400,
      message: 'rows is "things.id": allowed is things, things.parts, things.parts.screws, things.makers',
    });
  });
});

describe('more rows than the answer has', () => {
  test.each([
    ['a page that is not the last', '{ things(first: 3) { nodes { id } } }', 'true'],
    ['pages by a fragment', '{ things { ...Page } } fragment Page on Things { edges { node { id } } }', 'true'],
    ['a page in a list', '{ shelves { things(first: 3) { nodes { id } } } }', 'true'],
    ['a page outside the rows', '{ things(first: 3) { nodes { parts { name } } } }', 'true'],
    ['the last page', '{ things(after: "440") { nodes { id } } }', null],
    ['a complete list', '{ shelves { name } }', null],
  ])('%s', async (_case, query, expected) => {
    const response = await ask(query);
    expect([response.status, response.headers.get('x-more-rows')]).toEqual([200, expected]);
    expect(lines(await response.text())[0]).not.toContain('restOfRows');
  });

  test('all=true leaves none out', async () => {
    expect((await ask('{ things { nodes { id } } }', { all: 'true' })).headers.get('x-more-rows')).toBeNull();
  });
});

describe('cells', () => {
  const ODD = '{ odd { text } }';

  test('only texts that begin as a formula get an apostrophe', async () => {
    const [, ...rows] = records(await graph.csv(ODD));
    expect(rows.slice(0, 6)).toEqual([["'=1+1"], ["'+1"], ["'-1"], ["'@a"], ["'\tx"], ["'\rx"]]);
    expect(rows.slice(6).map(([cell]) => cell)).toEqual(ODD_TEXTS.slice(6).map((text) => text ?? ''));
    expect(lines(await graph.csv('{ thing(id: "t3") { value } }'))[1]).toBe('-3');
  });

  test('guard=off leaves every text as it is', async () => {
    const [, ...rows] = records(await graph.csv(ODD, { guard: 'off' }));
    expect(rows).toEqual(ODD_TEXTS.map((text) => [text ?? '']));
  });

  test('a row of one empty cell is no empty line', async () => {
    expect(await graph.csv(ODD)).toMatch(/\r\n""\r\n$/);
  });
});

describe('errors', () => {
  test('a partial answer says so by its status and counts its errors', async () => {
    graph.faults.loses = true;
    const response = await ask('{ things(first: 2) { nodes { id lost } } }');
    expect({ status: response.status, errors: response.headers.get('x-graphql-errors') }).toEqual({
      status: 206,
      errors: '2',
    });
    expect(lines(await response.text())).toEqual(['things.id,things.lost', 't1,', 't2,']);
  });

  test('a whole answer has neither', async () => {
    const response = await ask('{ thing(id: "t1") { id } }');
    expect({ status: response.status, errors: response.headers.get('x-graphql-errors') }).toEqual({
      status: 200,
      errors: null,
    });
  });

  test('a list that is lost is no table without rows', async () => {
    graph.faults.failsAfter = 0;
    const response = await ask('{ things { nodes { id } } }');
    expect({ status: response.status, errors: response.headers.get('x-graphql-errors') }).toEqual({
      status: 206,
      errors: '1',
    });
  });

  test.each([
    ['of the rows', '{ thing(id: "t1") { name } things(after: "nothing") { nodes { id } } }'],
    ['of all there is', '{ thing(id: "t1") { more(after: "nothing") { nodes { id } } } }'],
    ['in every list that encloses the rows', '{ shelves { name things(after: "nothing") { nodes { id } } } }'],
  ])('an argument that is refused, %s, is no partial table', async (_case, query) => {
    for (const all of ['false', 'true']) {
      const response = await ask(query, { all: query.includes('shelves') ? 'false' : all });
      expect(await error(response)).toMatchObject({
        status: 400,
        message: '`after` is no cursor of this list',
        extensions: { code: 'INVALID_CURSOR' },
      });
    }
  });

  test('an argument that is refused beside the rows leaves a partial table', async () => {
    const response = await ask(
      '{ things(first: 1) { nodes { id } } thing(id: "t1") { more(after: "nothing") { totalCount } } }',
    );
    expect([response.status, await response.text()]).toEqual([206, 'things.id,thing.more.totalCount\r\nt1,\r\n']);
  });

  test('a table whose every column is skipped is none', async () => {
    expect(await error(await ask('{ things { nodes { id @skip(if: true) } } }'))).toMatchObject({
      status: 400,
      message: 'The table would have no column: ask for a field that is not skipped',
      extensions: { code: 'NOT_A_TABLE' },
    });
  });

  test.each([
    ['a field that is not there', '{ things { nodes { colur } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ things', 'GRAPHQL_PARSE_FAILED'],
    ['a variable that is missing', 'query ($id: ID!) { thing(id: $id) { id } }', 'BAD_USER_INPUT'],
  ])('%s is answered as JSON', async (_case, query, code) => {
    expect(await error(await ask(query))).toMatchObject({ status: 400, extensions: { code } });
  });

  test('fragments that multiply are refused before they are laid out', async () => {
    const fragments = Array.from(
      { length: 24 },
      (_, at) => `fragment F${at} on Thing { a: more { nodes { ...F${at + 1} } } b: more { nodes { ...F${at + 1} } } }`,
    );
    const query = `{ thing(id: "t1") { ...F0 } } ${fragments.join(' ')} fragment F24 on Thing { id }`;
    expect(await error(await ask(query))).toMatchObject({ status: 400, extensions: { code: 'TOO_MANY_SELECTIONS' } });
  });
});
