/** Partial dates: which there are, and the days that they may mean. */

import { expect, test } from 'vitest';
import { firstDay, isPartialDate, lastDay } from '../../schema/records/partial-date.ts';

test.each([
  ['2018', '2018-01-01', '2018-12-31'],
  ['2018-05', '2018-05-01', '2018-05-31'],
  ['2018-02', '2018-02-01', '2018-02-28'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2000-02', '2000-02-01', '2000-02-29'],
  ['1967-12', '1967-12-01', '1967-12-31'],
  ['2018-05-25', '2018-05-25', '2018-05-25'],
])('%s may mean the days from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test.each(['2018', '2018-05', '2018-12', '2018-05-25', '2020-02-29'])('%s is a date', (text) => {
  expect(isPartialDate(text)).toBe(true);
});

test.each([
  '',
  '18',
  '2018-5',
  '2018-13',
  '2018-00',
  '2018-02-29',
  '1900-02-29',
  '2018-05-00',
  '2018-05-25T00:00:00Z',
  ' 2018',
])('%j is none', (text) => {
  expect(isPartialDate(text)).toBe(false);
});
