/** Dry runs: what an operation would ask of whom, and what that weighs, without asking anybody. */

import { parse, type GraphQLError, type GraphQLSchema } from 'graphql';
import { CodedError } from '../../schema/errors.ts';
import type { PillarCode, SubgraphName } from '../../schema/stewards.ts';
import { pillarOf } from '../../subgraphs/kit/execute.ts';
import type { CompiledOperation } from '../execution/compile.ts';
import type { NormalisedOperation } from '../execution/normalise.ts';
import { costFacts, type CostFacts } from '../limits/cost-facts.ts';
import { costOf } from '../limits/cost.ts';
import { nestedLists } from '../limits/nested-lists.ts';
import { contributedFields, weightOf } from '../limits/weight.ts';
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

/** What a dry run says. */
export interface Explanation {
  readonly plan: string;
  /** The pillars that are asked, in the order in which they are. */
  readonly pillars: readonly PillarCode[];
  readonly steps: readonly ExplainedStep[];
  /** The most calls that it comes to. */
  readonly calls: number;
  /** What it weighs for the planner; the limits are in these units. */
  readonly weight: number;
  /** What it costs to answer, in points, with the variables as they were sent. */
  readonly cost: number;
  /** How many lists stand inside each other. */
  readonly nestedLists: number;
  /** Whether its answer may be kept: that of a mutation never is. */
  readonly cacheable: boolean;
}

/** What is explained. */
export interface ExplainRequest {
  readonly operation: NormalisedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
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
  readonly supergraphSdl: string;
  readonly compile: (operation: NormalisedOperation) => Promise<CompiledOperation>;
}

/** Whether the extensions of a request ask for a dry run. Throws `BAD_REQUEST` where that cannot be told. */
export function asksDryRun(extensions: Readonly<Record<string, unknown>> | undefined): boolean {
  const explain = extensions?.['explain'] ?? false;
  if (typeof explain === 'boolean') return explain;
  throw new CodedError(
    'BAD_REQUEST',
    `"extensions.explain" is of the kind ${typeof explain}: allowed is true or false`,
  );
}

/** Makes it; nothing is computed before somebody asks. */
export function createExplain({ schema, supergraphSdl, compile }: ExplainOptions): Explain {
  let facts: { readonly contributed: ReadonlySet<string>; readonly costs: CostFacts } | undefined;
  return async ({ operation, variables }) => {
    const compiled = await compile(operation);
    const errors = compiled.refusalsOf(variables);
    if (errors) return { errors };
    facts ??= factsOf(supergraphSdl);
    const { contributed, costs } = facts;
    const { fragments } = operation;
    const steps = compiled.steps.map(({ subgraph, parts, after }): ExplainedStep => ({
      subgraph,
      pillar: pillarOf(subgraph as SubgraphName),
      asks: parts.some(({ fetch }) => fetch.entities.length > 0) ? 'entities' : 'root',
      after,
      isConditional: parts.every(({ conditions }) => conditions.length > 0),
    }));
    const explain: Explanation = {
      plan: planText(compiled.plan),
      pillars: [...new Set(steps.flatMap(({ pillar }) => pillar ?? []))],
      steps,
      calls: steps.length,
      weight: weightOf(operation.operation, { schema, contributed, fragments }),
      cost: costOf({ operation: operation.operation, fragments, variables, schema, facts: costs }),
      nestedLists: nestedLists(operation.operation, { schema, fragments }),
      cacheable: compiled.kind === 'query',
    };
    return { extensions: { explain } };
  };
}

function factsOf(supergraphSdl: string) {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  return { contributed: contributedFields(supergraph), costs: costFacts(supergraph) };
}
