/** `@authenticated` and `@requiresScopes` in the graph as it is written: where they stand in the subgraphs, in the supergraph, and where they do not. */

import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { compose } from '../../schema/compose.ts';
import { UnenforcedFeatureError, withoutSecurity } from '../../schema/security.ts';
import { derive, SMALL_GRAPH } from '../unit/small-graph.ts';

const GRAPH = SMALL_GRAPH.replace(
  'turnover: Float',
  'turnover: Float @requiresScopes(scopes: [["sectors:read"], ["all:read", "all:figures"]])',
)
  .replace('praise: [String!] @by(subgraph: ASCC)', 'praise: [String!] @by(subgraph: ASCC) @authenticated')
  .replace('seat: SmartCity', 'seat: SmartCity @authenticated')
  .replace('type Place @value', 'type Place @value @requiresScopes(scopes: [["places:read"]])');
const SDL = derive(GRAPH);
const { supergraphSdl, openSupergraphSdl, hints, apiSdl } = compose(SDL);

const linesWith = (sdl: string, word: string) =>
  sdl
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes(word) && !/^(directive|@link|import|scalar)/.test(line));

test('a subgraph that answers a protected field has the directive, and imports it', () => {
  expect(linesWith(SDL.aec, '@requiresScopes')).toEqual([
    'turnover: Float @requiresScopes(scopes: [["sectors:read"], ["all:read", "all:figures"]])',
    'type Place @shareable @requiresScopes(scopes: [["places:read"]]) {',
  ]);
  expect(linesWith(SDL.ascc, '@authenticated')).toEqual([
    'praise: [String!] @authenticated',
    'seat: SmartCity @authenticated',
  ]);
  expect(SDL.ascc).toContain('"@inaccessible", "@authenticated"]');
  expect(SDL.ascc).not.toContain('requiresScopes');
});

test('where a field is only named, and on interfaces, the directive does not stand', () => {
  expect(SDL.directory).not.toMatch(/authenticated|requiresScopes/);
});

test('the subgraphs compose, and the supergraph protects also the field of the interface', () => {
  expect(hints).toEqual([]);
  expect(supergraphSdl).toMatch(/interface Sector[^}]*seat: SmartCity [^\n]*@authenticated/);
  expect(supergraphSdl).toMatch(/type Place\n[^{]*@requiresScopes\(scopes: \[\["places:read"\]\]\)/);
});

test('the open supergraph and the API say nothing of tokens, and are whole', () => {
  for (const sdl of [openSupergraphSdl, apiSdl]) expect(sdl).not.toMatch(/authenticated|requiresScopes/);
  const api = (sdl: string) => Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
  expect(Object.keys(api(openSupergraphSdl).getTypeMap()).sort()).toEqual(
    Object.keys(api(compose(derive(SMALL_GRAPH)).supergraphSdl).getTypeMap()).sort(),
  );
});

test('a mark on an interface without derived types is refused by name', () => {
  const plain = `${SMALL_GRAPH}\n"A thing."\ninterface Thing @authenticated {\n"Its id."\nid: ID! }`;
  expect(() => derive(plain)).toThrow('interface Thing says who may see it, but no types are derived from it');
});

const supergraph = (links: string, rest = '') =>
  `schema @link(url: "https://specs.apollo.dev/link/v1.0") ${links} { query: Query } type Query { a: Int } ${rest}`;

test.each([
  ['@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)', 'policy/v0.1'],
  ['@link(url: "https://specs.apollo.dev/policy/v0.1")', 'policy/v0.1'],
  ['@link(url: "https://specs.apollo.dev/authenticated/v0.2", for: SECURITY)', 'authenticated/v0.2'],
  ['@link(url: "https://example.org/vault/v1.0", for: SECURITY)', 'https://example.org/vault/v1.0'],
  ['@link(url: "https://example.org/vault", for: SECURITY)', 'https://example.org/vault'],
  ['@core(feature: "https://specs.apollo.dev/secret/v1.0", for: SECURITY)', 'secret/v1.0'],
])('a security feature that is not enforced is refused by name: %s', (link, name) => {
  const refuse = () => withoutSecurity(supergraph(link));
  expect(refuse).toThrow(UnenforcedFeatureError);
  expect(refuse).toThrow(name);
});

test('directives under other names are taken off too', () => {
  const sdl = supergraph(
    `@link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "signedIn", for: SECURITY)
     @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@allowed" }], for: SECURITY)`,
    `directive @signedIn on FIELD_DEFINITION
     directive @allowed(scopes: [[Right!]!]!) on FIELD_DEFINITION
     scalar Right
     type Other { a: Int @signedIn @deprecated b: Int @allowed(scopes: [["x"]]) }`,
  );
  const open = withoutSecurity(sdl);
  expect(open).not.toMatch(/signedIn|allowed|Right/);
  expect(open).toContain('@deprecated');
  expect(parse(open).definitions).toHaveLength(3);
});
