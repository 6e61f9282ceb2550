/** Who asks, from the token at the gateway to the resolver in a subgraph, in process and over HTTP; and a subgraph that relies on nobody's word. */

import '../../gateway/no-telemetry.ts';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGatewayServer } from '../../gateway/server.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createRemoteSource } from '../../gateway/sources/remote.ts';
import { guarded } from '../../subgraphs/kit/guard.ts';
import { createSubgraphServer } from '../../subgraphs/kit/server/server.ts';
import { verify } from '../../subgraphs/kit/signing.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { identityOf, viewerOf, type Viewer } from '../../subgraphs/kit/viewer.ts';
import { ask, SECRET, signedCall } from '../support/services/services.ts';
import { bearer, TEST_TOKENS } from '../support/tokens.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes"])
  type Query {
    me: Person
    plain: String
    own: String @authenticated
    lead: String @requiresScopes(scopes: [["lead:propose"], ["lead:assign"]])
    safe: Safe
  }
  type Person { subject: String actor: String scopes: [String!] pillars: [String!] }
  type Safe @authenticated { content: String }`;

const SUBGRAPH: Subgraph = {
  name: 'ascc',
  schema: buildSubgraphSchema([
    {
      typeDefs: parse(SDL),
      resolvers: guarded(
        {
          Query: {
            me: (_parent: unknown, _args: unknown, { viewer }: { viewer?: Viewer }) => viewer,
            plain: () => 'for all',
            own: () => 'for some',
            lead: () => 'for few',
            safe: () => ({ content: 'for some' }),
          },
        },
        parse(SDL),
      ) as never,
    },
  ]),
  createContext: (call) => ({ ...call }),
};

const VIEWER: Viewer = { subject: 'Ana é 東', actor: 'AEC desk', scopes: ['lead:propose'], pillars: ['AEC'] };
const logger = pino({ level: 'silent' });
const settings = { host: '127.0.0.1', port: 0 };

async function startSubgraph(): Promise<string> {
  const server = createSubgraphServer({
    subgraph: SUBGRAPH,
    verify: (call) => verify({ ...call, secret: SECRET, now: Date.now() }),
    settings,
    logger,
    probes: [],
  });
  onTestFinished(() => server.stop());
  return `${(await server.listen()).url}/graphql`;
}

async function startGateway(kind: 'in process' | 'over HTTP'): Promise<string> {
  const { supergraphSdl = '' } = composeServices([{ name: 'ascc', url: 'ascc', typeDefs: parse(SDL) }]);
  const remote =
    kind === 'over HTTP'
      ? createRemoteSource({ name: 'ascc', url: await startSubgraph(), secret: SECRET, logger })
      : undefined;
  const server = createGatewayServer({
    supergraphSdl,
    sources: { ascc: remote ?? createInProcessSource({ subgraph: SUBGRAPH, logger }) },
    tokens: TEST_TOKENS,
    settings,
    logger,
  });
  onTestFinished(async () => {
    await server.stop();
    await remote?.close();
  });
  return (await server.listen()).url;
}

describe.each(['in process', 'over HTTP'] as const)('%s', (kind) => {
  const ME = '{ me { subject actor scopes pillars } }';

  test('a resolver sees who sent the token, whatever the letters of its name', async () => {
    const url = await startGateway(kind);
    const claims = { sub: VIEWER.subject, desk: VIEWER.actor, scope: 'lead:propose', pillars: ['AEC'] };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await bearer(claims) },
      body: JSON.stringify({ query: `{ me { subject actor scopes pillars } lead }` }),
    });
    expect(await response.json()).toEqual({ data: { me: VIEWER, lead: 'for few' } });
  });

  test('and nobody where there is none', async () => {
    expect(await ask(await startGateway(kind), ME)).toEqual({ data: { me: null } });
  });
});

describe('a subgraph', () => {
  const call = async (query: string, signed: Parameters<typeof signedCall>[1], change: Record<string, string> = {}) => {
    const init = signedCall(query, signed);
    const headers = { ...(init.headers as Record<string, string>), ...change };
    const response = await fetch(await startSubgraph(), { ...init, headers });
    return [response.status, await response.json()] as const;
  };
  const identity = identityOf(VIEWER);

  test('checks again what the directives of its fields demand', async () => {
    expect(await call('{ plain lead own safe { content } }', { identity })).toMatchObject([
      200,
      { data: { plain: 'for all', lead: 'for few', own: 'for some', safe: { content: 'for some' } } },
    ]);
    expect(await call('{ plain own lead safe { content } }', { identity: '' })).toMatchObject([
      200,
      {
        data: { plain: 'for all', own: null, lead: null, safe: null },
        errors: ['own', 'lead', 'safe'].map((field) => ({ path: [field], extensions: { code: 'UNAUTHENTICATED' } })),
      },
    ]);
    const other = identityOf({ ...VIEWER, scopes: ['monitoring:report'] });
    expect(await call('{ lead }', { identity: other })).toMatchObject([
      200,
      {
        errors: [
          { message: expect.stringContaining('lead:propose, or lead:assign'), extensions: { code: 'FORBIDDEN' } },
        ],
      },
    ]);
  });

  test.each([
    ['another identity', { 'x-graph-identity': identityOf({ ...VIEWER, scopes: ['lead:assign'] }) }],
    ['an identity put where nobody asked', { 'x-graph-identity': identity }, ''],
    ['no identity', { 'x-graph-identity': '' }],
    ['no signature', { 'x-graph-signature': '' }],
  ])('refuses a call with %s', async (_case, change, signed = identity) => {
    expect(await call('{ me { subject } }', { identity: signed }, change)).toEqual([
      401,
      { errors: [{ message: expect.stringMatching(/^The signature is wrong/) }] },
    ]);
  });

  test.each(['Bearer abc', '{}', '[]', 'null', '{"subject":"a","actor":"a","scopes":"x","pillars":null}'])(
    'refuses an identity that is no viewer, though it is signed: %s',
    async (text) => {
      const [status] = await call('{ me { subject } }', { identity: text });
      expect(status).toBe(401);
    },
  );
});

test('an identity is ASCII, the same for the same viewer, and read back', () => {
  const text = identityOf(VIEWER);
  expect(text).toMatch(/^[\x20-\x7e]+$/);
  const { pillars, scopes, actor, subject } = VIEWER;
  expect(identityOf({ pillars, scopes, actor, subject })).toBe(text);
  expect(viewerOf(text)).toEqual(VIEWER);
  expect([identityOf(undefined), viewerOf('')]).toEqual(['', undefined]);
});
