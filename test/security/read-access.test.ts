/** Who may read: open to everybody, or to holders of a token alone; and a bad token is never taken for none. */

import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { greeting } from '../../gateway/greeting.ts';
import { addAccess } from '../../gateway/http/access.ts';
import { createApp } from '../../subgraphs/kit/server/app.ts';
import { startSmallFederation } from '../http/small-federation.ts';
import { bearer, TEST_TOKENS } from '../support/tokens.ts';

const QUERY = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"{ page(first: 1) }"}',
};

async function federation(readAccess: 'open' | 'authenticated') {
  const started = await startSmallFederation({ tokens: TEST_TOKENS, readAccess });
  onTestFinished(() => started[Symbol.asyncDispose]());
  return started;
}

const withToken = (authorization: string) => ({ ...QUERY, headers: { ...QUERY.headers, authorization } });

describe('open', () => {
  test('answers without a token and with one, and refuses a bad one', async () => {
    const graph = await federation('open');
    expect((await graph.fetch('/graphql', QUERY)).json).toEqual({ data: { page: 1 } });
    expect((await graph.fetch('/graphql', withToken(await bearer()))).json).toEqual({ data: { page: 1 } });
    const { status, headers, json } = await graph.fetch('/graphql', withToken('Bearer x.y.z'));
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(json).toEqual({
      errors: [
        {
          message: 'The token is refused: it is no signed JSON Web Token',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });
});

describe('authenticated', () => {
  test('shows at the start where the token goes in the first query', () => {
    expect(greeting('http://127.0.0.1:4000', { readAccess: 'authenticated' })).toContain(
      "-H 'authorization: Bearer TOKEN' -d",
    );
  });

  const INTROSPECTION = { ...QUERY, body: '{"query":"{ __schema { queryType { name } } }"}' };

  test('closes the graph, introspection included, to whoever has no token', async () => {
    const graph = await federation('authenticated');
    for (const init of [QUERY, INTROSPECTION, { ...QUERY, body: 'not JSON' }]) {
      const { status, headers, json } = await graph.fetch('/graphql', init);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(json.errors?.[0]).toMatchObject({
        message: 'Reading needs a bearer token here: the request has none',
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const get = await graph.fetch('/graphql?query={__typename}', { headers: { 'apollo-require-preflight': 'true' } });
    expect(get.status).toBe(401);
    expect((await graph.fetch('/graphql', withToken(await bearer()))).json).toEqual({ data: { page: 1 } });
  });

  test('closes it under every spelling of its address', async () => {
    const graph = await federation('authenticated');
    for (const path of ['/graphql/', '/graphql?x', '/%67raphql', '/graphql;x', '//graphql', '/GRAPHQL', '/./graphql'])
      expect((await graph.fetch(path, QUERY)).json).not.toHaveProperty('data');
  });

  test('leaves pages and health open', async () => {
    const graph = await federation('authenticated');
    for (const path of ['/', '/explorer/explorer.css', '/health', '/ready'])
      expect((await graph.fetch(path)).status).toBe(200);
  });
});

test('all routes that give data are closed, with what is below them, and a browser may ask beforehand', async () => {
  const app = createApp({ logger: pino({ level: 'silent' }), bodyLimitBytes: 100, directions: 'nowhere' });
  onTestFinished(() => app.close());
  addAccess(app, { tokens: TEST_TOKENS, readAccess: 'authenticated' });
  const data = ['/graphql', '/q', '/q/:name', '/q/:name.metadata.json', '/schema.graphql', '/metrics'];
  const open = ['/dashboard', '/desk', '/record/:kind/:id', '/queries', '/'];
  for (const url of [...data, ...open]) app.get(url, async ({ viewer }) => viewer?.subject ?? 'nobody');
  app.options('/q/:name', async () => 'you may ask');
  const authorization = await bearer();
  const at = async (url: string, headers = {}) => {
    const { statusCode, body } = await app.inject({ url, headers });
    return statusCode === 200 ? body : statusCode;
  };
  for (const url of data) expect([url, await at(url), await at(url, { authorization })]).toEqual([url, 401, 'tester']);
  for (const url of open) expect([url, await at(url)]).toEqual([url, 'nobody']);
  expect((await app.inject({ method: 'OPTIONS', url: '/q/leads' })).body).toBe('you may ask');
});
