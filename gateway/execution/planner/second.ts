/** Two planners as one: the second plans what the first refuses. */

import type { Logger } from 'pino';
import type { OperationPlanner } from '../plan.ts';

/** The planners. */
export interface SecondPlannerOptions {
  readonly first: OperationPlanner;
  /** Makes the second when it is first needed: it may be heavy. */
  readonly second: () => OperationPlanner;
  readonly logger: Logger;
}

/** Rejects with what the second says where both refuse. */
export function withSecondPlanner({ first, second, logger }: SecondPlannerOptions): OperationPlanner {
  let made: OperationPlanner | undefined;
  return {
    async plan(operation, options) {
      try {
        return await first.plan(operation, options);
      } catch (error) {
        options?.signal?.throwIfAborted();
        logger.debug({ err: error }, 'an operation goes to the second planner');
        made ??= second();
        const plan = await made.plan(operation, options);
        // What the first refused has something to fetch; a plan without a fetch would answer it with null and no error.
        if (plan === undefined) throw error;
        return plan;
      }
    },
    async stop() {
      await Promise.all([first.stop(), made?.stop()]);
    },
  };
}
