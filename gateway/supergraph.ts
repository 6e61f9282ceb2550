/** The gateway's class: Apollo's keeps the life of the supergraph; this one executes, by compiled operations or, where it is told to, as Apollo does. */

import './late-planner.ts';
import { ApolloGateway, type GraphQLDataSource, type SupergraphManager } from '@apollo/gateway';
import { isScalarType, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { SCALARS } from '../subgraphs/kit/scalars.ts';
import type { Execution } from '../subgraphs/kit/settings/table.ts';
import { apolloLogger, keptForApollo } from '../subgraphs/kit/server/apollo.ts';
import type { Answers } from './cache/answers.ts';
import { briefed } from './briefs/briefed.ts';
import { createBriefReader, type BriefReader } from './briefs/briefs.ts';
import { createReader } from './briefs/read.ts';
import { placeErrors, rootOf } from './error-places.ts';
import type { RequestContext } from './errors.ts';
import { createExplain, type Explain, type Explained } from './explain/explain.ts';
import type { Executed } from './execution/compile.ts';
import { createExecutor } from './execution/executor.ts';
import { supergraphFacts } from './execution/facts.ts';
import { normalise } from './execution/normalise.ts';
import type { OperationPlanner, PlannedOperation } from './execution/plan.ts';
import { createApolloPlanner } from './execution/planner/apollo.ts';
import { knownPlansOf, withKnownPlans } from './execution/planner/known-plans.ts';
import { withOwnVariables } from './execution/planner/variables.ts';
import type { Metrics } from './metrics/metrics.ts';
import { inSpan } from './metrics/tracing.ts';
import { failureOfCall } from './sources/failure.ts';
import { guarded } from './sources/guarded.ts';

/** What the gateway is made of. */
export interface CrossPillarGatewayOptions {
  /** Its text, or who gives it and may exchange it. */
  readonly supergraphSdl: string | SupergraphManager;
  readonly sources: Sources;
  /** Another graph than ours: its scalars are names only. */
  readonly isForeign?: boolean | undefined;
  readonly logger: Logger;
  /** Told of what is saved. */
  readonly metrics?: Pick<Metrics, 'joined' | 'entities'> | undefined;
  /** Where answers of compiled executions are kept; nowhere where it is left out. */
  readonly answers?: Answers | undefined;
  /** Compiled where it is left out. */
  readonly execution?: Execution | undefined;
  /** How long an operation may take, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  /** Operations that are compiled before anyone asks. */
  readonly registered?: readonly PlannedOperation[] | undefined;
  /** Makes the planner of a supergraph; Apollo's where it is left out. */
  readonly createPlanner?: ((options: { readonly supergraphSdl: string }) => OperationPlanner) | undefined;
}

/** Who answers for each subgraph of the supergraph: by name, or found by name and address. */
export type Sources =
  | Readonly<Record<string, GraphQLDataSource>>
  | ((subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource);

/** Of Apollo's plans, which stock execution keeps, as JSON. */
const KEPT_PLANS = { most: 1_000, characters: 10_000_000 };

type Executor = ApolloGateway['executor'];

/** What answers for one supergraph. */
interface Generation {
  readonly executor: ReturnType<typeof createExecutor>;
  readonly explain: Explain;
}

/** How long the planner of an old supergraph is kept, in milliseconds. */
const RETIRED_AFTER_MS = 30_000;

/** Executes over the given sources. Nothing of the inside is exposed: no query plan, no subgraph name, no hidden field. */
export class CrossPillarGateway extends ApolloGateway {
  readonly #options: CrossPillarGatewayOptions;
  /** A request is answered by the supergraph against which it was validated, also when another came meanwhile. */
  readonly #generations = new WeakMap<GraphQLSchema, Generation>();
  readonly #planners = new Set<OperationPlanner>();
  /** The sources of the subgraphs, as they are now. */
  readonly #built: ReadonlyMap<string, GraphQLDataSource>;
  readonly #briefs: BriefReader | undefined;
  #latest: Generation | undefined;

  constructor(options: CrossPillarGatewayOptions) {
    const { supergraphSdl, sources, isForeign = false, logger, execution = 'compiled' } = options;
    const built = new Map<string, GraphQLDataSource>();
    super({
      supergraphSdl,
      logger: apolloLogger(logger),
      __exposeQueryPlanExperimental: false,
      // Composition has validated it; once more would cost a part of each start.
      validateSupergraph: false,
      queryPlannerConfig: { cache: keptForApollo(KEPT_PLANS, (plan) => JSON.stringify(plan).length) },
      buildService: ({ name, url = '' }) => {
        const source = sourceFor(sources, { name, url });
        built.set(name, source);
        return guarded(source, { name, logger });
      },
    });
    this.#options = options;
    this.#built = built;
    if (!isForeign) this.onSchemaLoadOrUpdate(({ apiSchema }) => giveScalarsMeaning(apiSchema));
    if (execution === 'compiled') {
      this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => this.#begin(apiSchema, coreSupergraphSdl));
      this.executor = this.#execute as Executor;
    } else this.executor = placingErrors(this.executor);
    if (!isForeign && typeof sources !== 'function') {
      const planner = () => this.__testing().queryPlanner;
      const reader = createReader({ planner, sources: allGuarded(sources, logger) });
      this.#briefs = createBriefReader(reader, { logger });
      this.executor = briefed(this.executor, this.#briefs);
    }
  }

  override async stop(): Promise<void> {
    await super.stop();
    await Promise.all([...this.#planners].map((planner) => planner.stop()));
  }

  readonly #execute = async (requestContext: Parameters<Executor>[0]): Promise<Executed | Explained> => {
    const { schema, document, operation, request } = requestContext;
    const generation = this.#generations.get(schema) ?? this.#latest;
    if (!generation || !operation) throw new Error('There is no supergraph yet');
    const context = requestContext.context as Partial<RequestContext>;
    const { variables = {} } = request;
    const normalised = normalise(document, operation as OperationDefinitionNode);
    const { identity = '', measured } = context;
    if (context.isDryRun === true) {
      if (!measured) throw new Error('Nobody has measured the operation of a dry run');
      return generation.explain({ operation: normalised, variables, identity, measured });
    }
    const attributes = {
      'graphql.operation.type': operation.operation,
      ...(operation.name && { 'graphql.operation.name': operation.name.value }),
    };
    const { note, mayKeep = false } = context;
    const { kept, ...executed } = await inSpan({ name: 'operation', parent: context.trace, attributes }, (trace) =>
      generation.executor.execute({
        trace,
        operation: normalised,
        variables,
        identity,
        signal: context.signal,
        isKept: mayKeep,
        requestFor: (signal) => ({ context: { ...context, signal, trace }, incomingRequestContext: requestContext }),
      }),
    );
    if (note) note.kept = kept;
    return executed;
  };

  /** Operations that were in use are compiled for the new supergraph before anyone asks, as far as it still answers them. */
  #begin(schema: GraphQLSchema, supergraphSdl: string): void {
    const {
      sources,
      logger,
      metrics,
      answers,
      deadlineMs,
      registered = [],
      createPlanner = createApolloPlanner,
    } = this.#options;
    for (const old of this.#planners) this.#retire(old);
    const planner = withOwnVariables(withKnownPlans(createPlanner({ supergraphSdl }), knownPlansOf(supergraphSdl)));
    const built = new Map(this.#built);
    this.#planners.add(planner);
    const previous = this.#latest;
    const executor = createExecutor({
      schema,
      facts: supergraphFacts(supergraphSdl),
      planner,
      deadlineMs,
      onJoin: metrics?.joined,
      answers: answers?.begin(),
      onEntities: metrics?.entities,
      sourceOf: (name) => built.get(name) ?? sourceFor(sources, { name, url: '' }),
      failed: (name, cause, run) => {
        const { message, extensions } = failureOfCall(cause, { name, logger, context: run.request.context });
        return { message, extensions, isTold: false };
      },
    });
    this.#latest = { executor, explain: createExplain({ schema, executor, briefs: this.#briefs }) };
    this.#generations.set(schema, this.#latest);
    const inUse = previous?.executor.inUse() ?? [];
    void executor.warm([...inUse, ...registered].filter(({ document }) => validate(schema, document).length === 0));
  }

  /** Requests that were validated before may still be planned for the old supergraph. */
  #retire(planner: OperationPlanner): void {
    const stop = async () => {
      this.#planners.delete(planner);
      await planner.stop();
    };
    setTimeout(() => void stop(), RETIRED_AFTER_MS).unref();
  }
}

function sourceFor(sources: Sources, subgraph: { readonly name: string; readonly url: string }): GraphQLDataSource {
  const source = typeof sources === 'function' ? sources(subgraph) : sources[subgraph.name];
  if (source) return source;
  throw new Error(`The supergraph has a subgraph ${JSON.stringify(subgraph.name)}, for which there is no source`);
}

/** Stock execution, with each error at a place of the answer. */
function placingErrors(execute: Executor): Executor {
  return async (requestContext) => {
    const { data, errors } = await execute(requestContext);
    if (!errors || errors.length === 0) return data === undefined ? {} : { data };
    return data === undefined
      ? { errors }
      : { data, errors: placeErrors(data, errors, rootOf(requestContext.context)) };
  };
}

function allGuarded(
  sources: Readonly<Record<string, GraphQLDataSource>>,
  logger: Logger,
): Readonly<Record<string, GraphQLDataSource>> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, guarded(source, { name, logger })]));
}

/** The planner's schema has scalars by name only; the real ones refuse what is malformed. */
function giveScalarsMeaning(schema: GraphQLSchema): void {
  for (const scalar of Object.values(SCALARS)) {
    const type = schema.getType(scalar.name);
    if (!isScalarType(type)) continue;
    const { serialize, parseValue, parseLiteral } = scalar;
    Object.assign(type, { serialize, parseValue, parseLiteral });
  }
}
