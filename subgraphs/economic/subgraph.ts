/** The subgraph of the Economic Community: its own records, smart cities, and readiness for Industry 4.0. */

import type { Connection } from 'mongoose';
import { contributionField } from '../../schema/derive/hidden.ts';
import type { ListKind } from '../../schema/orders.ts';
import { contributedElements } from '../kinds/blueprint-element/contribution.ts';
import { mandatesFromStakes } from '../kinds/body/mandates.ts';
import { contributedEvidence } from '../kinds/stake/evidence.ts';
import { createPillar, type PillarSubgraph } from '../kinds/pillar.ts';
import type { Condition } from '../kit/collection.ts';
import type { Context } from '../kit/context.ts';
import { connection as page } from '../kit/list/connection.ts';
import { checkFilter, startList, type ListArguments, type Scope } from '../kit/list/request.ts';
import type { FieldResolver, ResolverMap } from '../kit/resolvers.ts';
import { READINESS_INDICATOR, indicatorCondition } from './readiness/indicator.ts';
import { INITIATIVE } from './readiness/initiative.ts';
import { OBSERVATION } from './readiness/observation.ts';
import { SMART_CITY_PARTNERSHIP } from './smart-city/partnership.ts';
import { SMART_CITY } from './smart-city/smart-city.ts';

type ById = { readonly id: string };
type ByCode = { readonly code: string };
type Filtered = { readonly filter?: Condition | null };

function list(kind: ListKind, scope?: Scope): FieldResolver<unknown, ListArguments> {
  return (_root, args, context, info) => page(startList(kind, scope ? { scope } : {}, args), context, info);
}

const resolvers: ResolverMap = {
  Query: {
    smartCities: list('SmartCity'),
    smartCity: (_root: unknown, { id }: ById, context: Context) => context.record('SmartCity', id),
    smartCityPartnerships: list('SmartCityPartnership'),
    smartCityPartnership: (_root: unknown, { id }: ById, context: Context) =>
      context.record('SmartCityPartnership', id),
    readinessIndicators: (_root: unknown, { filter }: Filtered, context: Context) =>
      context.all('ReadinessIndicator', indicatorCondition(checkFilter(filter ?? {}))),
    readinessIndicator: (_root: unknown, { id }: ById, context: Context) => context.record('ReadinessIndicator', id),
    observations: list('Observation'),
    initiatives: list('Initiative'),
    initiative: (_root: unknown, { id }: ById, context: Context) => context.record('Initiative', id),
  },
  MemberState: {
    __resolveReference: (representation: unknown) => representation,
    smartCities: ({ code }: ByCode, _args: unknown, context: Context) =>
      context.related('SmartCity', 'memberState', code, ['name']),
    observations: ((parent, args, context, info) =>
      list('Observation', { by: 'memberState', of: parent.code })(parent, args, context, info)) satisfies FieldResolver<
      ByCode,
      ListArguments
    >,
  },
  CrossPillarIssue: {
    ...contributedEvidence('aec'),
    indicators: ({ id }: ById, _args: unknown, context: Context) =>
      context.related('ReadinessIndicator', 'issueIds', id),
    initiatives: ({ id }: ById, _args: unknown, context: Context) =>
      context.related('Initiative', 'issueIds', id, ['date']),
  },
  Partner: {
    __resolveReference: (representation: unknown) => representation,
    smartCityPartnerships: ({ id }: ById, _args: unknown, context: Context) =>
      context.related('SmartCityPartnership', 'dialoguePartnerId', id),
  },
  CommunityBody: {
    __resolveReference: (representation: unknown) => representation,
    [contributionField('aec', 'mandates')]: ({ id }: ById, _args: unknown, context: Context) =>
      mandatesFromStakes(id, context),
  },
  Sdg: contributedElements('aec'),
};

/** Makes the subgraph over the database of the AEC. */
export function createEconomicSubgraph({ connection }: { readonly connection: Connection }): Promise<PillarSubgraph> {
  const ownKinds = [SMART_CITY, SMART_CITY_PARTNERSHIP, READINESS_INDICATOR, OBSERVATION, INITIATIVE];
  return createPillar({ name: 'aec', stewards: ['AEC'], connection, ownKinds, resolvers });
}
