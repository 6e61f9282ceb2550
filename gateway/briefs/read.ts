/** Runs the reads of briefs over the whole supergraph, fields hidden from the API included, by Apollo's planner and executor. */

import { buildOperationContext, executeQueryPlan, type ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../errors.ts';

/** Runs a document with variables for a request. */
export type Read = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  caller: RequestContext,
) => Promise<{ readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined }>;

type Planner = NonNullable<ReturnType<ApolloGateway['__testing']>['queryPlanner']>;
type Plan = Parameters<typeof executeQueryPlan>[0];

/** What reads run over. */
export interface ReadOptions {
  /** Of the supergraph that is loaded now. */
  readonly planner: () => Planner | undefined;
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
}

/** Each document is planned once for a supergraph. */
export function createRead({ planner: plannerNow, sources }: ReadOptions): Read {
  const known = new WeakMap<Planner, { readonly schema: GraphQLSchema; readonly plans: Map<DocumentNode, Plan> }>();
  return async (document, variables, caller) => {
    const planner = plannerNow();
    if (!planner) throw new Error('No supergraph is loaded');
    const { schema } = planner.supergraph;
    const kept = known.get(planner) ?? { schema: schema.toGraphQLJSSchema(), plans: new Map<DocumentNode, Plan>() };
    known.set(planner, kept);
    const plan = kept.plans.get(document) ?? planner.buildQueryPlan(operationFromDocument(schema, document));
    kept.plans.set(document, plan);
    // A context of its own: what the gateway keeps of the mutation under the client's is not mixed with it.
    const requestContext = { request: { variables }, context: { ...caller }, metrics: {} };
    return executeQueryPlan(
      plan,
      sources,
      requestContext as unknown as Parameters<typeof executeQueryPlan>[2],
      buildOperationContext({ schema: kept.schema, operationDocument: document }),
      kept.schema,
      schema,
    );
  };
}
