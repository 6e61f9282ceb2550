/** A graph small enough to be read whole: one kind that the pillars keep, one that the AEC alone keeps, and a list over all. */

import { parse } from 'graphql';
import { deriveAll } from '../../schema/compose.ts';
import { writeOut } from '../../schema/derive/model.ts';
import { readSource } from '../../schema/derive/source.ts';
import type { SubgraphName } from '../../schema/stewards.ts';

/** As schema/graph would hold it. */
export const SMALL_GRAPH = `
"What may be asked."
type Query {
  "All sectors."
  sectors: MergedSectorConnection @by(subgraph: DIRECTORY)
  "A sector."
  sector("Its id." id: ID!): Sector @by(subgraph: DIRECTORY)
  "A city."
  smartCity("Its id." id: ID!): SmartCity @by(subgraph: AEC)
}

"A sector of a pillar."
interface Sector @each @connection(merged: true) {
  "Its id."
  id: ID!
  "Its name."
  name: String!
  "Where it has its seat."
  seat: SmartCity
}

extend type EconomicSector {
  "What it turns over, in US dollars."
  turnover: Float
}

"A city."
type SmartCity @by(subgraph: AEC) @key(fields: "id") {
  "Its id."
  id: ID!
  "Its name."
  name: String!
  "Where it lies."
  place: Place!
  "Its sectors, whoever keeps them."
  sectors: MergedSectorConnection
  "What it is praised for."
  praise: [String!] @by(subgraph: ASCC)
}

"A place on earth."
type Place @value {
  "Latitude in decimal degrees, north positive."
  latitude: Float!
}

"Where a page stands."
type PageInfo @value {
  "Whether rows follow."
  hasNextPage: Boolean!
}
`;

/** The SDL of each subgraph of a graph. */
export function derive(graph: string): Record<SubgraphName, string> {
  return deriveAll(writeOut(readSource(parse(graph))));
}
