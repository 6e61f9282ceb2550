/** The gateway as an HTTP server: the graph, its health and its pages. */

import './no-telemetry.ts';
import type { GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { withoutSecurity } from '../schema/security.ts';
import { closeApp, createApp, shownAddress } from '../subgraphs/kit/server/app.ts';
import { addHealthRoutes, type ReadinessProbe } from '../subgraphs/kit/server/health.ts';
import { APOLLO_OPTIONS, apolloLogger, quietPlugins } from '../subgraphs/kit/server/apollo.ts';
import { accessPlugin } from './access/plugin.ts';
import { requirementsOf } from './access/requirements.ts';
import { createTokens, type Tokens } from './access/tokens.ts';
import { errorsPlugin, formatError, type RequestContext } from './errors.ts';
import { addAccess } from './http/access.ts';
import { addDesk } from './http/desk.ts';
import { addGraphqlRoute } from './http/graphql.ts';
import { addPages } from './http/pages.ts';
import { limitsPlugin } from './limits/plugin.ts';
import { CrossPillarGateway } from './supergraph.ts';

/** What a gateway server is made of. */
export interface GatewayServerOptions {
  readonly supergraphSdl: string;
  /** The same without what it says of tokens, where that is at hand. */
  readonly openSupergraphSdl?: string;
  /** Who answers for each subgraph, by name. */
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
  readonly settings: {
    readonly host: string;
    readonly port: number;
    /** Open where it is left out. */
    readonly readAccess?: 'open' | 'authenticated';
  };
  /** How tokens are verified; none is accepted where it is left out. */
  readonly tokens?: Tokens;
  readonly logger: Logger;
  /** What must answer for `/ready`, beside the supergraph. */
  readonly probes?: readonly ReadinessProbe[];
}

/** A gateway server, not yet listening. */
export interface GatewayServer {
  /** Loads the supergraph and listens; gives the address without a path. Rejects with the system's error where the port is taken. */
  listen(): Promise<{ url: string }>;
  /** Answers an operation without HTTP. Needs `start` or `listen` before. */
  readonly apollo: ApolloServer<RequestContext>;
  /** Finishes the requests in flight and releases the port. */
  stop(): Promise<void>;
}

/** The largest body that is read, in bytes. */
const BODY_LIMIT_BYTES = 1_048_576;

/** The most tokens of a document; a query of introspection has some five hundred. */
const MAX_TOKENS = 10_000;

/** A server over the supergraph and its sources. */
export function createGatewayServer({
  supergraphSdl,
  openSupergraphSdl = withoutSecurity(supergraphSdl),
  sources,
  settings,
  tokens = createTokens({ keys: { kind: 'none' } }),
  logger,
  probes = [],
}: GatewayServerOptions): GatewayServer {
  const requirements = requirementsOf(supergraphSdl);
  const apollo = new ApolloServer<RequestContext>({
    gateway: new CrossPillarGateway({ supergraphSdl: openSupergraphSdl, sources, logger }),
    logger: apolloLogger(logger),
    ...APOLLO_OPTIONS,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    plugins: [
      errorsPlugin(logger),
      accessPlugin(() => requirements),
      limitsPlugin(openSupergraphSdl),
      ...quietPlugins(),
    ],
  });
  const app = createApp({
    logger,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    directions: 'the graph is at /graphql, the explorer at /',
  });
  addAccess(app, { tokens, readAccess: settings.readAccess ?? 'open' });
  let stopped: Promise<void> | undefined;

  return {
    apollo,
    async listen() {
      await apollo.start();
      addGraphqlRoute(app, apollo);
      addHealthRoutes(app, {
        probes: [{ name: 'supergraph', check: () => apollo.assertStarted('ready') }, ...probes],
        logger,
      });
      addPages(app);
      addDesk(app);
      return { url: shownAddress(await app.listen(settings)) };
    },
    stop() {
      stopped ??= closeApp(app).then(() => apollo.stop());
      return stopped;
    },
  };
}
