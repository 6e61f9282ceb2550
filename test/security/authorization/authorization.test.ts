/** Every case of the suite, against our gateway over HTTP. */

import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokens } from '../../../gateway/access/tokens.ts';
import { createGatewayServer, type GatewayServer } from '../../../gateway/server.ts';
import { createRemoteSource, type RemoteSource } from '../../../gateway/sources/remote.ts';
import type { SubgraphName } from '../../../schema/stewards.ts';
import { ask, faultsOf, readCases, TOKEN_KEYS } from './cases.ts';
import { startSubgraphs, type RunningSubgraphs } from './subgraphs.ts';

let subgraphs: RunningSubgraphs;
let sources: RemoteSource[];
let server: GatewayServer;
let url: string;
beforeAll(async () => {
  subgraphs = await startSubgraphs();
  const logger = pino({ level: 'silent' });
  const named = Object.entries(subgraphs.urls).map(
    ([name, address]) =>
      [name, createRemoteSource({ name: name as SubgraphName, url: address, secret: undefined, logger })] as const,
  );
  sources = named.map(([, source]) => source);
  const { secret, issuer, audience } = TOKEN_KEYS;
  server = createGatewayServer({
    supergraphSdl: subgraphs.supergraphSdl,
    sources: Object.fromEntries(named),
    tokens: createTokens({ keys: { kind: 'secret', secret }, issuer, audience }),
    settings: { host: '127.0.0.1', port: 0 },
    logger,
  });
  url = `${(await server.listen()).url}/graphql`;
});
afterAll(async () => {
  await server.stop();
  await Promise.all(sources.map((source) => source.close()));
  await subgraphs.stop();
});

const CASES = readCases();

test('the suite has its cases', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(50);
});

describe('case', () => {
  test.each(CASES.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    expect(faultsOf(await ask(url, each, TOKEN_KEYS), each)).toEqual([]);
  });
});
