/** Projects of smart cities, each kept by the pillar whose work it is. */

import type { SmartCityProject } from '../../../schema/generated/graph.ts';
import type { SmartCityProjectRecord } from '../../../schema/records/index.ts';
import type { StewardCode } from '../../../schema/stewards.ts';
import { anyOf, conditionOf } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow, followSteward } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

type StoredProject = SmartCityProjectRecord & { readonly steward: string };

const project: FieldResolvers<StoredProject, SmartCityProject> = {
  city: ({ cityId }, _args, context, info) => follow('SmartCity', cityId, context, info),
  steward: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillar: ({ steward }, _args, context, info) => followSteward(steward as StewardCode, context, info),
  pillarTags: ({ pillars }) => pillars,
  portfolioProject: ({ portfolioProjectId }, _args, context, info) =>
    follow('SmartCityProject', portfolioProjectId, context, info),
  actionPlanProject: ({ actionPlanProjectId }, _args, context, info) =>
    follow('SmartCityProject', actionPlanProjectId, context, info),
};

/** Projects of smart cities, as each pillar keeps its own. */
export const SMART_CITY_PROJECT = kind({
  collection: {
    entity: 'SmartCityProject',
    kind: 'smart-city-project',
    name: 'smartCityProjects',
    searched: ({ title, summary }) => ({ title, names: [title], texts: [summary] }),
    list: {
      kind: 'SmartCityProject',
      scopes: { cityId: 'cityId' },
      condition: conditionOf({
        cityIds: anyOf('cityId'),
        memberStates: anyOf('memberState'),
        programmes: anyOf('programme'),
        phases: anyOf('phase'),
        statuses: anyOf('status'),
        focusAreas: anyOf('focusAreas'),
      }),
    },
  },
  resolvers: project,
});
