/** The queries with which the explorer looks up what a search found. */

import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { RecordKind } from '../../schema/generated/vocabularies.ts';

const { lookUp } = (await import(new URL('../../gateway/pages/explorer/look-ups.js', import.meta.url).href)) as {
  lookUp(hit: { kind: string; id: string; title: string }): { query: string; variables: string };
};
const API = buildSchema(readFileSync(new URL('../../schema/generated/api.graphql', import.meta.url), 'utf8'));

test.each([...RecordKind])('the query of %s is one of the graph, with the id as its variable', (kind) => {
  const { query, variables } = lookUp({ kind, id: '11', title: 'A title' });
  expect(validate(API, parse(query))).toEqual([]);
  expect(Object.values(JSON.parse(variables) as object)).toEqual([kind === 'SDG' ? 11 : '11']);
});
