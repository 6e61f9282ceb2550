/** The planner of a foreign supergraph: Hive's, and Apollo's for what Hive's refuses. Which answers are right decides, then speed. */

import { buildSchema } from 'graphql';
import type { Logger } from 'pino';
import type { OperationPlanner } from '../plan.ts';
import { createApolloPlanner } from './apollo.ts';
import { createHivePlanner } from './hive.ts';
import { withSecondPlanner } from './second.ts';

/** What the planner is made of. */
export interface ForeignPlannerOptions {
  readonly supergraphSdl: string;
  readonly logger: Logger;
}

/** Makes it. Apollo's alone where Hive's refuses the whole supergraph. */
export function createForeignPlanner({ supergraphSdl, logger }: ForeignPlannerOptions): OperationPlanner {
  const second = () => createApolloPlanner({ supergraphSdl });
  const schema = buildSchema(supergraphSdl, { noLocation: true, assumeValid: true, assumeValidSDL: true });
  try {
    return withSecondPlanner({ first: createHivePlanner({ supergraphSdl, schema }), second, logger });
  } catch (error) {
    logger.warn({ err: error }, "Hive's planner refuses the supergraph: Apollo's plans alone");
    return second();
  }
}
