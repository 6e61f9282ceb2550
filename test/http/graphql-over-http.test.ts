/** The address of the graph: what it reads, what it refuses, and in which words. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSmallFederation, type SmallFederation } from './small-federation.ts';

let graph: SmallFederation;
beforeAll(async () => {
  graph = await startSmallFederation();
});
afterAll(() => graph[Symbol.asyncDispose]());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  graph.fetch('/graphql', { method: 'POST', headers, body });
const codes = ({ json }: { json: { errors?: { extensions: Record<string, unknown> }[] } }) =>
  json.errors?.map(({ extensions }) => extensions['code']);

describe('POST', () => {
  test('answers an operation over two pillars', async () => {
    const reply = await graph.ask('{ issues { id body { name mandates } } }');
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      data: {
        issues: [
          { id: 'issue-of-aec:aem', body: { name: 'Economic Ministers', mandates: ['trade'] } },
          { id: 'issue-of-aec:adgmin', body: { name: 'Digital Ministers', mandates: ['trade'] } },
        ],
      },
    });
  });

  test.each([
    ['a body that is not JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['a JSON text that is no object', '"{ bodies { id } }"', 400, 'BAD_REQUEST'],
    ['an object without a query', '{"quory":"{ bodies { id } }"}', 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query":{"a":1}}', 400, 'BAD_REQUEST'],
    ['variables as text', '{"query":"{ __typename }","variables":"{}"}', 400, 'BAD_REQUEST'],
    ['a batch of operations', '[{"query":"{ __typename }"}]', 400, 'BAD_REQUEST'],
    ['a syntax error', '{"query":"{ bodies { "}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ bodies { nam } }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an operation name that the document lacks',
      '{"query":"query A { __typename }","operationName":"B"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations and no name',
      '{"query":"query A { __typename } query B { __typename }"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of the wrong type',
      '{"query":"query ($n: Int) { page(first: $n) }","variables":{"n":"many"}}',
      400,
      'BAD_USER_INPUT',
    ],
  ])('refuses %s', async (_case, body, status, code) => {
    const reply = await post(body);
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status, codes: [code] });
    expect(reply.json).not.toHaveProperty('data');
  });

  test('suggests a name for an unknown field', async () => {
    const { json } = await graph.ask('{ bodies { nam } }');
    expect(json.errors?.[0]?.message).toBe('Cannot query field "nam" on type "Body". Did you mean "name"?');
  });

  test('refuses a body of more than 1 MB', async () => {
    const reply = await post(JSON.stringify({ query: `{ bodies { id } } #${'x'.repeat(1_048_576)}` }));
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 413, codes: ['BODY_TOO_LARGE'] });
  });

  test('refuses a content type that it does not read', async () => {
    const reply = await post('query={bodies{id}}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] });
  });

  test('answers introspection', async () => {
    const { json } = await graph.ask('{ __schema { queryType { name } } __type(name: "Body") { fields { name } } }');
    expect(json.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'mandates' }] },
    });
  });
});

describe('cross-site requests', () => {
  test('a form of another site cannot post a query as plain text', async () => {
    const reply = await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
    expect(reply.json.errors?.[0]?.message).toContain('Cross-Site Request Forgery');
  });

  test('a link of another site cannot run a query', async () => {
    const reply = await graph.fetch('/graphql?query={__typename}');
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });

  test('no other site may read an answer', async () => {
    const reply = await graph.fetch('/graphql?query={__typename}', {
      headers: { origin: 'https://elsewhere.example', 'apollo-require-preflight': '1' },
    });
    expect(reply.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('GET', () => {
  const get = (parameters: Record<string, string>) =>
    graph.fetch(`/graphql?${new URLSearchParams(parameters)}`, { headers: { 'apollo-require-preflight': '1' } });

  test('answers a query with variables', async () => {
    const reply = await get({ query: 'query ($n: Int) { page(first: $n) }', variables: '{"n":3}' });
    expect({ status: reply.status, json: reply.json }).toEqual({ status: 200, json: { data: { page: 3 } } });
  });

  test('refuses variables that are not JSON', async () => {
    const reply = await get({ query: '{ __typename }', variables: '{' });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });
});

describe('what is at no address', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no method of the graph', async (method) => {
    const reply = await graph.fetch('/graphql', { method });
    expect({ status: reply.status, allow: reply.headers.get('allow'), codes: codes(reply) }).toEqual({
      status: 405,
      allow: 'GET, POST',
      codes: ['METHOD_NOT_ALLOWED'],
    });
  });

  test.each(['/nothing', '/graphql/more', '/explorer/package.json', '/%2e%2e/package.json'])(
    '%s is answered by 404 as JSON',
    async (path) => {
      const reply = await graph.fetch(path);
      expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 404, codes: ['NOT_FOUND'] });
    },
  );

  test('an address that is no address is refused as JSON', async () => {
    const reply = await graph.fetch('/%zz');
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });
});
