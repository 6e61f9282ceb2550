/** A data source over a subgraph in the same process: no socket and no JSON text between, each document parsed and compiled once. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphName } from '../../schema/stewards.ts';
import type { RequestContext } from '../errors.ts';
import { createExecutor, type ExecutorOptions } from '../../subgraphs/kit/execute.ts';

/** What an in-process source is made of. */
export interface InProcessSourceOptions extends ExecutorOptions {
  /** Told of each call, before it runs. */
  readonly onCall?: ((name: SubgraphName) => void) | undefined;
}

/** The source. Errors keep message, path and code; an error without a code of the table is logged and masked. */
export function createInProcessSource({ onCall, ...options }: InProcessSourceOptions): GraphQLDataSource {
  const executor = createExecutor(options);
  return {
    async process({ request, context }) {
      onCall?.(options.subgraph.name);
      const { requestId, viewer, briefs, signal } = (context ?? {}) as Partial<RequestContext>;
      const call = { requestId, viewer, brief: briefs, signal };
      return executor.run({ text: request.query ?? '', variables: request.variables, ...call });
    },
  };
}
