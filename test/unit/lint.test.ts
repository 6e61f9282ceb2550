/** What the lint of schemas finds. */

import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { lintSchema } from '../../schema/lint.ts';

test('nothing in a schema that is in order', () => {
  const sdl = `
    "Root."
    type Query {
      "Things."
      things("How many." first: Int, "Behind." after: String, "How many." last: Int, "Ahead." before: String): ThingConnection
    }
    "A page."
    type ThingConnection { "How many." totalCount: Int! }`;
  expect(lintSchema(buildSchema(sdl))).toEqual([]);
});

test('whatever is not described, not named in the style of the graph, or not paged', () => {
  const sdl = `
    directive @odd(x: Int) on FIELD_DEFINITION
    type Query {
      Things(n: Int): thingConnection
      "Old." old: Status @deprecated(reason: "do not ask")
      "Old." older: Status @deprecated(reason: "Ask \`Query.things\`.")
      "Old." going: Status @deprecated(reason: "Ask \`Query.things\`. Removed in 1.2.0.")
    }
    "A page."
    type thingConnection { total_count: Int! }
    enum Status { "Good." Good BAD }
    input Filter { "Text." text: String, code: String }
    scalar Year`;
  expect(lintSchema(buildSchema(sdl))).toMatchInlineSnapshot(`
    [
      "Query has no description",
      "Query.Things is not named as ^[a-z][A-Za-z0-9]*$ wants",
      "Query.Things has no description",
      "Query.Things(n:) has no description",
      "Query.Things returns a connection but lacks first, after, last, before",
      "Query.old is deprecated without naming its replacement in backticks",
      "Query.old is deprecated without "removed in 1.2.0" or "removed on 2027-03-01"",
      "Query.older is deprecated without "removed in 1.2.0" or "removed on 2027-03-01"",
      "thingConnection is not named as ^[A-Z][A-Za-z0-9]*$ wants",
      "thingConnection.total_count is not named as ^[a-z][A-Za-z0-9]*$ wants",
      "thingConnection.total_count has no description",
      "Status has no description",
      "Status.Good is not named as ^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$ wants",
      "Status.BAD has no description",
      "Filter has no description",
      "Filter.code has no description",
      "Year has no description",
      "@odd has no description",
      "@odd(x:) has no description",
    ]
  `);
});
