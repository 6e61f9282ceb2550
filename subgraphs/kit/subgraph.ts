/** A subgraph as the gateway and the server see it. */

import type { GraphQLSchema } from 'graphql';
import type { SubgraphName } from '../../schema/stewards.ts';
import type { Viewer } from './viewer.ts';

/** What comes with a call, beside the document and its variables. */
export interface Call {
  readonly viewer?: Viewer | undefined;
  /** What the gateway read beforehand for a mutation: the data of its brief. */
  readonly brief?: Readonly<Record<string, unknown>> | undefined;
}

/** An executable subgraph. Its data come from the context alone, so one schema serves every request. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** A context for one request: fresh loaders, so that nothing is shared between callers. */
  createContext(call?: Call): object;
}
