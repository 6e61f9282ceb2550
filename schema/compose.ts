/** Composes the SDL of the subgraphs into the supergraph, and plans operations over it. */

import { composeServices } from '@apollo/composition';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { subgraphSdl } from './derive/subgraph.ts';
import type { Model } from './derive/model.ts';
import { withoutSecurity } from './security.ts';
import { PILLARS, type SubgraphName } from './stewards.ts';

/** The subgraphs, in the order in which they stand in the supergraph. */
export const SUBGRAPHS: readonly SubgraphName[] = [...PILLARS.map(({ subgraph }) => subgraph), 'directory'];

/** Of an interface a pillar declares only what all its types answer there: one hint for each field that it leaves to the directory. */
const EXPECTED_HINTS = new Set(['INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD']);

/** The outcome of a composition. */
export interface Composed {
  readonly supergraphSdl: string;
  /** The same without what it says of tokens, for executors that refuse such supergraphs. */
  readonly openSupergraphSdl: string;
  /** The graph as its users see it. */
  readonly apiSdl: string;
  /** What composition remarks and nobody expects. */
  readonly hints: readonly string[];
}

/** The SDL of each subgraph. */
export function deriveAll(model: Model): Record<SubgraphName, string> {
  return Object.fromEntries(SUBGRAPHS.map((name) => [name, subgraphSdl(model, name)])) as Record<SubgraphName, string>;
}

/** Composes. Throws with one line an error where the subgraphs do not fit together. */
export function compose(sdl: Readonly<Record<SubgraphName, string>>): Composed {
  const result = composeServices(
    SUBGRAPHS.map((name) => ({ name, url: `subgraph:${name}`, typeDefs: parse(sdl[name]) })),
  );
  if (result.errors)
    throw new Error(`The subgraphs do not compose:\n${result.errors.map((error) => `- ${error.message}`).join('\n')}`);
  const hints = result.hints.filter(({ definition }) => !EXPECTED_HINTS.has(definition.code)).map(String);
  const openSupergraphSdl = withoutSecurity(result.supergraphSdl);
  return { supergraphSdl: result.supergraphSdl, openSupergraphSdl, apiSdl: apiSdl(openSupergraphSdl), hints };
}

/** Plans operations over a supergraph, as the gateway does. */
export function createPlanner(supergraphSdl: string): (operation: string) => QueryPlan {
  const supergraph = Supergraph.build(withoutSecurity(supergraphSdl));
  const planner = new QueryPlanner(supergraph);
  const schema = supergraph.apiSchema();
  return (operation) => planner.buildQueryPlan(operationFromDocument(schema, parse(operation)));
}

function apiSdl(openSupergraphSdl: string): string {
  const schema = Supergraph.build(openSupergraphSdl).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
