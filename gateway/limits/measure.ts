/** What an operation measures over one supergraph: how many lists it nests, what it weighs for the planner, what it costs to answer; and whether its pages have sizes. */

import { parse, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { NormalisedOperation } from '../execution/normalise.ts';
import { withDefaults } from './cost.ts';
import { costFacts } from './cost-facts.ts';
import { nestedLists } from './nested-lists.ts';
import { pageSizeRefusal, pagesOf } from './page-sizes.ts';
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

/** Measures an operation with its variables. The schema is that of the API. Throws `INVALID_PAGE_SIZE`. */
export type Measure = (
  operation: NormalisedOperation,
  of: { readonly schema: GraphQLSchema; readonly variables: Readonly<Record<string, unknown>> },
) => Measured;

/** Makes it for a supergraph. Pages of another graph than this one may be of any size. */
export function createMeasure(
  supergraphSdl: string,
  { isForeign = false }: { readonly isForeign?: boolean } = {},
): Measure {
  const document = parse(supergraphSdl, { noLocation: true });
  const contributed = contributedFields(document);
  const facts = costFacts(document);
  const prices = createPrices(facts);
  // The server keeps the documents it has parsed, so an operation that comes again is the same node.
  const known = new WeakMap<
    OperationDefinitionNode,
    Pick<Measured, 'lists' | 'weight'> & { readonly pages: readonly FieldNode[] }
  >();
  return ({ operation, fragments }, { schema, variables }) => {
    let measured = known.get(operation);
    if (!measured) {
      measured = {
        lists: nestedLists(operation, { schema, fragments }),
        weight: weightOf(operation, { schema, contributed, fragments }),
        pages: isForeign ? [] : pagesOf(operation, { schema, fragments, facts }),
      };
      known.set(operation, measured);
    }
    const { lists, weight, pages } = measured;
    const refused = pages.length > 0 && pageSizeRefusal(pages, withDefaults(operation, variables));
    if (refused) throw refused;
    return { lists, weight, cost: prices.costOf({ operation, fragments, variables, schema }) };
  };
}
