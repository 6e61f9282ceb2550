/** From the graph as it is written to the SDL of the subgraphs. */

import { parse, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../schema/derive/source.ts';
import { derive, SMALL_GRAPH } from './small-graph.ts';

/** Without descriptions and the head that all have. */
const bare = (sdl: string) =>
  sdl
    .replace(/^extend schema[\s\S]*?\n {2}\)\n/, '')
    .replace(/^\s*"""[\s\S]*?"""\n|^\s*"[^"\n]*"\n/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

const SDL = derive(SMALL_GRAPH);
const HIDDEN = ['aecPage', 'aecTotal', 'apscPage', 'apscTotal', 'asccPage', 'asccTotal', 'request'];

test('the directory declares the interface in full over stubs, and merges', () => {
  expect(bare(SDL.directory)).toMatchInlineSnapshot(`
    "type Query {
      sectors(
        first: Int
        after: String
        last: Int
        before: String
      ): MergedSectorConnection @listSize(assumedSize: 25, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false) @cost(weight: 4)
      sector(
        id: ID!
      ): Sector
    }
    type EconomicSector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
      name: String! @external
      seat: SmartCity @external
    }
    type MergedSectorConnection @key(fields: "request") {
      request: ID! @inaccessible
      apscPage: Page @external
      apscTotal: Int @external
      aecPage: Page @external
      aecTotal: Int @external
      asccPage: Page @external
      asccTotal: Int @external
      nodes: [Sector]! @listSize(assumedSize: 25) @requires(fields: "apscPage aecPage asccPage")
      edges: [SectorEdge!]! @listSize(assumedSize: 25) @requires(fields: "apscPage aecPage asccPage")
      pageInfo: PageInfo! @requires(fields: "apscPage aecPage asccPage")
      totalCount: Int! @cost(weight: 1) @requires(fields: "apscTotal aecTotal asccTotal")
    }
    type PageInfo @shareable {
      hasNextPage: Boolean!
    }
    type PoliticalSecuritySector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
      name: String! @external
      seat: SmartCity @external
    }
    interface Sector {
      id: ID!
      name: String!
      seat: SmartCity
    }
    type SectorEdge @shareable {
      node: Sector
      cursor: String!
    }
    type SmartCity @key(fields: "id", resolvable: false) {
      id: ID!
    }
    type SocioCulturalSector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
      name: String! @external
      seat: SmartCity @external
    }
    scalar Page @inaccessible"
  `);
});

test('a pillar declares its own types in full, its page of merged lists, and of others the key', () => {
  expect(bare(SDL.aec)).toMatchInlineSnapshot(`
    "type Query {
      smartCity(
        id: ID!
      ): SmartCity
    }
    type EconomicSector implements Sector @key(fields: "id") {
      id: ID!
      name: String!
      seat: SmartCity
      turnover: Float
    }
    type MergedSectorConnection @key(fields: "request") {
      request: ID! @inaccessible
      aecPage: Page @inaccessible
      aecTotal: Int @inaccessible
    }
    type Place @shareable {
      latitude: Float!
    }
    type PoliticalSecuritySector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
    }
    interface Sector {
      id: ID!
    }
    type SmartCity @key(fields: "id") {
      id: ID!
      name: String!
      place: Place!
      sectors(
        first: Int
        after: String
        last: Int
        before: String
      ): MergedSectorConnection @cost(weight: 4)
    }
    type SocioCulturalSector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
    }
    scalar Page @inaccessible"
  `);
});

test("a pillar that answers a field of another's type declares the type with that field", () => {
  expect(bare(SDL.ascc)).toMatchInlineSnapshot(`
    "type EconomicSector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
    }
    type MergedSectorConnection @key(fields: "request") {
      request: ID! @inaccessible
      asccPage: Page @inaccessible
      asccTotal: Int @inaccessible
    }
    type PoliticalSecuritySector implements Sector @key(fields: "id", resolvable: false) {
      id: ID!
    }
    interface Sector {
      id: ID!
    }
    type SmartCity @key(fields: "id") {
      id: ID!
      praise: [String!]
    }
    type SocioCulturalSector implements Sector @key(fields: "id") {
      id: ID!
      name: String!
      seat: SmartCity
    }
    scalar Page @inaccessible"
  `);
});

test('what clients never see is described too', () => {
  const hidden: string[] = [];
  const undescribed: string[] = [];
  for (const sdl of Object.values(SDL)) {
    visit(parse(sdl), {
      FieldDefinition({ name, description, directives = [] }) {
        if (!directives.some((directive) => directive.name.value === 'inaccessible')) return;
        hidden.push(name.value);
        if (!description) undescribed.push(name.value);
      },
    });
  }
  expect([...new Set(hidden)].sort()).toEqual(HIDDEN);
  expect(undescribed).toEqual([]);
});

describe('a graph that contradicts itself is refused by name:', () => {
  test.each([
    [
      'a type without an owner',
      'type SmartCity @by(subgraph: AEC) @key(fields: "id")',
      'type SmartCity',
      'type SmartCity has neither @value nor @by',
    ],
    ['a type without a description', '"A place on earth."\n', '', 'type Place has no description'],
    ['an unknown type', 'place: Place!', 'place: Spot!', 'schema/graph names the type Spot, which it does not define'],
    ['an unknown subgraph', '@by(subgraph: ASCC)', '@by(subgraph: SECRETARIAT)', 'No subgraph is called SECRETARIAT'],
    [
      'an extension of nothing',
      'extend type EconomicSector',
      'extend type EconomicBody',
      'extend type EconomicBody: there is no such type',
    ],
    [
      'an interface that no steward keeps',
      'interface Sector @each',
      'interface Branch @each',
      'interface Branch is @each, but schema/kinds.ts does not know it',
    ],
  ])('%s', (_name, part, instead, message) => {
    const graph = SMALL_GRAPH.replaceAll(part, instead);
    expect(graph).not.toBe(SMALL_GRAPH);
    expect(() => derive(graph)).toThrow(message);
  });

  test('a type that is defined twice', () => {
    expect(() => readSource(parse(`${SMALL_GRAPH} type Place @value { a: Int }`))).toThrow(
      'schema/graph defines Place twice',
    );
  });

  test('a graph without a root', () => {
    expect(() => readSource(parse('type Place @value { a: Int }'))).toThrow('schema/graph has no type Query');
  });

  test('what the derivation does not know', () => {
    expect(() => readSource(parse(`${SMALL_GRAPH} union U = Place`))).toThrow(
      'schema/graph holds a UnionTypeDefinition',
    );
  });
});
