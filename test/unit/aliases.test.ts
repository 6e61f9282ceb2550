/** Aliases that are the names of other fields are changed before planning, and the client's key is found again. */

import { parse, print, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { clientKey, fieldNamesOf, withOwnAliases } from '../../gateway/execution/aliases.ts';

const NAMES = fieldNamesOf(parse('type Query { body: Body } interface Body { id: ID! name: String as_id: Int }'));

const changed = (text: string) => print(withOwnAliases(parse(text), NAMES)).replaceAll(/\s+/g, ' ');

describe('an alias', () => {
  test.for([
    ['{ body { id: name } }', '{ body { as_id: name } }'],
    ['{ name: body { id } }', '{ as_name: body { id } }'],
    [
      '{ body { ...F } } fragment F on Body { id: __typename }',
      '{ body { ...F } } fragment F on Body { as_id: __typename }',
    ],
    ['{ body { as_id: name } }', '{ body { as_as_id: name } }'],
    ['{ body { as_x: name } }', '{ body { as_as_x: name } }'],
  ] as const)('that is the name of another field is changed: %s', ([text, expected]) => {
    expect(changed(text)).toBe(expected);
  });

  test.for(['{ body { a: name id } }', '{ body { id: id name } }', '{ b: body { as_id } }'])(
    'that is not stays as it is: %s',
    (text) => {
      const document = parse(text);
      expect(withOwnAliases(document, NAMES)).toBe(document);
    },
  );

  test.for([
    '{ id: __type(name: "Body") { name: kind } body { id } }',
    '{ __schema { types { ...T } } } fragment T on __Type { name: kind }',
  ])('stays as it is in what is asked of the schema itself: %s', (text) => {
    const document = parse(text);
    expect(withOwnAliases(document, NAMES)).toBe(document);
  });

  test('is found again whatever it was', () => {
    const text =
      '{ id: body { as_id: name, x: id, id: id, as_x: __typename, name, as_id } as_y: __type(name: "Body") { name } }';
    const keysIn = (document: ReturnType<typeof parse>, keyOf: typeof clientKey) => {
      const keys: string[] = [];
      visit(document, { Field: (node) => void keys.push(keyOf(node)) });
      return keys;
    };
    expect(keysIn(withOwnAliases(parse(text), NAMES), clientKey)).toEqual(
      keysIn(parse(text), ({ alias, name }) => (alias ?? name).value),
    );
  });
});
