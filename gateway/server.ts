/** The gateway as an HTTP server: the graph, its health and its pages. */

import './no-telemetry.ts';
import type { SupergraphManager } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { closeApp, createApp, shownAddress } from '../subgraphs/kit/server/app.ts';
import type { Execution } from '../subgraphs/kit/settings/table.ts';
import { addHealthRoutes, type ReadinessProbe } from '../subgraphs/kit/server/health.ts';
import { APOLLO_OPTIONS, apolloLogger, keptDocuments, quietPlugins } from '../subgraphs/kit/server/apollo.ts';
import { accessPlugin } from './access/plugin.ts';
import { guardSupergraph } from './access/supergraph.ts';
import { createTokens, type Tokens } from './access/tokens.ts';
import { errorsPlugin, formatError, type RequestContext } from './errors.ts';
import { createAnswers } from './cache/answers.ts';
import type { Versions } from './cache/versions.ts';
import { createApiSchema } from './api-schema.ts';
import { addAccess } from './http/access.ts';
import { addCompression } from './http/compression.ts';
import { addCors } from './http/cors.ts';
import { createRun } from './http/answer.ts';
import { createTableSender } from './http/export/send.ts';
import { addDashboard } from './http/dashboard.ts';
import { addDesk } from './http/desk.ts';
import { addGraphqlRoute } from './http/graphql.ts';
import { createKeptRequests } from './http/kept.ts';
import { serveKeptFirst } from './http/kept-first.ts';
import { addMetricsRoute, addRequestCount } from './http/metrics.ts';
import { addPages } from './http/pages.ts';
import { addSchemaRoute } from './http/schema.ts';
import { addRecordPages } from './http/record.ts';
import { addRegisteredListRoute } from './http/registered-list.ts';
import { addMetadataRoute, type DataSets } from './http/registered-metadata.ts';
import { addRegisteredRoute } from './http/registered.ts';
import type { RegisteredOperation } from './http/registered/operations.ts';
import { createAdmission } from './limits/admission.ts';
import { admissionPlugin, limitsPlugin } from './limits/plugin.ts';
import { createRegistry } from './limits/registry.ts';
import { LIMITS } from './limits/table.ts';
import { measuredSources } from './metrics/measured.ts';
import { createMetrics, type Watched } from './metrics/metrics.ts';
import { metricsPlugin } from './metrics/plugin.ts';
import { createLimit, type LimitOptions } from './sources/limit.ts';
import { CrossPillarGateway, type CrossPillarGatewayOptions, type Sources } from './supergraph.ts';

/** What a gateway server is made of. */
export interface GatewayServerOptions {
  /** Its text, or who gives it and may exchange it. */
  readonly supergraphSdl: string | SupergraphManager;
  /** The same text without what it says of tokens, where that is at hand. */
  readonly openSupergraphSdl?: string | undefined;
  readonly sources: Sources;
  /** Another graph than ours. */
  readonly isForeign?: boolean | undefined;
  /** Makes the planner of a supergraph; Apollo's where it is left out. */
  readonly createPlanner?: CrossPillarGatewayOptions['createPlanner'];
  readonly settings: {
    readonly host: string;
    readonly port: number;
    /** Compiled where it is left out. */
    readonly execution?: Execution | undefined;
    /** Open where it is left out. */
    readonly readAccess?: 'open' | 'authenticated';
    /** Whether dry runs are answered; they are not where it is left out, nor by Apollo's execution. */
    readonly explain?: boolean | undefined;
    /** Origins whose pages may read answers; `*` for all. */
    readonly corsOrigins?: readonly string[] | undefined;
    /** How much memory the answers that are kept may take, in megabytes; none where it is left out or 0. */
    readonly cacheMb?: number | undefined;
  };
  /** How tokens are verified; none is accepted where it is left out. */
  readonly tokens?: Tokens;
  /** The data versions of the pillars; where they are left out no answer is kept. */
  readonly versions?: Versions | undefined;
  /** How many operations are let in at the same time. */
  readonly limit?: LimitOptions;
  /** How long each of them may take, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  readonly logger: Logger;
  /** What must answer for `/ready`, beside the supergraph. */
  readonly probes?: readonly ReadinessProbe[];
  /** The remote subgraphs of now, for `/metrics`. */
  readonly remotes?: () => Iterable<readonly [name: string, Watched]>;
  /** What is served at `/q`, and not bound by the limits of free-form operations. */
  readonly operations?: readonly RegisteredOperation[];
  /** Who says which data set each pillar holds. */
  readonly dataSets?: DataSets;
  /** How long a request may take to arrive, in milliseconds; half a minute where it is left out. */
  readonly requestTimeoutMs?: number;
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

/** A process computes one at a time, and each one that waits for pillars holds its rows in memory; a wait of some seconds is an answer still. */
const LIMIT: LimitOptions = { running: 512, waiting: 1_024, waitMs: 5_000 };

/** A server over the supergraph and its sources. */
export function createGatewayServer({
  supergraphSdl,
  openSupergraphSdl,
  sources,
  isForeign,
  createPlanner,
  settings,
  tokens = createTokens({ keys: { kind: 'none' } }),
  versions,
  limit = LIMIT,
  deadlineMs,
  logger,
  probes = [],
  remotes = () => [],
  operations = [],
  dataSets = {},
  requestTimeoutMs,
}: GatewayServerOptions): GatewayServer {
  const guarded = guardSupergraph(supergraphSdl, openSupergraphSdl);
  const { plugin, current: schema } = createApiSchema();
  const corsOrigins = new Set(settings.corsOrigins);
  const registry = createRegistry(operations);
  const metrics = createMetrics();
  const admission = createLimit(limit);
  const { cacheMb = 0 } = settings;
  const answers =
    versions && cacheMb > 0
      ? createAnswers({ versions, maxBytes: cacheMb * 1_048_576, onLook: metrics.cached })
      : undefined;
  const kept = answers && createKeptRequests(answers, metrics);
  metrics.watchOperations(admission);
  metrics.watchSubgraphs(remotes);
  const documents = createAdmission(registry);
  const apollo = new ApolloServer<RequestContext>({
    gateway: new CrossPillarGateway({
      supergraphSdl: guarded.supergraphSdl,
      sources: measuredSources(sources, metrics),
      metrics,
      answers,
      isForeign,
      createPlanner,
      registered: registry.operations,
      logger,
      execution: settings.execution,
      deadlineMs,
    }),
    logger: apolloLogger(logger),
    ...APOLLO_OPTIONS,
    documentStore: keptDocuments(),
    formatError,
    plugins: [
      plugin,
      admissionPlugin(documents),
      errorsPlugin(logger),
      metricsPlugin(metrics, registry),
      accessPlugin(guarded.requirements),
      limitsPlugin({ registry, admission: documents, isForeign }),
      ...quietPlugins(),
    ],
  });
  const app = createApp({
    logger,
    bodyLimitBytes: LIMITS.body.allowed,
    requestTimeoutMs,
    directions: `the graph is at /graphql, the explorer at /${isForeign ? '' : ', the registered operations at /q'}`,
  });
  addRequestCount(app, metrics);
  addAccess(app, { tokens, readAccess: settings.readAccess ?? 'open' });
  let stopped: Promise<void> | undefined;

  return {
    apollo,
    async listen() {
      await apollo.start();
      addCors(app, corsOrigins);
      addCompression(app);
      // Routes take the hooks of what was registered before them, once it is there.
      await app.after();
      const run = createRun(apollo, admission, metrics.refused);
      const sendTable = createTableSender({ run, schema, admission: documents, logger });
      const canExplain = settings.explain === true && settings.execution !== 'stock';
      addGraphqlRoute(app, { run, sendTable, kept, canExplain, corsOrigins });
      if (!isForeign) {
        addRegisteredListRoute(app, { operations, schema });
        addMetadataRoute(app, { operations, run, schema, dataSets });
        addRegisteredRoute(app, { operations, run, sendTable, kept, schema });
        addDesk(app);
        addRecordPages(app);
        addDashboard(app);
      }
      addHealthRoutes(app, {
        probes: [{ name: 'supergraph', check: () => apollo.assertStarted('ready') }, ...probes],
        logger,
      });
      addSchemaRoute(app, schema);
      addMetricsRoute(app, metrics);
      addPages(app, { hasTabs: !isForeign });
      if (kept) serveKeptFirst(app, { kept, tokens, readAccess: settings.readAccess ?? 'open', metrics });
      return { url: shownAddress(await app.listen(settings)) };
    },
    stop() {
      stopped ??= closeApp(app).then(() => apollo.stop());
      return stopped;
    },
  };
}
