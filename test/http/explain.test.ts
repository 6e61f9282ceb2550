/** A dry run says what an operation would ask of whom, and asks nobody. */

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { TEST_TOKENS } from '../support/tokens.ts';
import { startSmallFederation, type SmallFederation } from './small-federation.ts';

const DRY = { explain: true };

let graph: SmallFederation;
beforeAll(async () => {
  graph = await startSmallFederation({ explain: true });
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Whether any subgraph was asked for anything so far. */
const hasAsked = async () => (await graph.fetch('/metrics')).text.includes('graph_calls_total{');
const codeOf = async (query: string, variables?: Record<string, unknown>) =>
  (await graph.ask(query, variables, DRY)).json.errors?.map(({ extensions }) => extensions['code']);

describe('a dry run', () => {
  test('gives the plan, its steps and its weight, and no data', async () => {
    const query = 'query ($all: Boolean!) { bodies { name mandates @include(if: $all) } }';
    const { status, headers, json } = await graph.ask(query, { all: true }, DRY);
    expect([status, headers.get('cache-control'), Object.keys(json)]).toEqual([200, 'no-store', ['extensions']]);
    const { plan, ...rest } = json.extensions?.['explain'] ?? {};
    expect(plan).toMatchInlineSnapshot(`
      "Sequence {
        Fetch aec {
          {
            bodies {
              __typename
              id
              name
            }
          }
        }
        If $all {
          Fetch ascc into bodies.@ {
            query ($representations: [_Any!]!) {
              _entities(representations: $representations) {
                ... on Body {
                  mandates
                }
              }
            }
          }
        }
      }"
    `);
    expect(rest).toMatchInlineSnapshot(`
      {
        "briefs": [],
        "cache": "bypass",
        "cacheable": true,
        "calls": 2,
        "cost": 5,
        "lists": 1,
        "pillars": [
          "AEC",
          "ASCC",
        ],
        "steps": [
          {
            "after": [],
            "asks": "root",
            "isConditional": false,
            "pillar": "AEC",
            "subgraph": "aec",
          },
          {
            "after": [
              0,
            ],
            "asks": "entities",
            "isConditional": true,
            "pillar": "ASCC",
            "subgraph": "ascc",
          },
        ],
        "weight": 2,
      }
    `);
    expect(await hasAsked()).toBe(false);
  });

  test('is asked for by GET in the parameter of the extensions, and is no table', async () => {
    const parameters = new URLSearchParams({ query: '{ bodies { id } }', extensions: JSON.stringify(DRY) });
    const { json } = await graph.fetch(`/graphql?${parameters}&format=csv`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(json).toMatchObject({ extensions: { explain: { pillars: ['AEC'], calls: 1 } } });
    expect(await hasAsked()).toBe(false);
  });

  test('of a mutation changes nothing', async () => {
    const { json } = await graph.ask('mutation { rename(id: "aec:aem") { name mandates } }', {}, DRY);
    expect(json).toMatchObject({ extensions: { explain: { calls: 2, cacheable: false } } });
    expect(await hasAsked()).toBe(false);
  });

  test('of what needs no pillar comes to no call', async () => {
    const { json } = await graph.ask('{ __schema { queryType { name } } }', {}, DRY);
    expect(json).toMatchObject({ extensions: { explain: { plan: 'Nothing is fetched.', calls: 0 } } });
  });

  test('is refused for what the operation itself would be', async () => {
    expect(await codeOf('{ nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codeOf('query ($first: Int!) { page(first: $first) }')).toEqual(['BAD_USER_INPUT']);
    const many = Array.from({ length: 1_500 }, (_, index) => `a${index}: secret`).join(' ');
    expect(await codeOf(`{ ${many} }`)).toEqual(['TOO_MANY_ROOT_FIELDS']);
    expect(await hasAsked()).toBe(false);
  });

  test('is counted as one', async () => {
    await graph.ask('{ bodies { id } }', {}, DRY);
    expect((await graph.fetch('/metrics')).text).toContain('{operation="free-form",outcome="explained"}');
  });
});

test.each(['explain', 'cost'])('whoever asks for "%s" in another way is told how', async (name) => {
  const { status, json } = await graph.ask('{ bodies { id } }', {}, { [name]: 'yes' });
  expect([status, json.errors]).toMatchObject([
    400,
    [{ message: `"extensions.${name}" is of the kind string: allowed is true or false` }],
  ]);
});

test('where dry runs are off, one is refused and nothing is run; without it the same is', async () => {
  const off = await startSmallFederation();
  onTestFinished(() => off[Symbol.asyncDispose]());
  const { status, json } = await off.ask('{ bodies { id } }', {}, DRY);
  expect([status, json]).toMatchObject([403, { errors: [{ extensions: { code: 'EXPLAIN_DISABLED' } }] }]);
  expect((await off.ask('{ bodies { id } }', {}, { explain: false })).json).toHaveProperty('data');
});

test('where reading is closed, so are dry runs', async () => {
  const closed = await startSmallFederation({ readAccess: 'authenticated', tokens: TEST_TOKENS, explain: true });
  onTestFinished(() => closed[Symbol.asyncDispose]());
  expect((await closed.ask('{ bodies { id } }', {}, DRY)).status).toBe(401);
});
