/** A subgraph as the gateway and the server see it. */

import type { GraphQLSchema } from 'graphql';
import type { PillarCode, SubgraphName } from '../../schema/stewards.ts';
import type { Viewer } from './viewer.ts';

/** What comes with a call, beside the document and its variables. */
export interface Call {
  readonly viewer?: Viewer | undefined;
  /** What the gateway read beforehand for each mutation that has a brief, by the name of the mutation in the answer. */
  readonly brief?: Readonly<Record<string, Brief>> | undefined;
  /** Aborted when nobody waits for the answer any more: the store is asked for nothing further. */
  readonly signal?: AbortSignal | undefined;
}

/** What a read on the whole graph gave. */
export interface Brief {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Of what is missing; the pillar that did not give it, where it is known. */
  readonly errors: readonly { readonly code: string; readonly pillar?: PillarCode | undefined }[];
}

/** An executable subgraph. Its data come from the context alone, so one schema serves every request. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** A context for one request: fresh loaders, so that nothing is shared between callers. */
  createContext(call?: Call): object;
}
