/** Costs that were reckoned before: an operation that comes again with values that cost the same is not reckoned again. */

import { Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import type { LRUCache } from 'lru-cache';
import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';
import type { CostFacts } from './cost-facts.ts';
import { costOf, type PricedOperation } from './cost.ts';

/** What operations cost over one supergraph. */
export interface Prices {
  costOf(operation: Omit<PricedOperation, 'facts'>): number;
}

/** Of the costs of one operation. */
const KEPT = { most: 32, characters: 10_000 };

/** Makes them, with nothing reckoned. */
export function createPrices(facts: CostFacts): Prices {
  const known = new WeakMap<OperationDefinitionNode, LRUCache<string, number>>();
  return {
    costOf(priced) {
      const prices = known.get(priced.operation) ?? keptTexts<number>(KEPT);
      known.set(priced.operation, prices);
      const key = keyOf(priced, facts);
      let price = prices.get(key);
      if (price === undefined) {
        price = costOf({ ...priced, facts });
        prices.set(key, price);
      }
      return price;
    },
  };
}

/** The values that can tell two costs apart: numbers and conditions, inputs with a price, and of all others whether they are given. */
function keyOf({ operation, variables }: Omit<PricedOperation, 'facts'>, { costlyInputs }: CostFacts): string {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return '';
  return JSON.stringify(
    definitions.map(({ variable, type }) => {
      const value = variables[variable.name.value];
      const name = named(type);
      if (value === undefined) return [];
      return name === 'Int' || name === 'Boolean' || costlyInputs.has(name) ? [value] : [value === null];
    }),
  );
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
