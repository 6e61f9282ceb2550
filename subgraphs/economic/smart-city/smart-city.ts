/** Smart cities: the member cities of the ASEAN Smart Cities Network. */

import type { SmartCity } from '../../../schema/generated/graph.ts';
import type { SmartCityRecord } from '../../../schema/records/index.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { startList, writeRequest, type ListArguments } from '../../kit/list/request.ts';
import { follow } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

/** The cohort of the pilot cities. */
const PILOT_COHORT = 'PILOT_2018';

const smartCity: FieldResolvers<SmartCityRecord, SmartCity> = {
  memberState: ({ memberState }, _args, context, info) => follow('MemberState', memberState, context, info),
  population: ({ population }) => population.value,
  populationYear: ({ population }) => population.year,
  populationScope: ({ population }) => population.scope,
  populationApproximate: ({ population }) => population.approximate,
  populationBasis: ({ population }) => population.basis,
  pilot: ({ cohort }) => cohort === PILOT_COHORT,
  nationalCapital: ({ isNationalCapital }) => isNationalCapital,
  projects: ({ id }, args: ListArguments) => ({
    request: writeRequest(startList('SmartCityProject', { scope: { by: 'cityId', of: id } }, args)),
  }),
  partnerships: ({ id }, _args, context) => context.related('SmartCityPartnership', 'cityIds', id),
};

/** Smart cities, which the AEC keeps. */
export const SMART_CITY = kind({
  collection: {
    entity: 'SmartCity',
    kind: 'smart-city',
    name: 'smartCities',
    lookups: ['memberState'],
    searched: ({ name, summary }) => ({ title: name, names: [name], texts: [summary] }),
    list: {
      kind: 'SmartCity',
      scopes: {},
      condition: conditionOf({
        memberStates: anyOf('memberState'),
        joinedYear: equals('joinedYear'),
        pilot: (pilot) => ({ cohort: pilot ? PILOT_COHORT : { $ne: PILOT_COHORT } }),
        focusAreas: anyOf('focusAreas'),
      }),
    },
  },
  resolvers: smartCity,
});
