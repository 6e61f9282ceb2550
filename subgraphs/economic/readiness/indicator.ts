/** Readiness indicators: what is measured for Industry 4.0 and digital development. */

import type { ReadinessIndicator } from '../../../schema/generated/graph.ts';
import type { IndicatorRecord } from '../../../schema/records/index.ts';
import { anyOf, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { connection } from '../../kit/list/connection.ts';
import { startList, type ListArguments } from '../../kit/list/request.ts';
import { follow, followAll, followStewards } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const indicator: FieldResolvers<IndicatorRecord, ReadinessIndicator> = {
  parent: ({ parentId }, _args, context, info) => follow('ReadinessIndicator', parentId, context, info),
  observations: ({ id }, args: ListArguments, context, info) =>
    connection(startList('Observation', { scope: { by: 'indicatorId', of: id } }, args), context, info),
  pillars: ({ pillars }, _args, context, info) => followStewards(pillars, context, info),
  issues: ({ issueIds }, _args, context, info) => followAll('CrossPillarIssue', issueIds, context, info),
};

/** Indicators, which the AEC keeps. */
export const READINESS_INDICATOR = kind({
  collection: {
    entity: 'ReadinessIndicator',
    kind: 'indicator',
    name: 'indicators',
    lookups: ['issueIds'],
    searched: ({ name, description }) => ({ title: name, names: [name], texts: [description] }),
  },
  resolvers: indicator,
});

/** The condition of a `ReadinessIndicatorFilter`. */
export const indicatorCondition = conditionOf({
  families: anyOf('family'),
  issueId: equals('issueIds'),
  pillars: anyOf('pillars'),
});
