/** A query plan as this gateway executes it, whichever planner made it: what is fetched from which subgraph, in what order. */

import type { DocumentNode } from 'graphql';

/** One operation to plan. */
export interface PlannedOperation {
  /** A document with one operation and the fragments that it uses; valid against the API schema of the supergraph. */
  readonly document: DocumentNode;
  /** The same as normalised text. */
  readonly text: string;
}

/** Plans operations over one supergraph. */
export interface OperationPlanner {
  /** Rejects where the operation cannot be planned, or not within the planner's deadline. Undefined: nothing is to be fetched. */
  plan(operation: PlannedOperation, options?: { readonly signal?: AbortSignal }): Promise<PlanNode | undefined>;
  /** Releases what it holds (threads); plans that are under way are given up. */
  stop(): Promise<void>;
}

/** A part of a plan. */
export type PlanNode = SequenceNode | ParallelNode | ConditionNode | FetchNode;

/** One after the other. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

/** At the same time. */
export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

/** By the value of a boolean variable. */
export interface ConditionNode {
  readonly kind: 'condition';
  readonly variable: string;
  readonly then?: PlanNode | undefined;
  readonly otherwise?: PlanNode | undefined;
}

/** One call of a subgraph: of its root fields, or of entities. */
export interface FetchNode {
  readonly kind: 'fetch';
  readonly subgraph: string;
  /** The document that is sent. */
  readonly operation: string;
  readonly operationName?: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  /** The variables of the client's operation that it uses. */
  readonly variables: readonly string[];
  /** What it asks of entities; empty for root fields. */
  readonly entities: readonly EntityFetch[];
  /** Changes of the answer to root fields. */
  readonly outputRewrites: readonly Rewrite[];
}

/** The entities of a fetch that share a selection. */
export interface EntityFetch {
  /** The response key of the field `_entities`. */
  readonly alias: string;
  /** The variable that carries the representations. */
  readonly representations: string;
  /** Where in the answer so far the objects are that it extends. */
  readonly paths: readonly (readonly PathSegment[])[];
  /** What of each object is sent: its type, key and required fields. */
  readonly requires: readonly Required[];
  /** Changes of each representation, before it is sent. */
  readonly inputRewrites: readonly Rewrite[];
  /** Changes of each entity, before it is merged. */
  readonly outputRewrites: readonly Rewrite[];
}

/** A step of a path: into a field by its response key, into each item of a list, or only on objects of these types. */
export type PathSegment =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'on'; readonly types: readonly string[] };

/** A part of a representation. */
export type Required =
  | {
      readonly kind: 'field';
      readonly name: string;
      /** The key under which the answer so far has it, where that is another. */
      readonly alias?: string | undefined;
      readonly selections?: readonly Required[] | undefined;
    }
  | { readonly kind: 'on'; readonly type?: string | undefined; readonly selections: readonly Required[] };

/** A change of data between the names of the answer and those of a subgraph. */
export type Rewrite =
  | { readonly kind: 'rename'; readonly path: readonly RewriteSegment[]; readonly to: string }
  | { readonly kind: 'set'; readonly path: readonly RewriteSegment[]; readonly value: unknown };

/** A step of a rewrite's path: a key, or only on objects of these types. Lists are walked through. */
export type RewriteSegment = { readonly key: string } | { readonly types: readonly string[] };
