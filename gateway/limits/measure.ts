/** What an operation measures over one supergraph: how many lists it nests, what it weighs for the planner, what it costs to answer. */

import { parse, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { NormalisedOperation } from '../execution/normalise.ts';
import { costFacts } from './cost-facts.ts';
import { nestedLists } from './nested-lists.ts';
import { createPrices } from './prices.ts';
import { contributedFields, weightOf } from './weight.ts';

/** The measures, by the names of the table of limits. */
export interface Measured {
  /** How many lists stand inside each other. */
  readonly lists: number;
  /** In leaves. */
  readonly weight: number;
  /** In points, with the variables as they were sent. */
  readonly cost: number;
}

/** Measures an operation with its variables. The schema is that of the API. */
export type Measure = (
  operation: NormalisedOperation,
  of: { readonly schema: GraphQLSchema; readonly variables: Readonly<Record<string, unknown>> },
) => Measured;

/** Makes it for a supergraph. */
export function createMeasure(supergraphSdl: string): Measure {
  const document = parse(supergraphSdl, { noLocation: true });
  const contributed = contributedFields(document);
  const prices = createPrices(costFacts(document));
  // The server keeps the documents it has parsed, so an operation that comes again is the same node.
  const known = new WeakMap<OperationDefinitionNode, Pick<Measured, 'lists' | 'weight'>>();
  return ({ operation, fragments }, { schema, variables }) => {
    let measured = known.get(operation);
    if (!measured) {
      measured = {
        lists: nestedLists(operation, { schema, fragments }),
        weight: weightOf(operation, { schema, contributed, fragments }),
      };
      known.set(operation, measured);
    }
    return { ...measured, cost: prices.costOf({ operation, fragments, variables, schema }) };
  };
}
