/** A subgraph as the gateway and the server see it. */

import type { GraphQLSchema } from 'graphql';
import type { SubgraphName } from '../../schema/stewards.ts';

/** An executable subgraph. Its data come from the context alone, so one schema serves every request. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** A context for one request: fresh loaders, so that nothing is shared between callers. */
  createContext(): object;
}
