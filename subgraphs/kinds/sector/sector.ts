/** Sectors of cooperation of a pillar. */

import type { Sector } from '../../../schema/generated/graph.ts';
import type { SectorRecord } from '../../../schema/records/index.ts';
import { kind } from '../../kit/kind.ts';
import { followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const sector: FieldResolvers<SectorRecord, Sector> = {
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  leadBodies: ({ leadBodyIds }, _args, context, info) => followAll('Body', leadBodyIds, context, info),
  elements: ({ blueprintElementIds }, _args, context, info) =>
    followAll('BlueprintElement', blueprintElementIds, context, info),
};

/** Sectors, as each pillar keeps its own. */
export const SECTOR = kind({
  collection: {
    entity: 'Sector',
    kind: 'sector',
    name: 'sectors',
    searched: ({ name, description }) => ({ title: name, names: [name], texts: [description] }),
  },
  resolvers: sector,
});
