/** Rule 16: which days a date stands for, and which records share one with a span. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { idList, idsOf, refusal } from './asking.ts';
import { records, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const MEETINGS = records('meetings');
const INSTRUMENTS = records('instruments');

/** The first and the last day that a partial date may mean; text order is time order. */
const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) => {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number);
  return `${date}-${new Date(Date.UTC(year!, month!, 0)).getUTCDate()}`;
};

interface Span {
  readonly from?: string;
  readonly to?: string;
}

const shares = (start: string | null, end: string | null, { from, to }: Span) =>
  start !== null && end !== null && (!from || lastDay(end) >= from) && (!to || firstDay(start) <= to);

const filterOf = ({ from, to }: Span) => `filter: { ${from ? `from: "${from}"` : ''} ${to ? `to: "${to}"` : ''} }`;

const SPANS: readonly Span[] = [
  { from: '2018-05-24', to: '2018-05-24' },
  { from: '2021-10-31', to: '2021-10-31' },
  { from: '2021-10-01', to: '2021-10-01' },
  { from: '2023-12-31', to: '2023-12-31' },
  { from: '2020-11-15', to: '2020-11-20' },
  { from: '2025-04-30' },
  { to: '2011-11-01' },
  { from: '2012-10-04', to: '2012-10-04' },
  { from: '2020-02-29', to: '2020-12-31' },
];

describe('dates', () => {
  test.for(SPANS)('rule 16: a meeting matches when a day from its start to its end is in %o', async (span) => {
    const expected = MEETINGS.filter(({ startDate, endDate }) => shares(startDate, endDate, span));
    expect((await idsOf(graph, 'meetings', filterOf(span))).sort()).toEqual(idList(expected).sort());
  });

  test.for(SPANS)('rule 16: a partial date of an instrument matches every day it may mean: %o', async (span) => {
    const expected = INSTRUMENTS.filter(({ adoptedOn }) => shares(adoptedOn, adoptedOn, span));
    expect((await idsOf(graph, 'instruments', filterOf(span))).sort()).toEqual(idList(expected).sort());
  });

  test('rule 16: the last day of a span and the first are included', async () => {
    const on = (from: string, to: string) => idsOf(graph, 'meetings', filterOf({ from, to }));
    expect(await on('2012-10-04', '2012-10-31')).toContain('apsc:amf-3');
    expect(await on('2012-09-01', '2012-10-03')).toContain('apsc:amf-3');
    expect(await on('2012-10-05', '2012-10-31')).not.toContain('apsc:amf-3');
  });

  test('rule 16: the window with related meetings is not the time of a meeting', async () => {
    const { window, startDate } = MEETINGS.find(({ id }) => id === 'apsc:ammtc-11');
    expect(window.startDate < startDate).toBe(true);
    const span = filterOf({ from: window.startDate, to: window.startDate });
    expect(await idsOf(graph, 'meetings', span)).not.toContain('apsc:ammtc-11');
  });

  test('rule 16: a record without a date does not match, however wide the span', async () => {
    const undated: DataRecord[] = INSTRUMENTS.filter(({ adoptedOn }) => adoptedOn === null);
    expect(undated).not.toEqual([]);
    const found = await idsOf(graph, 'instruments', filterOf({ from: '0001-01-01', to: '9999-12-31' }));
    expect(found).toHaveLength(INSTRUMENTS.length - undated.length);
    expect(await idsOf(graph, 'instruments', filterOf({ from: '0001-01-01' }))).toHaveLength(found.length);
  });

  test.for(['meetings', 'instruments'])('rule 16: `from` after `to` is an error: %s', async (list) => {
    expect(
      await refusal(graph, `{ ${list}(filter: { from: "2020-01-02", to: "2020-01-01" }) { totalCount } }`),
    ).toEqual(['INVALID_FILTER']);
  });

  test.for(['2024-02-30', '2023-02-29', '2024-13-01', '2024', '2024-05', '2024-5-1', 'yesterday'])(
    'rule 16: `%s` is no day of the calendar, which is an error',
    async (from) => {
      expect(await refusal(graph, `{ meetings(filter: { from: "${from}" }) { totalCount } }`)).toEqual([
        'INVALID_DATE',
      ]);
    },
  );
});
