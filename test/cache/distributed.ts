/** Two gateways that keep answers over one pillar, each by a sibling of its subgraph and through a relay of its own; a third gateway keeps none. */

import '../../gateway/no-telemetry.ts';
import type { GraphQLDataSource } from '@apollo/gateway';
import { pino } from 'pino';
import { createOwnVersion } from '../../gateway/cache/own-version.ts';
import { createVersionFeed, type VersionFeed } from '../../gateway/cache/version-feed.ts';
import { createVersions } from '../../gateway/cache/versions.ts';
import { createGatewayServer } from '../../gateway/server.ts';
import { createDirectorySource } from '../../gateway/sources/directory.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createRemoteSource } from '../../gateway/sources/remote.ts';
import { stewardByCode } from '../../schema/stewards.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { createSubgraphServer } from '../../subgraphs/kit/server/server.ts';
import { verify } from '../../subgraphs/kit/signing.ts';
import type { StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { closePillars, openPillars, type OpenPillar } from '../../subgraphs/open.ts';
import { textOf } from '../check/files.ts';
import { openSeededPillars } from '../support/pillars.ts';
import { startFeedRelay, type FeedRelay } from '../support/services/feed-relay.ts';
import { SECRET } from '../support/services/services.ts';
import { embedded } from '../support/store/factory.ts';
import { TEST_TOKENS } from '../support/tokens.ts';

/** One gateway. */
export interface Gateway {
  /** Gives the text of the answer. */
  ask(query: string, variables?: object, authorization?: string): Promise<string>;
  /** How often the pillar was called so far. */
  readonly calls: number;
  /** What it knows of the version of the pillar, and the way on which it learns of it. */
  readonly feed: VersionFeed;
  readonly relay: FeedRelay;
  stop(): Promise<void>;
}

/** The parts. */
export interface DistributedCache {
  readonly gateways: readonly [Gateway, Gateway];
  /** Keeps nothing. */
  readonly oracle: Gateway;
  /** The pillar as each of its processes has it; the last one serves nobody and only writes. */
  readonly siblings: readonly OpenPillar[];
  /** Where the first of the subgraphs is, without a path. */
  readonly url: string;
  stop(): Promise<void>;
}

const logger = pino({ level: 'silent' });

/** Starts all in this process; the ASCC is remote. Where the store is embedded there is one process of it, which all share. */
export async function startDistributedCache(settings: StoreSettings, dataDir: string): Promise<DistributedCache> {
  const ascc = [stewardByCode('ASCC')];
  const siblings = await openSeededPillars({ settings, only: ascc });
  if (settings.kind === 'mongodb')
    siblings.push(...(await openPillars(settings, ascc)), ...(await openPillars(settings, ascc)));
  for (const { store } of siblings) await store.version.begin();
  const near = await openPillars(embedded(dataDir), [stewardByCode('APSC'), stewardByCode('AEC')]);
  const servers = siblings.slice(0, 2).map(({ subgraph, store: { version } }) =>
    createSubgraphServer({
      subgraph,
      version,
      verify: (call) => verify({ ...call, secret: SECRET, now: Date.now() }),
      settings: { host: '127.0.0.1', port: 0 },
      logger,
      probes: [],
    }),
  );
  const urls = await Promise.all(servers.map(async (server) => (await server.listen()).url));
  const [first = '', second = first] = urls;
  const gateways = [await startGateway(first, near, 16), await startGateway(second, near, 16)] as const;
  const oracle = await startGateway(first, near, 0);
  return {
    gateways,
    oracle,
    siblings,
    url: first,
    async stop() {
      await Promise.all([...gateways, oracle].map((gateway) => gateway.stop()));
      await Promise.all(servers.map((server) => server.stop()));
      await closePillars([...siblings, ...near]);
    },
  };
}

async function startGateway(target: string, near: readonly OpenPillar[], cacheMb: number): Promise<Gateway> {
  const relay = await startFeedRelay(target);
  const url = `${relay.url}/graphql`;
  const feed = createVersionFeed({ name: 'ascc', url, secret: SECRET, logger });
  const remote = createRemoteSource({ name: 'ascc', url, secret: SECRET, logger, onVersion: feed.heard });
  let calls = 0;
  const process: GraphQLDataSource['process'] = (options) => {
    calls += 1;
    return remote.process(options);
  };
  const sources = near.map(({ subgraph }) => [subgraph.name, createInProcessSource({ subgraph, logger })] as const);
  const own = near.map(({ subgraph, store: { version } }) => [subgraph.name, createOwnVersion(version)] as const);
  const server = createGatewayServer({
    supergraphSdl: textOf('schema/generated/supergraph.graphql'),
    openSupergraphSdl: textOf('schema/generated/supergraph-open.graphql'),
    sources: {
      ...Object.fromEntries(sources),
      ascc: { process },
      directory: createDirectorySource({ subgraph: createDirectory(), logger }),
    },
    settings: { host: '127.0.0.1', port: 0, cacheMb },
    versions: createVersions(new Map([...own, ['ascc', feed] as const])),
    tokens: TEST_TOKENS,
    logger,
  });
  const { url: address } = await server.listen();
  return {
    feed,
    relay,
    get calls() {
      return calls;
    },
    async ask(query, variables = {}, authorization) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
        body: JSON.stringify({ query, variables }),
      });
      return response.text();
    },
    async stop() {
      await server.stop();
      await feed.stop();
      await remote.close();
      await relay.stop();
    },
  };
}
