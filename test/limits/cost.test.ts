/** What an operation costs: by what the supergraph says of it, and by the values that were sent. */

import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, Kind, parse, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { fragmentsOf } from '../../gateway/execution/normalise.ts';
import { costFacts, type CostFacts } from '../../gateway/limits/cost-facts.ts';
import { costOf } from '../../gateway/limits/cost.ts';
import { textOf } from '../check/files.ts';

interface Priced {
  readonly schema: GraphQLSchema;
  readonly facts: CostFacts;
}

const OURS: Priced = {
  schema: buildSchema(textOf('schema/generated/api.graphql')),
  facts: costFacts(parse(textOf('schema/generated/supergraph.graphql'))),
};

function cost(query: string, variables: Readonly<Record<string, unknown>> = {}, { schema, facts } = OURS): number {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return costOf({ operation, fragments: fragmentsOf(document), variables, schema, facts });
}

describe('a record', () => {
  test('costs a point, and its leaves nothing', () => {
    expect(cost('{ smartCity(id: "bangkok") { id name summary } }')).toBe(1);
    expect(cost('{ smartCity(id: "bangkok") { memberState { name } } }')).toBe(2);
  });

  test('of a list costs it as often as the list is long', () => {
    expect(cost('{ pillars { name } }')).toBe(3);
    expect(cost('{ memberStates { name } }')).toBe(12);
    expect(cost('{ crossPillarIssue(id: "x") { relatedIssues { title } } }')).toBe(1 + 5);
    expect(cost('{ pillars { sectors { name } } }')).toBe(3 * (1 + 20));
  });

  test('of one type or another costs what the dearest of them does', () => {
    const query =
      '{ body(id: "x") { ... on CommunityBody { mandates { __typename } } ... on EconomicBody { parent { id } } } }';
    expect(cost(query)).toBe(1 + 5);
  });
});

describe('a page', () => {
  const rows = 'nodes { title } pageInfo { hasNextPage }';

  test('costs its rows, whichever end they are counted from, and a page of 25 where no size is given', () => {
    expect(cost(`{ smartCities(first: 10) { nodes { name } } }`)).toBe(1 + 10);
    expect(cost(`{ smartCities(last: 7) { edges { node { name } } } }`)).toBe(1 + 7 * 2);
    expect(cost(`{ smartCities { nodes { name } } }`)).toBe(1 + 25);
    expect(cost(`{ smartCities(first: 0) { totalCount } }`)).toBe(1 + 1);
  });

  test('over all stewards costs more, also where a pillar starts it', () => {
    expect(cost(`{ meetings(first: 10) { ${rows} } }`)).toBe(4 + 1 + 10 + 1);
    expect(cost(`{ crossPillarIssue(id: "x") { meetings(first: 10) { ${rows} } } }`)).toBe(1 + 4 + 1 + 10 + 1);
    expect(cost(`{ search(text: "smart", first: 10) { nodes { title } } }`)).toBe(20 + 1 + 10);
  });

  test('around a page multiplies it', () => {
    expect(cost('{ bodies(first: 20) { nodes { meetings(first: 30) { nodes { title } } } } }')).toBe(
      5 + 20 * (1 + 1 + 30),
    );
  });
});

describe('variables', () => {
  const query =
    'query ($n: Int = 5, $more: Boolean = true) { smartCities(first: $n) { nodes { name @skip(if: true) memberState @include(if: $more) { name } } } }';

  test('count with the values that were sent, else with their defaults', () => {
    expect(cost(query)).toBe(1 + 5 * 2);
    expect(cost(query, { n: 50 })).toBe(1 + 50 * 2);
    expect(cost(query, { n: null })).toBe(1 + 25 * 2);
  });

  test('leave out what costs nothing then', () => {
    expect(cost(query, { more: false })).toBe(1 + 5);
  });

  test('of the wrong type count as not given', () => {
    expect(cost(query, { n: 'many', more: {} })).toBe(1 + 25 * 2);
  });

  test('that scan cost more, wherever the filter stands', () => {
    const filtered =
      'query ($f: MeetingFilter, $t: String) { a: meetings(filter: $f, first: 0) { totalCount } b: meetings(filter: { text: $t }, first: 0) { totalCount } }';
    expect(cost(filtered, { f: { from: '2018' } })).toBe(cost(filtered));
    expect(cost(filtered, { f: { text: 'x' } })).toBe(cost(filtered) + 10);
    expect(cost(filtered, { f: { text: 'x' }, t: 'y' })).toBe(cost(filtered) + 20);
  });
});

test('fragments that multiply are reckoned without writing them out', () => {
  const chain = Array.from(
    { length: 60 },
    (_, n) =>
      `fragment F${n} on Pillar { a: sectors { pillar { ...F${n + 1} } } b: sectors { pillar { ...F${n + 1} } } }`,
  );
  const query = `{ pillars { ...F0 } } ${chain.join(' ')} fragment F60 on Pillar { name }`;
  expect(cost(query)).toBe(Number.MAX_SAFE_INTEGER);
});

describe('another supergraph', () => {
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@cost", as: "@price" }, "@listSize"])
    type Query {
      shelves(limit: Int = 4): [Shelf!] @listSize(slicingArguments: ["limit"])
      books(first: Int, last: Int): BookConnection @price(weight: 7)
      lookUp(text: String @price(weight: 9)): Book
    }
    type Shelf @price(weight: 3) { id: ID! books: [Book!] @listSize(assumedSize: 2) }
    type BookConnection { edges: [BookEdge] }
    type BookEdge { node: Book }
    type Book { title: String cover: Image }
    scalar Image @price(weight: 2)
  `);
  const { supergraphSdl = '', errors = [] } = composeServices([{ name: 'library', url: 'x', typeDefs }]);
  const THEIRS: Priced = {
    schema: Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema(),
    facts: costFacts(parse(supergraphSdl)),
  };

  test('is priced by its own words, under whatever names it has them', () => {
    expect(errors).toEqual([]);
    expect(cost('{ shelves { id } }', {}, THEIRS)).toBe(4 * 3);
    expect(cost('{ shelves(limit: 10) { books { title cover } } }', {}, THEIRS)).toBe(10 * (3 + 2 * (1 + 2)));
    expect(cost('{ lookUp(text: "x") { title } }', {}, THEIRS)).toBe(9 + 1);
    expect(cost('{ lookUp { title } }', {}, THEIRS)).toBe(1);
  });

  test('is known by its connections where it says nothing of them', () => {
    expect(cost('{ books(first: 100) { edges { node { title } } } }', {}, THEIRS)).toBe(7 + 1 + 100 * 2);
  });
});
