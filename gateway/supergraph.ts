/** The gateway's class: Apollo's keeps the life of the supergraph and executes; this one gives scalars meaning and errors their place. */

import './no-telemetry.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { isScalarType, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { SCALARS } from '../subgraphs/kit/scalars.ts';
import { apolloLogger } from '../subgraphs/kit/server/apollo.ts';
import { createBriefReader } from './briefs/briefs.ts';
import { createRead } from './briefs/read.ts';
import { placeErrors, rootOf } from './error-places.ts';
import type { RequestContext } from './errors.ts';
import { guarded } from './sources/guarded.ts';

/** What the gateway is made of. */
export interface CrossPillarGatewayOptions {
  readonly supergraphSdl: string;
  /** Who answers for each subgraph of the supergraph, by name. */
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
  readonly logger: Logger;
  /** How many query plans are kept; the least recently used go first. */
  readonly keptPlans?: number | undefined;
}

/** Stock execution over the given sources. Nothing of the inside is exposed: no query plan, no subgraph name, no hidden field. */
export class CrossPillarGateway extends ApolloGateway {
  constructor({ supergraphSdl, sources, logger, keptPlans = 1_000 }: CrossPillarGatewayOptions) {
    super({
      supergraphSdl,
      logger: apolloLogger(logger),
      __exposeQueryPlanExperimental: false,
      // Composition has validated it; once more would cost a part of each start.
      validateSupergraph: false,
      queryPlannerConfig: { cache: planCache(keptPlans) },
      buildService({ name }) {
        const source = sources[name];
        if (!source)
          throw new Error(`The supergraph has a subgraph ${JSON.stringify(name)}, for which there is no source`);
        return guarded(source, { name, logger });
      },
    });
    this.onSchemaLoadOrUpdate(({ apiSchema }) => giveScalarsMeaning(apiSchema));
    const read = createRead({ planner: () => this.__testing().queryPlanner, sources: allGuarded(sources, logger) });
    const briefsOf = createBriefReader(read, { logger });
    const execute = this.executor;
    this.executor = async (requestContext) => {
      const { schema, document, operation, request, context } = requestContext;
      const caller = context as RequestContext;
      const briefs = await briefsOf({ schema, document, operation, variables: request.variables ?? {}, caller });
      if (briefs) Object.assign(caller, { briefs });
      const { data, errors } = await execute(requestContext);
      if (!errors || errors.length === 0) return data === undefined ? {} : { data };
      return data === undefined
        ? { errors }
        : { data, errors: placeErrors(data, errors, rootOf(requestContext.context)) };
    };
  }
}

function allGuarded(
  sources: CrossPillarGatewayOptions['sources'],
  logger: Logger,
): CrossPillarGatewayOptions['sources'] {
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

type PlanCache = NonNullable<
  NonNullable<ConstructorParameters<typeof ApolloGateway>[0]>['queryPlannerConfig']
>['cache'];

/** Bounded by the number of plans: to measure each plan's size, as Apollo's own cache does, costs more than planning many of them. */
function planCache(max: number): NonNullable<PlanCache> {
  type Plan = NonNullable<Awaited<ReturnType<NonNullable<PlanCache>['get']>>>;
  const plans = new LRUCache<string, Plan>({ max });
  return {
    get: async (key) => plans.get(key),
    set: async (key, plan) => void plans.set(key, plan),
    delete: async (key) => plans.delete(key),
    clear: () => plans.clear(),
  };
}
