/** The thread in which Apollo's planner plans: its planning is synchronous, and an operation may keep it busy for long. */

import { parentPort, workerData } from 'node:worker_threads';
import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, parse } from 'graphql';
import type { PlanNode } from '../plan.ts';
import { convertApolloPlan } from './convert.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly supergraphSdl: string;
}

/** What the thread says: once that it can plan, then one answer to each text it is sent. */
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'plan'; readonly plan: PlanNode | undefined }
  | { readonly kind: 'refused'; readonly message: string; readonly code?: string };

if (parentPort) {
  const port = parentPort;
  const plan = createPlan((workerData as ThreadData).supergraphSdl);
  const say = (answer: ThreadAnswer) => port.postMessage(answer);
  port.on('message', (text: string) => {
    try {
      say({ kind: 'plan', plan: plan(text) });
    } catch (error) {
      const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
      const message = error instanceof Error ? error.message : String(error);
      say({ kind: 'refused', message, ...(typeof code === 'string' && { code }) });
    }
  });
  say({ kind: 'ready' });
}

function createPlan(supergraphSdl: string): (text: string) => PlanNode | undefined {
  const supergraph = Supergraph.build(supergraphSdl, {
    // Whoever loads the supergraph decides what it may use; planning depends on none of it.
    supportedFeatures: new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...ROUTER_SUPPORTED_SUPERGRAPH_FEATURES]),
    validateSupergraph: false,
  });
  const planner = new QueryPlanner(supergraph);
  const api = supergraph.apiSchema();
  const whole = supergraph.schema.toGraphQLJSSchema();
  return (text) => convertApolloPlan(planner.buildQueryPlan(operationFromDocument(api, parse(text))), whole);
}
