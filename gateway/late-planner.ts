/**
 * Lets Apollo's class make its query planner when it is first asked for a plan, not at each start: compiled operations are planned in a
 * thread of their own, so that only stock execution and briefs ask it. Imported before Apollo's class.
 */

import './no-telemetry.ts';
import { createRequire } from 'node:module';
import type * as QueryPlanning from '@apollo/query-planner';

type Given = ConstructorParameters<typeof QueryPlanning.QueryPlanner>;

const require = createRequire(createRequire(import.meta.url).resolve('@apollo/gateway'));
const planning = require('@apollo/query-planner') as typeof QueryPlanning;

class LatePlanner {
  readonly supergraph: Given[0];
  readonly #given: Given;
  #planner: QueryPlanning.QueryPlanner | undefined;

  constructor(...given: Given) {
    this.supergraph = given[0];
    this.#given = given;
  }

  buildQueryPlan(...asked: Parameters<QueryPlanning.QueryPlanner['buildQueryPlan']>): QueryPlanning.QueryPlan {
    this.#planner ??= new planning.QueryPlanner(...this.#given);
    return this.#planner.buildQueryPlan(...asked);
  }
}

const cached = require.cache[require.resolve('@apollo/query-planner')];
if (cached) cached.exports = { ...planning, QueryPlanner: LatePlanner };
