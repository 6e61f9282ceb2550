/** Conditions of filters. */

import { expect, test } from 'vitest';
import { anyOf, atLeast, atMost, conditionOf, equals } from '../../subgraphs/kit/conditions.ts';

const condition = conditionOf({
  statuses: anyOf('status'),
  code: equals('memberState'),
  from: atLeast('lastDay'),
  to: atMost('firstDay'),
});

test('no field is no condition', () => {
  expect(condition({})).toEqual({});
});

test('one field stands alone', () => {
  expect(condition({ statuses: ['PLANNED', 'COMPLETED'] })).toEqual({ status: { $in: ['PLANNED', 'COMPLETED'] } });
});

test('an empty list matches nothing, rather than everything', () => {
  expect(condition({ statuses: [] })).toEqual({ status: { $in: [] } });
});

test('several fields are joined by AND', () => {
  expect(condition({ code: 'THA', from: '2018-01-01', to: '2018-12-31' })).toEqual({
    $and: [{ memberState: 'THA' }, { lastDay: { $gte: '2018-01-01' } }, { firstDay: { $lte: '2018-12-31' } }],
  });
});

test('a field that the table lacks is an error, so that none is passed over', () => {
  expect(() => condition({ text: 'x' })).toThrow('No condition for the filter field text');
});
