/** Runs the reads of briefs over the whole supergraph, fields hidden from the API included, by Apollo's planner and executor. */

import { buildOperationContext, executeQueryPlan, type ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../errors.ts';
import type { PlanNode } from '../execution/plan.ts';
import { convertApolloPlan } from '../execution/planner/convert.ts';

/** Runs a document with variables for a request. */
export type Read = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  caller: RequestContext,
) => Promise<{ readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined }>;

type Planner = NonNullable<ReturnType<ApolloGateway['__testing']>['queryPlanner']>;
type Plan = Parameters<typeof executeQueryPlan>[0];

/** Reads, and says what a read would ask. */
export interface Reader {
  readonly read: Read;
  /** The subgraphs that a document asks, one for each call at most, in their order. */
  callsOf(document: DocumentNode): readonly string[];
}

/** What reads run over. */
export interface ReadOptions {
  /** Of the supergraph that is loaded now. */
  readonly planner: () => Planner | undefined;
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
}

/** Each document is planned once for a supergraph. */
export function createReader({ planner: plannerNow, sources }: ReadOptions): Reader {
  const known = new WeakMap<Planner, { readonly schema: GraphQLSchema; readonly plans: Map<DocumentNode, Plan> }>();

  function planned(document: DocumentNode) {
    const planner = plannerNow();
    if (!planner) throw new Error('No supergraph is loaded');
    const { schema: supergraph } = planner.supergraph;
    const kept = known.get(planner) ?? { schema: supergraph.toGraphQLJSSchema(), plans: new Map<DocumentNode, Plan>() };
    known.set(planner, kept);
    const plan = kept.plans.get(document) ?? planner.buildQueryPlan(operationFromDocument(supergraph, document));
    kept.plans.set(document, plan);
    return { plan, schema: kept.schema, supergraph };
  }

  return {
    async read(document, variables, caller) {
      const { plan, schema, supergraph } = planned(document);
      // A context of its own: what the gateway keeps of the mutation under the client's is not mixed with it.
      const requestContext = { request: { variables }, context: { ...caller }, metrics: {} };
      return executeQueryPlan(
        plan,
        sources,
        requestContext as unknown as Parameters<typeof executeQueryPlan>[2],
        buildOperationContext({ schema, operationDocument: document }),
        schema,
        supergraph,
      );
    },
    callsOf(document) {
      const { plan, schema } = planned(document);
      return subgraphsOf(convertApolloPlan(plan, schema));
    },
  };
}

function subgraphsOf(node: PlanNode | undefined): string[] {
  if (!node) return [];
  if (node.kind === 'fetch') return [node.subgraph];
  if (node.kind === 'condition') return [...subgraphsOf(node.then), ...subgraphsOf(node.otherwise)];
  return node.nodes.flatMap(subgraphsOf);
}
