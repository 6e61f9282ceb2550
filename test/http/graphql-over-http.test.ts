/** The address of the graph: what it reads, what it refuses, and in which words. It is long because each kind of request has its refusals. */

import { connect } from 'node:net';
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
    ['null', 'null', 400, 'BAD_REQUEST'],
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

  test('refuses a body of more than 256 kB', async () => {
    const body = JSON.stringify({ query: `{ bodies { id } } #${'x'.repeat(262_144)}` });
    const reply = await post(body);
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 413, codes: ['BODY_TOO_LARGE'] });
    expect(reply.json.errors?.[0]).toEqual({
      message: `The body has ${body.length} bytes: allowed are 262144.`,
      extensions: { code: 'BODY_TOO_LARGE', measured: body.length, allowed: 262_144 },
    });
  });

  test('refuses a content type that it does not read', async () => {
    const reply = await post('query={bodies{id}}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] });
  });

  test.each(['utf-16', 'iso-8859-1', '"Latin1"'])('refuses a body in %s, and does not guess', async (charset) => {
    const reply = await post('{"query":"{ __typename }"}', { 'content-type': `application/json; charset=${charset}` });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] });
  });

  test('reads a charset in any spelling', async () => {
    for (const charset of ['utf-8', 'UTF8', '"utf-8"', 'us-ascii']) {
      const { json } = await post('{"query":"{ __typename }"}', {
        'content-type': `application/json; charset=${charset}`,
      });
      expect(json.data).toEqual({ __typename: 'Query' });
    }
  });

  test('refuses bytes that are not UTF-8, so that no other text is written than was sent', async () => {
    const reply = await graph.fetch('/graphql', {
      method: 'POST',
      body: Buffer.from('{"query":"{ __typename } # caf\u00e9"}', 'latin1'),
      headers: { 'content-type': 'application/json' },
    });
    expect({ status: reply.status, text: reply.text }).toEqual({
      status: 400,
      text: expect.stringContaining('The body is not in UTF-8'),
    });
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
  const CHROME =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
  const get = (headers: Record<string, string>) => graph.fetch('/graphql?query={__typename}', { headers });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
  ])('what a form can post without asking leave is not read: %s', async (type) => {
    const reply = await post('{"query":"{ __typename }"}', { 'content-type': type });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] });
  });

  test('a body without a content type is not read', async () => {
    const reply = await graph.fetch('/graphql', { method: 'POST', body: new Blob(['{"query":"{ __typename }"}']) });
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] });
  });

  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', 'user-agent': CHROME }],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site', 'user-agent': CHROME }],
    ['an image in a page at an address without TLS', { 'user-agent': CHROME }],
    ['a script of another site', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('%s cannot have a browser run a query', async (_case, headers) => {
    const reply = await get(headers);
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 403, codes: ['CROSS_SITE_REQUEST'] });
  });

  test.each([
    ['a program', {}],
    [
      'a spreadsheet',
      { 'user-agent': 'Mozilla/5.0 (compatible; GoogleDocs; apps-spreadsheets; +http://docs.google.com)' },
    ],
    ['an address that a person typed', { 'sec-fetch-site': 'none', 'user-agent': CHROME }],
    ['our own page', { 'sec-fetch-site': 'same-origin', 'user-agent': CHROME }],
    [
      'a script that a browser asked leave for',
      { 'apollo-require-preflight': '1', 'user-agent': CHROME, origin: 'https://elsewhere.example' },
    ],
  ])('%s is answered', async (_case, headers) => {
    expect((await get(headers)).json).toEqual({ data: { __typename: 'Query' } });
  });

  test('our own page is answered also where the browser says only its origin', async () => {
    expect((await get({ origin: graph.url, 'user-agent': CHROME })).status).toBe(200);
  });

  test('no other site may read an answer', async () => {
    const reply = await get({ origin: 'https://elsewhere.example', 'apollo-require-preflight': '1' });
    expect(reply.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('accept', () => {
  const of = (accept: string, query = '{ __typename }') => post(JSON.stringify({ query }), { ...JSON_TYPE, accept });

  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/json;q=0.9, application/graphql-response+json;q=0.1', 'application/json; charset=utf-8'],
    ['text/html, */*;q=0.8', 'application/json; charset=utf-8'],
  ])('%s is answered as %s', async (accept, type) => {
    expect((await of(accept)).headers.get('content-type')).toBe(type);
  });

  test('what cannot be answered is refused before anything runs', async () => {
    const reply = await of('application/xml', '{ secret }');
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 406, codes: ['NOT_ACCEPTABLE'] });
    expect(reply.json.errors?.[0]?.message).toContain('accept is "application/xml": allowed are application/json');
    expect(graph.log.some(({ msg }) => msg === 'a resolver failed')).toBe(false);
  });

  test('who names application/json is told of a refused operation with 200, as the specification has it', async () => {
    const [plain, graphql, any] = await Promise.all(
      ['application/json', 'application/graphql-response+json', '*/*'].map((accept) => of(accept, '{ nothing }')),
    );
    expect([plain?.status, graphql?.status, any?.status]).toEqual([200, 400, 400]);
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

describe('what is no request', () => {
  test('an empty POST is told that it is empty', async () => {
    const reply = await graph.fetch('/graphql', { method: 'POST' });
    expect({ status: reply.status, message: reply.json.errors?.[0]?.message }).toEqual({
      status: 400,
      message: 'The body is empty: send a JSON object with a "query"',
    });
  });

  test('what is no HTTP is answered in the shape of every error', async () => {
    const { port } = new URL(graph.url);
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    socket.write('nonsense\r\n\r\n');
    const text = (await socket.toArray()).join('');
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nx-request-id: [\w-]+\r\n/);
    expect(JSON.parse(text.split('\r\n\r\n')[1] as string)).toEqual({
      errors: [{ message: 'The request is no HTTP', extensions: { code: 'BAD_REQUEST' } }],
    });
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
    expect(graph.log.map(({ requestId }) => requestId)).toContain(reply.headers.get('x-request-id'));
    expect({ status: reply.status, codes: codes(reply) }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });
});
