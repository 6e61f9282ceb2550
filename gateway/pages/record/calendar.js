/** The place of a dated record in the calendar: the meetings before it, in its time and after it, no further than a year away. */

import { explorerAddress } from '../shared/addresses.js';
import { h } from '../shared/elements.js';
import { askOperation } from './ask.js';
import { recordAddressOf } from '../shared/record-kinds.js';
import { showNamed, showTime } from './value.js';
import { labelOf } from './words.js';

const SHOWN = 3;
const YEAR_DAYS = 366;

/** Whether the date of a kind is that of a meeting, so that it has a place in the calendar itself. */
export function isMeeting({ type }) {
  return type === 'Meeting';
}

/** The section; undefined where the record has no date. */
export async function calendarOf(record, entry) {
  const given = entry.dates.filter((field) => record[field]);
  const [from, to = from] = given.map((field) => record[field]);
  if (from === undefined) return undefined;
  const first = firstDay(from);
  const last = lastDay(to);
  const { data } = await askOperation('record-calendar', {
    start: first,
    end: last,
    before: shifted(first, -1),
    after: shifted(last, 1),
  });
  const own = recordAddressOf(record);
  const seen = new Set([own]);
  const isNear = ({ startsOn }) =>
    lastDay(startsOn) >= shifted(first, -YEAR_DAYS) && firstDay(startsOn) <= shifted(last, YEAR_DAYS);
  const take = (list) => {
    const fresh = (list?.nodes ?? []).filter((each) => isNear(each) && !seen.has(recordAddressOf(each)));
    const taken = fresh.slice(0, SHOWN);
    for (const each of taken) seen.add(recordAddressOf(each));
    return taken;
  };
  const [during, earlier, later] = [data.during, data.earlier, data.later].map(take);
  const year = from.slice(0, 4);
  return [
    h('p', {}, !isMeeting(entry) && `${labelOf(given[0])}: `, showTime(from), to !== from && [' to ', showTime(to)]),
    earlier.length + during.length + later.length === 0 &&
      h('p', { class: 'quiet' }, 'No other meeting within a year of it is on record.'),
    group('Meetings on record before it', earlier.toReversed()),
    group('Meetings at that time', during),
    group('Meetings on record after it', later),
    [...earlier, ...during, ...later].some(({ startsOn }) => startsOn.startsWith(year)) &&
      h(
        'p',
        { class: 'more' },
        h(
          'a',
          { href: explorerAddress('meetings', { from: `${year}-01-01`, to: `${year}-12-31` }) },
          `All meetings of ${year}`,
        ),
      ),
  ];
}

function group(name, meetings) {
  if (meetings.length === 0) return undefined;
  return h('div', {}, h('h3', {}, name), h('ul', {}, ...meetings.map((each) => h('li', {}, showNamed(each)))));
}

/** The first day that a date may mean. */
function firstDay(date) {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that a date may mean. */
function lastDay(date) {
  const [year, month, day] = date.split('-').map(Number);
  return isoDay(day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month ?? 12, 0));
}

function shifted(day, days) {
  return isoDay(Date.parse(day) + days * 86_400_000);
}

function isoDay(at) {
  return new Date(at).toISOString().slice(0, 10);
}
