/** The names of the hidden fields through which pillars contribute to lists: one convention for the SDL and for the resolvers. */

import type { SubgraphName } from '../stewards.ts';

/** A pillar's page of a merged list: `aecPage`. */
export function pageField(subgraph: SubgraphName): string {
  return `${subgraph}Page`;
}

/** How many rows of a merged list a pillar has: `aecTotal`. */
export function totalField(subgraph: SubgraphName): string {
  return `${subgraph}Total`;
}

/** What a pillar contributes to a short complete list: `aecMandates`. */
export function contributionField(subgraph: SubgraphName, field: string): string {
  return subgraph + field.charAt(0).toUpperCase() + field.slice(1);
}
