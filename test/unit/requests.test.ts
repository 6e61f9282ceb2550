/** What a list is asked for: defaults, limits, and the text that travels to the pillars. */

import { describe, expect, test } from 'vitest';
import { ORDERS, orderOf, type ListKind } from '../../schema/orders.ts';
import { cursorWriter } from '../../subgraphs/kit/list/cursor.ts';
import {
  checkFilter,
  readRequest,
  startList,
  writeRequest,
  type ListArguments,
} from '../../subgraphs/kit/list/request.ts';

const start = (given: ListArguments) => startList('Meeting', {}, given);

describe('a list', () => {
  test('has 25 rows from its start, in its default order, where nothing is said', () => {
    expect(start({})).toEqual({
      kind: 'Meeting',
      steward: null,
      scope: null,
      filter: {},
      order: 'STARTS_ASC',
      size: 25,
      from: 'start',
      after: null,
      before: null,
    });
  });

  test('takes nulls as if they had not been given', () => {
    const nulls = {
      filter: { from: null, bodyIds: null },
      orderBy: null,
      first: null,
      after: null,
      last: null,
      before: null,
    };
    expect(start(nulls)).toEqual(start({}));
  });

  test.each([0, 1, 200])('may have %i rows', (size) => {
    expect(start({ first: size })).toMatchObject({ size, from: 'start' });
    expect(start({ last: size })).toMatchObject({ size, from: 'end' });
  });

  test('reads cursors of itself', () => {
    const list = start({ orderBy: 'STARTS_DESC' });
    const cursor = cursorWriter(list)(['2018', 'aec:x']);
    expect(start({ orderBy: 'STARTS_DESC', after: cursor })).toMatchObject({ after: ['2018', 'aec:x'], before: null });
  });
});

describe('refused with what was received and what is allowed:', () => {
  test.each<[string, ListArguments, string]>([
    ['a negative size', { first: -1 }, '`first` is -1: allowed are 0 to 200.'],
    ['too large a size', { last: 201 }, '`last` is 201: allowed are 0 to 200.'],
    ['two sizes', { first: 1, last: 2 }, '`first` (1) and `last` (2) exclude each other: give one of them.'],
    [
      'a range of days that is empty',
      { filter: { from: '2025-06-30', to: '2025-05-01' } },
      '`from` (2025-06-30) comes after `to` (2025-05-01): give a range that is not empty.',
    ],
    [
      'a range of years that is empty',
      { filter: { fromYear: 2020, toYear: 2019 } },
      '`fromYear` (2020) comes after `toYear` (2019): give a range that is not empty.',
    ],
  ])('%s', (_name, given, message) => {
    expect(() => start(given)).toThrow(message);
  });

  test('an order that the kind has not', () => {
    expect(() => start({ orderBy: 'NAME_ASC' })).toThrow('Meeting has no order "NAME_ASC"');
  });
});

test('a filter keeps false, zero and empty lists, which are conditions, and drops nulls, which are none', () => {
  expect(checkFilter({ latest: false, year: 0, ids: [], text: null, code: undefined })).toEqual({
    latest: false,
    year: 0,
    ids: [],
  });
});

test('a range of one day is not empty', () => {
  expect(checkFilter({ from: '2025-05-01', to: '2025-05-01' })).toEqual({ from: '2025-05-01', to: '2025-05-01' });
});

test('a request survives its journey, and the same request is the same text', () => {
  const at = { steward: 'AEC', scope: { by: 'issueId', of: 'smart-cities' } } as const;
  const one = startList('Instrument', at, { first: 5, filter: { kinds: ['PLAN'], text: 'ICT' } });
  const other = startList('Instrument', at, { filter: { text: 'ICT', kinds: ['PLAN'] }, first: 5 });
  expect(readRequest(writeRequest(one))).toEqual(one);
  expect(writeRequest(other)).toBe(writeRequest(one));
});

test('every order ends in the id, so that it is total', () => {
  for (const kind of Object.keys(ORDERS) as ListKind[]) {
    for (const name of Object.keys(ORDERS[kind])) expect(orderOf(kind, name).order.by.at(-1)).toBe('_id');
  }
});
