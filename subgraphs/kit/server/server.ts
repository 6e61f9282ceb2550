/** A subgraph as an HTTP server: Apollo's server over its schema, with our compiled execution in the place of a gateway's. */

import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CodedError, detailsOf, isErrorCode } from '../../../schema/errors.ts';
import { createExecutor, MASKED_MESSAGE, pillarOf, type Executor } from '../execute.ts';
import type { Call, Subgraph } from '../subgraph.ts';
import type { DataVersion } from '../version/data-version.ts';
import { APOLLO_OPTIONS, apolloLogger, keptDocuments, quietPlugins } from './apollo.ts';
import { closeApp, createApp, shownAddress } from './app.ts';
import { addSignedRoute, type CallContext, type Verify } from './graphql.ts';
import { addHealthRoutes, type ReadinessProbe } from './health.ts';
import { addVersions } from './versions.ts';

/** What the server of a subgraph is made of. */
export interface SubgraphServerOptions {
  readonly subgraph: Subgraph;
  /** Which calls are answered. */
  readonly verify: Verify;
  /** Of its database; without one gateways keep nothing of what it answers. */
  readonly version?: DataVersion;
  readonly settings: { readonly host: string; readonly port: number };
  readonly logger: Logger;
  /** What must answer for `/ready`. */
  readonly probes: readonly ReadinessProbe[];
  /** Which data set it holds; `/ready` says it. */
  readonly dataSet?: () => Promise<unknown>;
}

/** The server of a subgraph, not yet listening. */
export interface SubgraphServer {
  /** Listens; gives the address without a path. Rejects with the system's error where the port is taken. */
  listen(): Promise<{ url: string }>;
  /** Finishes the requests in flight and releases the port. */
  stop(): Promise<void>;
}

/** The largest body that is read, in bytes: a gateway may ask for many entities in one call. */
const BODY_LIMIT_BYTES = 16_777_216;

/** The server of a subgraph. */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  const { subgraph, verify, version, settings, logger, probes, dataSet } = options;
  const apollo = new ApolloServer<CallContext>({
    gateway: executing(subgraph, createExecutor({ subgraph, logger })),
    logger: apolloLogger(logger),
    ...APOLLO_OPTIONS,
    documentStore: keptDocuments(),
    formatError: formatFor(subgraph, logger),
    plugins: quietPlugins(),
  });
  const app = createApp({
    logger,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    directions: 'the subgraph is at /graphql, for signed calls of a gateway',
  });
  return {
    async listen() {
      await apollo.start();
      if (version) addVersions(app, { version, verify, logger });
      addSignedRoute(app, { apollo, verify, logger });
      addHealthRoutes(app, { probes, logger, ...(dataSet && { dataSet }) });
      return { url: shownAddress(await app.listen(settings)) };
    },
    async stop() {
      await closeApp(app);
      await apollo.stop();
    },
  };
}

/** Apollo hands what it has parsed and validated to a gateway; this one runs it on the subgraph. */
function executing({ schema }: Subgraph, executor: Executor): ApolloServerOptionsWithGateway<CallContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    async load() {
      return {
        async executor({ source, document, request: { variables, extensions }, context }) {
          if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1)
            throw new CodedError('OPERATION_RESOLUTION_FAILURE', 'A call to a subgraph has exactly one operation');
          const { requestId, viewer, signal } = context as CallContext;
          const brief = extensions?.['brief'] as Call['brief'];
          const run = { text: source, variables, requestId, viewer, brief, signal };
          const { data, errors } = await executor.run(run).catch((error: unknown) => {
            // Nobody reads what a call that was given up would answer.
            if (signal?.aborted) return { data: null, errors: undefined };
            throw error;
          });
          return errors ? { data, errors: errors.map(graphqlError) } : { data };
        },
      };
    },
    async stop() {},
  };
}

/** Apollo formats instances only. */
function graphqlError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}

/** Errors of the execution are presented already; Apollo's own keep their code, and all else is logged and masked. */
function formatFor({ name }: Subgraph, logger: Logger) {
  const pillar = pillarOf(name);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, path, extensions } = formatted;
    const code = isErrorCode(extensions?.['code']) ? extensions['code'] : 'INTERNAL_SERVER_ERROR';
    const isMasked = code === 'INTERNAL_SERVER_ERROR' && message !== MASKED_MESSAGE;
    if (isMasked) logger.error({ err: error, subgraph: name }, 'a call failed');
    return {
      message: isMasked ? MASKED_MESSAGE : message,
      ...(path && { path }),
      // An error may be about another pillar: one that did not answer when it was asked beforehand.
      extensions: { code, ...(pillar && { pillar }), ...detailsOf(extensions) },
    };
  };
}
