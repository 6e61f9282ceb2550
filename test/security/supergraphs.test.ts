/** Supergraphs as others compose them: what is protected without being marked, and what is not served at all. */

import { parse, type OperationDefinitionNode } from 'graphql';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { authorize } from '../../gateway/access/authorize.ts';
import { requirementsOf } from '../../gateway/access/requirements.ts';
import { createGatewayServer } from '../../gateway/server.ts';

const HEAD = `
  schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
    @link(url: "https://specs.apollo.dev/context/v0.1")
    @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
    @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "needs", for: SECURITY) { query: Query }`;

/** As compositions before federation 2.9.4 left it: no mark follows from another. */
const OLD = requirementsOf(`${HEAD}
  type Query { book: Book item: Item written: Written plain: Plain node: Node }
  interface Item { price: Int title: String }
  type Book implements Item {
    price: Int @needs(scopes: [["price:read"]])
    title: String
    fee: Int @join__field(graph: B, requires: "price")
    invoice: Int @join__field(graph: C, requires: "owner { ... on Owner { debt } } fee")
    owner: Holder
    shelf: Shelf
  }
  type Cup implements Item { price: Int title: String }
  interface Holder { id: ID }
  type Owner implements Holder { id: ID debt: Int @authenticated }
  type Shelf @context(name: "b__shelf") { code: String @needs(scopes: "shelf") box: Box }
  type Box { label(code: String): String @join__field(graph: B, contextArguments: [{ context: "b__shelf", name: "code", type: "String", selection: " { code }" }]) }
  interface Written @authenticated { text: String pages: Int @needs(scopes: [["pages"]]) }
  type Letter implements Written { text: String pages: Int }
  type Plain { letter: Letter single: Int @needs(scopes: ["a", "b"]) }
  interface Node { id: ID @needs(scopes: [["x"]]) }
  type Left implements Node { id: ID @needs(scopes: [["x"]]) }
  type Right implements Node { id: ID }`);

/** What comes of an operation that holders of these scopes ask; nobody where there are none. */
function outcome(operation: string, scopes?: readonly string[]): string {
  const document = parse(operation);
  const asked = { document, operation: document.definitions[0] as OperationDefinitionNode };
  const viewer = scopes && { subject: 'a', actor: 'a', scopes, pillars: null };
  return authorize(asked, OLD, viewer)?.code ?? 'allowed';
}

describe('in a supergraph that marks only what was written', () => {
  test.each([
    ['a field of an interface that one of its types protects', '{ item { price } }', ['price:read']],
    ['a field that requires a protected one', '{ book { fee } }', ['price:read']],
    ['a field that requires such a field, and one below a fragment', '{ book { invoice } }', ['price:read']],
    ['a field that is handed a protected one from its context', '{ book { shelf { box { label } } } }', ['shelf']],
    ['what an interface protects and its types do not', '{ plain { letter { text } } }', []],
    ['a field that an interface protects and its types do not', '{ plain { letter { pages } } }', ['pages']],
    ['a scope that is written without its lists', '{ plain { single } }', ['b']],
    ['a fragment on nothing that can be there', '{ item { ... on Owner { debt } } }', []],
  ])('%s is protected', (_what, operation, scopes) => {
    expect(outcome(operation)).toBe('UNAUTHENTICATED');
    if (scopes.length > 0) expect(outcome(operation, ['other'])).toBe('FORBIDDEN');
    expect(outcome(operation, scopes)).toBe('allowed');
  });

  test.each([
    '{ item { title ... on Cup { price } } }',
    '{ book { title owner { id } shelf { __typename } } }',
    '{ node { ... on Right { id } } }',
    '{ __type(name: "Letter") { fields { name } } }',
  ])('%s is open', (operation) => {
    expect(outcome(operation)).toBe('allowed');
  });
});

test('fragments that name each other many times are followed once', () => {
  const depth = 40;
  const fragments = Array.from(
    { length: depth },
    (_, index) =>
      `fragment F${index} on Book { owner { id } ${index + 1 < depth ? `...F${index + 1} `.repeat(8) : 'fee'} }`,
  );
  expect(outcome(`{ book { ...F0 } } ${fragments.join(' ')}`)).toBe('UNAUTHENTICATED');
});

test('a supergraph with a security feature that is not enforced is not served, and named', () => {
  const supergraphSdl = `${HEAD.replace('for: EXECUTION)', 'for: EXECUTION) @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)')} type Query { a: Int }`;
  const settings = { host: '127.0.0.1', port: 0 };
  expect(() =>
    createGatewayServer({ supergraphSdl, sources: {}, settings, logger: pino({ level: 'silent' }) }),
  ).toThrow(
    /^The supergraph is refused: its security feature https:\/\/specs\.apollo\.dev\/policy\/v0\.1 is not enforced here; enforced are .*authenticated\/v0\.1/,
  );
});
