/** Hive's query planner: native, several times faster than Apollo's and with fewer calls, but it refuses some operations that can be planned. */

import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { print, type GraphQLSchema } from 'graphql';
import type { OperationPlanner } from '../plan.ts';
import { convertHivePlan } from './convert.ts';
import { fetchedPart } from './fetched-part.ts';

/** What the planner is made of. */
export interface HivePlannerOptions {
  readonly supergraphSdl: string;
  /** The schema of the whole supergraph, hidden parts included. */
  readonly schema: GraphQLSchema;
  /** How long one operation may be planned, in milliseconds. */
  readonly deadlineMs?: number;
}

/** The default deadline. */
const DEADLINE_MS = 5_000;

/** Progressive overrides are off, as in Apollo's planner: whoever moves a field step by step needs a router that counts. */
const NO_LABELS = new Set<string>();

/** Makes the planner. It plans in native threads. Rejects with the planner's own words where it refuses. */
export function createHivePlanner({
  supergraphSdl,
  schema,
  deadlineMs = DEADLINE_MS,
}: HivePlannerOptions): OperationPlanner {
  const planner = new QueryPlanner(supergraphSdl);
  const stopped = new AbortController();
  return {
    async plan({ document }, { signal } = {}) {
      const asked = fetchedPart(document);
      if (!asked) return undefined;
      const limit = AbortSignal.any([stopped.signal, AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])]);
      limit.throwIfAborted();
      const plan = planner.planAsync(print(asked), undefined, NO_LABELS, 0, limit);
      // Not every phase of its planning can be cancelled; whoever asked need not wait for it.
      const aborted = Promise.withResolvers<never>();
      const abort = () => aborted.reject(limit.reason);
      limit.addEventListener('abort', abort, { once: true });
      try {
        return convertHivePlan(await Promise.race([plan, aborted.promise]), schema);
      } finally {
        limit.removeEventListener('abort', abort);
      }
    },
    async stop() {
      stopped.abort(new Error('The planner is stopped'));
    },
  };
}
