/** Observations: published figures by indicator, state and year. */

import type { Observation } from '../../../schema/generated/graph.ts';
import type { ObservationRecord } from '../../../schema/records/index.ts';
import type { Condition, Find, StoredRecord } from '../../kit/collection.ts';
import { anyOf, atLeast, atMost, conditionOf, equals } from '../../kit/conditions.ts';
import { kind } from '../../kit/kind.ts';
import { follow } from '../../kit/reference.ts';
import type { FieldResolvers } from '../../kit/resolvers.ts';

const observation: FieldResolvers<ObservationRecord, Observation> = {
  indicator: ({ indicatorId }, _args, context, info) => follow('ReadinessIndicator', indicatorId, context, info),
  memberState: ({ memberState }, _args, context, info) => follow('MemberState', memberState, context, info),
  memberStateCode: ({ memberState }) => memberState,
};

const condition = conditionOf({
  indicators: anyOf('indicatorId'),
  families: anyOf('family'),
  issueId: equals('indicatorIssueIds'),
  memberStates: anyOf('memberState'),
  fromYear: atLeast('year'),
  toYear: atMost('year'),
});

const SERIES = ['indicatorId', 'memberState', 'year', 'edition'] as const;
const OLDEST_FIRST = Object.fromEntries([...SERIES, '_id'].map((path) => [path, 1 as const]));

/**
 * The newest row with a value of each indicator and state, the region being one of its own; of one year the last by edition.
 * A rank alone is no value.
 */
async function newestOfEach(others: Condition, find: Find): Promise<Condition> {
  const rows = await find({ $and: [others, { hasValue: true }] }, SERIES, OLDEST_FIRST);
  const newest = new Map(rows.map((row: StoredRecord) => [`${row['indicatorId']} ${row['memberState']}`, row.id]));
  return { _id: { $in: [...newest.values()] } };
}

/** Observations, which the AEC keeps. */
export const OBSERVATION = kind({
  collection: {
    entity: 'Observation',
    kind: 'observation',
    name: 'observations',
    derived: { family: 'String', indicatorIssueIds: ['String'], hasValue: 'Boolean' },
    derive: ({ indicatorId, value, valueText }, records) => {
      const indicator = records.find('indicator', indicatorId);
      return {
        family: indicator?.family ?? null,
        indicatorIssueIds: indicator?.issueIds ?? [],
        hasValue: value !== null || valueText !== null,
      };
    },
    list: {
      kind: 'Observation',
      scopes: { indicatorId: 'indicatorId', memberState: 'memberState' },
      condition: ({ latest, ...filter }, find) => {
        const others = condition(filter);
        return latest === true ? newestOfEach(others, find) : others;
      },
    },
  },
  resolvers: observation,
});
