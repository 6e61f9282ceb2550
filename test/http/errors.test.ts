/** What of a failure reaches the client: a clear sentence and a code of the table, and nothing of the inside. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ERRORS } from '../../schema/errors.ts';
import { startSmallFederation, type SmallFederation } from './small-federation.ts';

let graph: SmallFederation;
beforeEach(async () => {
  graph = await startSmallFederation();
});
afterEach(() => graph[Symbol.asyncDispose]());

describe('a pillar that does not answer', () => {
  test('costs its own fields and is named once for each of them', async () => {
    graph.down.add('aec');
    const { status, json } = await graph.ask(
      '{ bodies { name } again: bodies { id } issues { id body { name mandates } } }',
    );
    expect(status).toBe(200);
    expect(json).toMatchInlineSnapshot(`
      {
        "data": {
          "again": null,
          "bodies": null,
          "issues": [
            {
              "body": null,
              "id": "issue-of-aec:aem",
            },
            {
              "body": null,
              "id": "issue-of-aec:adgmin",
            },
          ],
        },
        "errors": [
          {
            "extensions": {
              "code": "PILLAR_UNAVAILABLE",
              "pillar": "AEC",
            },
            "message": "The Economic Community did not answer",
            "path": [
              "bodies",
            ],
          },
          {
            "extensions": {
              "code": "PILLAR_UNAVAILABLE",
              "pillar": "AEC",
            },
            "message": "The Economic Community did not answer",
            "path": [
              "again",
            ],
          },
          {
            "extensions": {
              "code": "PILLAR_UNAVAILABLE",
              "pillar": "AEC",
            },
            "message": "The Economic Community did not answer",
            "path": [
              "issues",
              0,
              "body",
            ],
          },
          {
            "extensions": {
              "code": "PILLAR_UNAVAILABLE",
              "pillar": "AEC",
            },
            "message": "The Economic Community did not answer",
            "path": [
              "issues",
              1,
              "body",
            ],
          },
        ],
      }
    `);
  });

  test('tells the client nothing of why, and the log all', async () => {
    graph.down.add('aec');
    const { text, headers } = await graph.ask('{ bodies { name } }');
    expect(text).not.toMatch(/10\.0\.0\.7|ECONNREFUSED|serviceName|stack/);
    const failure = graph.log.find(({ msg }) => msg === 'a subgraph did not answer');
    expect(failure).toMatchObject({
      requestId: headers.get('x-request-id'),
      err: { message: expect.stringContaining('ECONNREFUSED') },
    });
  });
});

describe('a resolver that fails unexpectedly', () => {
  test.each(['secret', 'odd'])('is masked: %s', async (field) => {
    const reply = await graph.ask(`{ ${field} bodies { id } }`);
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      data: { [field]: null, bodies: [{ id: 'aec:aem' }, { id: 'aec:adgmin' }] },
      errors: [
        {
          message: 'Something went wrong',
          path: [field],
          extensions: {
            code: 'INTERNAL_SERVER_ERROR',
            pillar: field === 'odd' ? 'ASCC' : 'AEC',
            requestId: reply.headers.get('x-request-id'),
          },
        },
      ],
    });
  });

  test('is logged whole under the id of the request', async () => {
    const { headers } = await graph.ask('{ secret }');
    const failure = graph.log.find(({ msg }) => msg === 'a resolver failed');
    expect(failure).toMatchObject({
      requestId: headers.get('x-request-id'),
      err: {
        message: 'cannot open /var/lib/aec.db at 10.0.0.7',
        stack: expect.stringContaining('small-federation.ts'),
      },
    });
  });
});

test('an expected failure keeps its message, its code and its path', async () => {
  const { status, json } = await graph.ask('{ page(first: 201) bodies { id } }');
  expect(status).toBe(200);
  expect(json.errors).toEqual([
    {
      message: 'first is 201: allowed is 0 to 200',
      path: ['page'],
      extensions: { code: 'INVALID_PAGE_SIZE', pillar: 'AEC' },
    },
  ]);
});

describe('dates', () => {
  test.each(['2018-02-30', '2018-13-01', '2018-05', '2018', '25/05/2018', '2018-05-25T00:00:00Z', ''])(
    '%j is refused, as a literal and as a variable',
    async (date) => {
      const literal = await graph.ask(`{ issues(asOf: ${JSON.stringify(date)}) { id } }`);
      const variable = await graph.ask('query ($date: Date) { issues(asOf: $date) { id } }', { date });
      const sentence = `Date cannot be ${JSON.stringify(date)}: allowed is a day of the calendar such as "2018-05-25"`;
      for (const { status, json } of [literal, variable]) {
        expect(status).toBe(400);
        expect(json.errors).toHaveLength(1);
        expect(json.errors?.[0]).toMatchObject({
          message: expect.stringContaining(sentence),
          extensions: { code: 'INVALID_DATE' },
        });
      }
    },
  );

  test('a day of the calendar is taken as it is', async () => {
    const { json } = await graph.ask('query ($date: Date) { issues(asOf: $date) { asOf } }', { date: '2024-02-29' });
    expect(json).toEqual({ data: { issues: [{ asOf: '2024-02-29' }, { asOf: '2024-02-29' }] } });
  });
});

test('no answer shows a stack, a path of the machine or a code that the table lacks', async () => {
  graph.down.add('ascc');
  const documents = [
    '{',
    '{ nothing }',
    '{ secret }',
    '{ odd }',
    '{ issues { id } }',
    '{ page(first: 900) }',
    'query A { a: __typename } query B { __typename }',
  ];
  for (const document of documents) {
    const { text, json } = await graph.ask(document);
    expect(text).not.toMatch(/node_modules|\.ts:|at Object|stacktrace|serviceName/);
    expect(Object.keys(ERRORS)).toEqual(
      expect.arrayContaining(json.errors?.map(({ extensions }) => extensions['code']) ?? []),
    );
  }
});
