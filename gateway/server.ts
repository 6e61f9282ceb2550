/** The gateway as an HTTP server: the graph, its health and its pages. */

import './no-telemetry.ts';
import type { GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Settings } from './config.ts';
import { errorsPlugin, formatError, type RequestContext } from './errors.ts';
import { createApp } from './http/app.ts';
import { addGraphqlRoute } from './http/graphql.ts';
import { addHealthRoutes, type ReadinessProbe } from './http/health.ts';
import { addPages } from './http/pages.ts';
import { CrossPillarGateway } from './supergraph.ts';

/** What a gateway server is made of. */
export interface GatewayServerOptions {
  readonly supergraphSdl: string;
  /** Who answers for each subgraph, by name. */
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
  readonly settings: Pick<Settings, 'host' | 'port'>;
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

/** How long requests in flight may take to finish when the server stops, in milliseconds. */
const STOP_TIMEOUT_MS = 10_000;

/** A server over the supergraph and its sources. */
export function createGatewayServer({
  supergraphSdl,
  sources,
  settings,
  logger,
  probes = [],
}: GatewayServerOptions): GatewayServer {
  const apollo = new ApolloServer<RequestContext>({
    gateway: new CrossPillarGateway({ supergraphSdl, sources, logger }),
    logger: apolloLogger(logger),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      errorsPlugin(logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  const app = createApp(logger);
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
      return { url: address(await app.listen(settings)) };
    },
    stop() {
      stopped ??= stopAll(app, apollo);
      return stopped;
    },
  };
}

async function stopAll(app: FastifyInstance, apollo: ApolloServer<RequestContext>): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), STOP_TIMEOUT_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
  await apollo.stop();
}

/** The address as people can paste it: one that listens everywhere is reached on this machine by its loopback name. */
function address(listening: string): string {
  return listening.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

function apolloLogger(logger: Logger) {
  return {
    debug: (message?: unknown) => logger.debug(String(message)),
    info: (message?: unknown) => logger.debug(String(message)),
    warn: (message?: unknown) => logger.warn(String(message)),
    error: (message?: unknown) => logger.error(String(message)),
  };
}
