/** The kinds that all three pillars keep, and how a pillar's subgraph is made of kinds. */

import type { Connection } from 'mongoose';
import { isSingleKind, KINDS, SINGLE_KINDS } from '../../schema/kinds.ts';
import type { StewardCode, SubgraphName } from '../../schema/stewards.ts';
import { buildSubgraph } from '../kit/build.ts';
import { createCollection, type Collection, type ReadableCollection } from '../kit/collection.ts';
import type { Kind } from '../kit/kind.ts';
import type { ResolverMap } from '../kit/resolvers.ts';
import { searchContribution } from '../kit/search/contribution.ts';
import { createSearchModel } from '../kit/search/entry.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import { BLUEPRINT_ELEMENT } from './blueprint-element/blueprint-element.ts';
import { BODY } from './body/resolvers.ts';
import { INSTRUMENT } from './instrument/resolvers.ts';
import { MEETING } from './meeting/resolvers.ts';
import { MONITORING_ITEM } from './monitoring-item/monitoring-item.ts';
import { PARTS } from './parts/resolvers.ts';
import { REGIONAL_ENTITY } from './regional-entity/regional-entity.ts';
import { SECTOR } from './sector/sector.ts';
import { SMART_CITY_PROJECT } from './smart-city-project/smart-city-project.ts';
import { STAKE } from './stake/stake.ts';
import { PILLAR } from './steward/resolvers.ts';

/** The kinds that every pillar keeps. */
const SHARED_KINDS: readonly Kind[] = [
  PILLAR,
  BODY,
  SECTOR,
  BLUEPRINT_ELEMENT,
  MEETING,
  INSTRUMENT,
  STAKE,
  MONITORING_ITEM,
  REGIONAL_ENTITY,
  SMART_CITY_PROJECT,
];

/** What a pillar is made of. */
export interface PillarParts {
  readonly name: SubgraphName;
  /** Whose records it keeps. */
  readonly stewards: readonly StewardCode[];
  readonly connection: Connection;
  /** The kinds that only this pillar keeps. */
  readonly ownKinds: readonly Kind[];
  readonly resolvers: ResolverMap;
  /** What it keeps beside the records of the data set, with its indexes built. */
  readonly ledgers?: readonly ReadableCollection[];
}

/** A pillar's subgraph, and the collections into which its records are loaded. */
export interface PillarSubgraph {
  readonly subgraph: Subgraph;
  readonly shelves: readonly Collection[];
}

/** Makes the subgraph of a pillar over its database, with the indexes of its models. */
export async function createPillar({
  name,
  stewards,
  connection,
  ownKinds,
  resolvers,
  ledgers = [],
}: PillarParts): Promise<PillarSubgraph> {
  const kinds = [...SHARED_KINDS, ...ownKinds];
  const search = createSearchModel(connection);
  const shelves = kinds.map(({ collection }) =>
    createCollection(connection, keepersAmong(stewards, collection.entity), collection, search),
  );
  await Promise.all([search, ...shelves.map(({ model }) => model)].map((model) => model.init()));
  const own = { ...PARTS, ...searchContribution(name, { model: search, stewards }), ...resolvers };
  return { subgraph: buildSubgraph({ name, kinds, collections: [...shelves, ...ledgers], resolvers: own }), shelves };
}

/** Which of these stewards keep the kind. */
function keepersAmong(stewards: readonly StewardCode[], entity: Kind['collection']['entity']): StewardCode[] {
  const keepers: readonly StewardCode[] = isSingleKind(entity) ? [SINGLE_KINDS[entity].steward] : KINDS[entity].keepers;
  return stewards.filter((steward) => keepers.includes(steward));
}
