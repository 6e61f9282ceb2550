/** From the SDL of the subgraphs to the supergraph, the API and plans. */

import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { compose, createPlanner } from '../../schema/compose.ts';
import { lintSchema } from '../../schema/lint.ts';
import { derive, SMALL_GRAPH } from './small-graph.ts';

const SDL = derive(SMALL_GRAPH);
const COMPOSED = compose(SDL);

test('what is derived composes, and nothing is remarked that nobody expects', () => {
  expect(COMPOSED.hints).toEqual([]);
});

test('the API shows nothing of how lists are merged', () => {
  const api = buildSchema(COMPOSED.apiSdl);
  expect(Object.keys(api.getTypeMap())).not.toContain('Page');
  expect(COMPOSED.apiSdl).not.toMatch(/aecPage|aecTotal|request:/);
  expect(lintSchema(api)).toEqual([]);
});

test('subgraphs that do not fit together are refused, one line an error', () => {
  const ascc = SDL.ascc.replace('praise: [String!]', 'praise: [String!]\n  "Twice."\n  name: String!');
  expect(() => compose({ ...SDL, ascc })).toThrow(/^The subgraphs do not compose:\n- .*SmartCity\.name/);
});

test('a look-up asks the directory, then the owners side by side', () => {
  const plan = createPlanner(COMPOSED.supergraphSdl)('{ sector(id: "aec:x") { name } }');
  expect(fetches(plan)).toMatchInlineSnapshot(`"sequence[directory, parallel[aec, apsc, ascc]]"`);
});

test('a merged list asks for the pages of all pillars side by side, merges, then asks for the rows', () => {
  const plan = createPlanner(COMPOSED.supergraphSdl)('{ sectors(first: 5) { nodes { name } } }');
  expect(fetches(plan)).toMatchInlineSnapshot(
    `"sequence[directory, parallel[aec, apsc, ascc], directory, parallel[aec, apsc, ascc]]"`,
  );
});

/** Who is asked in which order: `sequence[a, parallel[b, c]]`. */
function fetches({ node }: ReturnType<ReturnType<typeof createPlanner>>): string {
  const shape = (part: unknown): string => {
    const { kind, nodes, serviceName, node: inner } = part as Record<string, unknown>;
    if (kind === 'Fetch') return String(serviceName);
    if (kind === 'Parallel') return `parallel[${(nodes as unknown[]).map(shape).sort().join(', ')}]`;
    if (kind === 'Sequence') return `sequence[${(nodes as unknown[]).map(shape).join(', ')}]`;
    return shape(inner);
  };
  return shape(node);
}
