/** Regional entities: centres, institutes and others associated with ASEAN. */

import type { RegionalEntity } from '../../../schema/generated/graph.ts';
import type { RegionalEntityRecord } from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { anyOf, conditionOf } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followAll, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';
import { printed, searchedValues, type Searched } from '../../kit/search/entry.ts';
import { containsText, fold } from '../../kit/text.ts';
import { stateName } from '../parts/state-name.ts';

type StoredEntity = RegionalEntityRecord & { readonly steward: string; readonly country: string | null };

const regionalEntity: FieldResolvers<StoredEntity, RegionalEntity> = {
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillar: ({ pillar }, _args, context, info) => followSteward(pillar, context, info),
  type: ({ entityType }) => entityType,
  city: ({ hostCity }) => hostCity,
  memberState: ({ hostCountryCode }, _args, context, info) => follow('MemberState', hostCountryCode, context, info),
  founded: ({ founded }) => founded?.date,
  foundedEvent: ({ founded }) => founded?.event,
  relatedBody: ({ relatedBodyId }, _args, context, info) => follow('Body', relatedBodyId, context, info),
  body: ({ bodyId }, _args, context, info) => follow('Body', bodyId, context, info),
  sectors: ({ sectorIds }, _args, context, info) => followAll('Sector', sectorIds, context, info),
};

const searched = ({ name, acronym, alternativeAcronyms, description }: RegionalEntityRecord): Searched => ({
  title: printed(name, acronym),
  names: [name, acronym, ...alternativeAcronyms],
  texts: [description],
});

/** Regional entities, as every steward keeps them. */
export const REGIONAL_ENTITY = kind({
  collection: {
    entity: 'RegionalEntity',
    kind: 'regional-entity',
    name: 'regionalEntities',
    derived: { folded: ['String'], country: 'String' },
    derive: (entity, records) => ({
      folded: fold(searchedValues(searched(entity))),
      country: entity.hostCountryName ?? stateName(entity.hostCountryCode, records),
    }),
    searched,
    list: {
      kind: 'RegionalEntity',
      scopes: { memberState: 'hostCountryCode' },
      condition: conditionOf({
        types: anyOf('entityType'),
        relationships: anyOf('relationship'),
        memberStates: anyOf('hostCountryCode'),
        text: containsText,
      }),
    },
  },
  resolvers: regionalEntity,
});
