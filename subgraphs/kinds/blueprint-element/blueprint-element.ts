/** Blueprint elements: the characteristics and numbered parts of a pillar's blueprint. */

import type { BlueprintElement } from '../../../schema/generated/graph.ts';
import type { BlueprintElementRecord } from '../../../schema/records/index.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const blueprintElement: FieldResolvers<BlueprintElementRecord, BlueprintElement> = {
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  parent: ({ parentId }, _args, context, info) => follow('BlueprintElement', parentId, context, info),
  children: ({ id }, _args, context) => context.related('BlueprintElement', 'parentId', id),
  sdgs: ({ sdgs }, _args, context, info) => followAll('Sdg', sdgs, context, info),
  instrument: ({ instrumentId }, _args, context, info) => follow('Instrument', instrumentId, context, info),
};

/** Blueprint elements, as each pillar keeps its own. */
export const BLUEPRINT_ELEMENT = kind({
  collection: {
    entity: 'BlueprintElement',
    kind: 'blueprint-element',
    name: 'blueprintElements',
    lookups: ['parentId', 'sdgs'],
    searched: ({ number, title, officialTitle, description }) => ({
      title: `${number} ${title}`,
      names: [number, title, officialTitle],
      texts: [description],
    }),
  },
  resolvers: blueprintElement,
});
