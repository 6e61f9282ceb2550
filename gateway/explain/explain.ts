/** Dry runs: what an operation would ask of whom, and what that weighs, without asking anybody. */

import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { PillarCode, SubgraphName } from '../../schema/stewards.ts';
import { pillarOf } from '../../subgraphs/kit/execute.ts';
import type { BriefReader } from '../briefs/briefs.ts';
import type { Executor } from '../execution/executor.ts';
import type { NormalisedOperation } from '../execution/normalise.ts';
import { readVariables } from '../execution/values.ts';
import type { Measured } from '../limits/measure.ts';
import type { CacheOutcome } from '../metrics/metrics.ts';
import { planText } from './plan-text.ts';

/** One step of an operation: one call at most, and none where there is nothing to ask. */
export interface ExplainedStep {
  readonly subgraph: string;
  readonly pillar?: PillarCode | undefined;
  /** What it fetches, from fields of the root or for entities. */
  readonly asks: 'root' | 'entities';
  /** The steps that it waits for, by their places. */
  readonly after: readonly number[];
  /** Whether it depends on the values of variables. */
  readonly isConditional: boolean;
}

/** What is read before a mutation, and sent along with it. */
export interface ExplainedBrief {
  /** The name of its mutation in the answer. */
  readonly name: string;
  readonly mutation: string;
  readonly brief: string;
  /** The pillars that it may ask, in the order in which they are. */
  readonly pillars: readonly PillarCode[];
  /** The most calls that it comes to. */
  readonly calls: number;
}

/** What a dry run says. The measures have the names of the limits, and their units. */
export interface Explanation extends Measured {
  readonly plan: string;
  /** The pillars that are asked, briefs included, in the order in which they are. */
  readonly pillars: readonly PillarCode[];
  /** What is read before the first step. */
  readonly briefs: readonly ExplainedBrief[];
  readonly steps: readonly ExplainedStep[];
  /** The most calls that it comes to, those of briefs included. */
  readonly calls: number;
  /** Whether its answer may be kept: that of a mutation never is. */
  readonly cacheable: boolean;
  /** What it would find there now: `bypass` where nothing is kept, or may be. */
  readonly cache: CacheOutcome;
}

/** What is explained. */
export interface ExplainRequest {
  readonly operation: NormalisedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Who asks. */
  readonly identity: string;
  readonly measured: Measured;
}

/** What an operation would do, or why it would be refused. */
export interface Explained {
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: { readonly explain: Explanation };
}

/** Explains operations. Rejects where one cannot be planned. */
export type Explain = (request: ExplainRequest) => Promise<Explained>;

/** What explanations are made from. */
export interface ExplainOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Pick<Executor, 'compile' | 'cacheOutcomeOf'>;
  /** Undefined where no mutation has a brief. */
  readonly briefs: Pick<BriefReader, 'plan'> | undefined;
}

/** Makes it; nothing is computed before somebody asks. */
export function createExplain({ schema, executor, briefs: reader }: ExplainOptions): Explain {
  const briefsOf = ({ operation: { document, operation }, variables }: ExplainRequest) =>
    (reader?.plan({ schema, document, operation, variables }) ?? []).map(({ calls, ...brief }): ExplainedBrief => ({
      ...brief,
      pillars: pillarsOf(calls),
      calls: calls.length,
    }));
  return async (request) => {
    const { operation, variables, identity, measured } = request;
    const { errors } = readVariables(schema, operation.operation.variableDefinitions, variables);
    if (errors) return { errors };
    const compiled = await executor.compile(operation);
    const briefs = briefsOf(request);
    const steps = compiled.steps.map(({ subgraph, parts, after }): ExplainedStep => ({
      subgraph,
      pillar: pillarOf(subgraph as SubgraphName),
      asks: parts.some(({ fetch }) => fetch.entities.length > 0) ? 'entities' : 'root',
      after,
      isConditional: parts.every(({ conditions }) => conditions.length > 0),
    }));
    const explain: Explanation = {
      plan: planText(compiled.plan),
      pillars: [...new Set([...briefs.flatMap(({ pillars }) => pillars), ...pillarsOf(compiled.subgraphs)])],
      briefs,
      steps,
      calls: briefs.reduce((sum, { calls }) => sum + calls, steps.length),
      ...measured,
      cacheable: compiled.kind === 'query',
      cache: await executor.cacheOutcomeOf({ operation, variables, identity }),
    };
    return { extensions: { explain } };
  };
}

function pillarsOf(subgraphs: readonly string[]): PillarCode[] {
  return [...new Set(subgraphs.flatMap((subgraph) => pillarOf(subgraph as SubgraphName) ?? []))];
}
