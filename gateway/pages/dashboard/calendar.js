/** The meetings of a year: months by pillars, each meeting with its day and a sign for who meets. */

import { h } from '../shared/elements.js';
import { dateInWords } from '../shared/dates.js';
import { addressOf, askAddress } from '../shared/addresses.js';
import { calendarChart, LANES, monthOf } from './calendar-chart.js';
import { choose } from './filters.js';
import { MEMBER_STATES } from './states.js';
import { legendOf, lineOf } from './marks.js';
import { recordLink } from './table.js';

/** Who meets, from the leaders down; what is not known to be a meeting of one of them comes last. */
const KINDS = {
  leaders: { sign: '▲', word: 'Leaders', says: 'Leaders: Summits', fill: '#0b4f8a', ink: '#ffffff' },
  ministers: { sign: '◆', word: 'Ministers', says: 'Ministers and Councils', fill: '#a6d3f0', ink: '#1b2430' },
  officials: {
    sign: '●',
    word: 'Officials',
    says: 'Senior officials and working groups',
    fill: '#f7dfae',
    ink: '#1b2430',
  },
  events: {
    sign: '■',
    word: 'Forum or event',
    says: 'Forums, conferences, workshops',
    fill: '#e2e5e9',
    ink: '#1b2430',
  },
  untitled: { sign: '○', word: 'Not known', says: 'Calendar entry without a title', fill: '#ffffff', ink: '#1b2430' },
};
const KIND_OF_TYPE = {
  SUMMIT: 'leaders',
  SUMMIT_PARTNER: 'leaders',
  COUNCIL: 'ministers',
  MINISTERIAL: 'ministers',
  TREATY_MEETING: 'ministers',
  COORDINATING_CONFERENCE: 'officials',
  SENIOR_OFFICIALS: 'officials',
  WORKING_GROUP: 'officials',
  NETWORK_MEETING: 'officials',
  CALENDAR_ENTRY: 'untitled',
};

export const calendar = {
  id: 'calendar',
  title: 'Calendar of meetings',
  operation: 'meetings-of-year',
  heeds: ['pillar', 'to'],
  variables: ({ year, state }) => ({ ...(year && spanOf(year)), ...(state && { memberStates: state }) }),
  /** Where no year is chosen: the last one with a meeting, of those that the filters allow. */
  defaults: async ({ year, to }) => {
    if (year) return {};
    const { last } = await yearsOfMeetings();
    return spanOf(to && to < last ? to : last);
  },
  view: async ({ meetings: { nodes, totalCount } }, { pillar, state }, { from }) => {
    const year = from.slice(0, 4);
    const rows = nodes
      .filter(({ steward }) => !pillar || steward.id === pillar.toLowerCase())
      .map((meeting) => ({ ...meeting, kind: KINDS[kindOf(meeting)] }));
    return {
      rows,
      columns: [
        { title: 'Meeting', cell: ({ id, title }) => recordLink('meeting', id, title) },
        { title: 'When', cell: whenOf },
        { title: 'Whose', cell: ({ steward }) => LANES[steward.id] },
        { title: 'Who meets', cell: ({ kind }) => kind.word },
        { title: 'Place', cell: placeOf },
        {
          title: 'Host member state',
          cell: ({ memberState }) => memberState && recordLink('member-state', memberState.code, memberState.name),
        },
      ],
      controls: yearChoice(await yearsOfMeetings(), year),
      sentence: sentenceOf(rows, { year, pillar, state, unread: totalCount - nodes.length }),
      legend: rows.length > 0 && legend(rows),
      spec: (width) => calendarChart(rows, { year, pillar }, width),
    };
  },
};

function spanOf(year) {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The first and the last year of which there are meetings. */
async function yearsOfMeetings() {
  const { data } = await askAddress(addressOf('years-of-meetings', {}));
  const [first, last] = [data.first, data.last].map(({ nodes: [meeting] }) => meeting?.startsOn.slice(0, 4));
  const now = String(new Date().getFullYear());
  return { first: first ?? now, last: last ?? now };
}

function yearChoice({ first, last }, year) {
  const [from, to] = [Math.min(first, year), Math.max(last, year)];
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(to - index));
  const field = h(
    'select',
    { name: 'year', onchange: ({ target }) => choose('year', target.value) },
    years.map((value) => h('option', { value, selected: value === year }, value)),
  );
  return h('div', { class: 'controls' }, h('label', {}, 'Year of the calendar', field));
}

/** A retreat is of those whose body meets; what no type tells is an event. */
function kindOf({ type, body }) {
  if (type !== 'RETREAT') return KIND_OF_TYPE[type] ?? 'events';
  return ['COUNCIL', 'MINISTERIAL'].includes(body?.level) ? 'ministers' : 'officials';
}

/** The time as exactly as it is known. */
function whenOf({ startsOn, endsOn, datePrecision }) {
  const [start, end] = [startsOn, endsOn ?? startsOn].map(dateInWords);
  if (datePrecision !== 'DAY') return `${start}, ${datePrecision === 'MONTH' ? 'day' : 'month'} not known`;
  if (start === end) return start;
  const isOneMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  return `${isOneMonth ? start.split(' ')[0] : start} to ${end}`;
}

/** The host member state has a column of its own; a country outside ASEAN stands here. */
function placeOf({ city, country, memberState, modality }) {
  const place = [city, !memberState && country].filter(Boolean).join(', ');
  if (modality === 'VIRTUAL') return place === '' ? 'by video conference' : `by video conference from ${place}`;
  if (place === '') return 'not known';
  return modality === 'HYBRID' ? `${place} and by video conference` : place;
}

function sentenceOf(rows, { year, pillar, state, unread }) {
  const whose = pillar ? ` of the ${pillar}` : '';
  const where = state ? ` held in ${MEMBER_STATES[state]}` : '';
  if (rows.length === 0) return `No meeting${whose}${where} is on record for ${year}.`;
  const shares = Object.entries(LANES).map(([id, name]) => {
    const count = rows.filter(({ steward }) => steward.id === id).length;
    return `${name} ${count}`;
  });
  const untitled = rows.filter(({ titleKnown }) => !titleKnown);
  const double = untitled.filter(({ coincidesWith }) => coincidesWith).length;
  const months = Map.groupBy(rows, (row) => monthOf(row, year));
  const [[month, busiest], second] = [...months].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    `${rows.length === 1 ? `1 meeting${whose}${where} is` : `${rows.length} meetings${whose}${where} are`} on record for ${year}${pillar ? '' : `: ${shares.join(', ')}`}.`,
    month &&
      second &&
      busiest.length > second[1].length &&
      `Most are in ${dateInWords(`${year}-${month}`).split(' ')[0]} (${busiest.length}).`,
    untitled.length > 0 &&
      `${untitled.length} ${untitled.length === 1 ? 'is an entry of a calendar that was' : 'are entries of a calendar that was'} published without titles${double === 0 ? '' : `; ${double} of these ${double === 1 ? 'has' : 'have'} the day and city of a meeting with a title and may be the same`}.`,
    unread > 0 && `Another ${unread} do not fit on this page.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function legend(rows) {
  const present = Object.entries(KINDS).filter(([, kind]) => rows.some((row) => row.kind === kind));
  const isVague = rows.some(({ datePrecision }) => datePrecision !== 'DAY');
  return legendOf(
    ...present.map(([code, { sign, says }]) => lineOf(sign, says, code)),
    `Numbers: days of the month${isVague ? '; “?”: day not known' : ''}; empty: nothing on record`,
  );
}
