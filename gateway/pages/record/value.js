/** Shows the values of a record: texts, numbers, times, links to other records, lists and the parts of the record. */

import { h, link } from '../shared/elements.js';
import { recordAddressOf } from '../shared/record-kinds.js';
import { dateInWords } from '../shared/dates.js';
import { labelOf, wordsOf } from './words.js';

/** The most members of a list that are shown; with `?all` in the address as many as the graph gives at once. */
export const SHOWN = new URLSearchParams(location.search).has('all') ? 200 : 25;

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** Numbers that are names or years: without separators. */
const BARE = /year|number|ordinal|order|article|version|rank/i;
/** What a part is called by, the first that it has. */
const HEADS = ['title', 'event', 'group', 'status', 'label', 'name', 'person', 'text', 'type', 'kind'];

/** Whether there is nothing to show: no value, no words, no members. */
export function isEmpty(value) {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && 'nodes' in value && value.totalCount === 0;
}

/** The value, to be put on the page; `more` is where the rest of a long list is, `isInner` says that it stands inside a part. */
export function show(value, field, { more, isInner = false } = {}) {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return BARE.test(field) ? String(value) : value.toLocaleString('en-GB');
  if (typeof value === 'string') return showText(value, field);
  if (Array.isArray(value)) return showList(value, field, { total: value.length, more, isInner });
  if ('nodes' in value) return showList(value.nodes, field, { total: value.totalCount, more, isInner });
  return showNamed(value, isInner) ?? showPart(value);
}

/** Whether a field says no more than another of the record, or of the part, which is shown. */
export function isRepeated(field, record) {
  const says = {
    adoptedAtText: () => record.adoptedAt,
    adoptedPlace: () => record.adoptedIn?.name === record.adoptedPlace,
    country: () => record.memberState?.name === record.country,
    endsOn: () => record.endsOn === record.startsOn,
    pillar: () => record.steward && record.pillar.name === record.steward.name,
  };
  return !isEmpty(record[field]) && Boolean(says[field]?.());
}

/** A record or a pillar by its name, as a link; undefined where the object is neither. In rows a pillar has its code alone. */
export function showNamed(value, isInner = false) {
  const { __typename = '', name, title, acronym, number, code } = value;
  if (__typename.endsWith('Community')) {
    const pillar = code ?? { apsc: 'APSC', aec: 'AEC', ascc: 'ASCC' }[value.id];
    return pillar
      ? h('a', { href: `/dashboard?pillar=${pillar}`, class: 'pillar' }, isInner ? pillar : `${pillar} – ${name}`)
      : name;
  }
  const address = recordAddressOf(value);
  if (address === undefined) return undefined;
  if (__typename === 'Sdg') return h('a', { href: address }, `Goal ${number}: ${title}`);
  const text = [number, acronym ? `${name} (${acronym})` : (title ?? name)].filter(Boolean).join(' ');
  const days = [...new Set([value.startsOn ?? value.adoptedOn, value.endsOn])].filter(Boolean).map(dateInWords);
  const when = days.length > 0 && h('span', { class: 'quiet' }, ` ${days.join(' to ')}`);
  return h('span', {}, h('a', { href: address }, text), when);
}

/** Sources as a list, each with its publisher and its date. */
export function showSources(sources) {
  return h(
    'ul',
    {},
    ...sources.map(({ title, publisher, url, date }) =>
      h('li', {}, link(url, title), publisher && `, ${publisher}`, date && [', ', showTime(date)]),
    ),
  );
}

/** A time as a machine and a reader read it. */
export function showTime(iso) {
  if (DATE.test(iso)) return h('time', { datetime: iso }, dateInWords(iso));
  return h('time', { datetime: iso }, `${dateInWords(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`);
}

function showText(value, field) {
  if ((DATE.test(value) && !/title|name|term|number|text/i.test(field)) || INSTANT.test(value)) return showTime(value);
  if (/^https?:\/\//.test(value)) return link(value, value);
  return wordsOf(value, field);
}

function showList(members, field, { total, more, isInner }) {
  if (members.every((each) => 'url' in Object(each) && 'publisher' in each)) return showSources(members);
  const there = members.filter((each) => !isEmpty(each));
  const shown = there.slice(0, SHOWN);
  const left = total - shown.length - (members.length - there.length);
  const rest = left > 0 && h('p', { class: 'more' }, more ? h('a', { href: more }, `${left} more`) : `${left} more`);
  if (shown.every((each) => typeof each !== 'object')) {
    const texts = shown.map((each) => show(each, field));
    if (texts.every((each) => typeof each === 'string' && each.length < 40)) return [texts.join(', '), rest];
    return [list(texts), rest];
  }
  const named = shown.map((each) => showNamed(each, isInner));
  if (isInner && named.every((each) => each !== undefined))
    return [named.flatMap((each, index) => (index > 0 ? [', ', each] : [each])), rest];
  return [isTable(shown) ? table(shown, field) : list(shown.map((each) => showNamed(each) ?? showPart(each))), rest];
}

function list(items) {
  return items.length === 1 ? items[0] : h('ul', {}, ...items.map((each) => h('li', {}, each)));
}

/** A part of the record: what it is called by, then whatever else it says. */
function showPart(part) {
  const entries = Object.entries(part).filter(
    ([field, value]) => !skipped(field) && !isEmpty(value) && !isOfThisPage(value) && !isRepeated(field, part),
  );
  const head = HEADS.find((each) => typeof part[each] === 'string');
  const named = entries.find(([, value]) => typeof value === 'object' && value.__typename);
  const lead = head ? [head, part[head]] : named;
  const rest = entries.filter(([field]) => field !== lead?.[0]);
  return h(
    'div',
    { class: 'part' },
    lead && h(rest.length > 0 ? 'strong' : 'span', {}, show(lead[1], lead[0])),
    ...rest.map(([field, value]) =>
      h('div', {}, h('span', { class: 'quiet' }, `${labelOf(field)}: `), show(value, field, { isInner: true })),
    ),
  );
}

const skipped = (field) => field === '__typename' || field === 'id' || field === 'order';

/** Parts that are short and hold no lists stand in rows. */
function isTable(parts) {
  const isShort = (value) =>
    isEmpty(value) || (typeof value === 'object' ? showNamed(value) !== undefined : String(value).length < 120);
  return (
    parts.length > 2 &&
    parts.every((part) => showNamed(part) === undefined && Object.values(part).every(isShort)) &&
    columnsOf(parts).length > 1
  );
}

/** Fields that any of them has; a column that names the record of the page in every row says nothing. */
function columnsOf(parts) {
  return Object.keys(parts[0]).filter(
    (field) =>
      !skipped(field) &&
      parts.some((each) => !isEmpty(each[field])) &&
      !parts.every((each) => isOfThisPage(each[field])),
  );
}

function isOfThisPage(value) {
  return Boolean(value?.__typename) && recordAddressOf(value) === location.pathname;
}

function table(parts, field) {
  const columns = columnsOf(parts);
  return h(
    'div',
    { class: 'table', tabindex: '0', role: 'group', 'aria-label': labelOf(field) },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map((each) => h('th', { scope: 'col' }, labelOf(each))))),
      h(
        'tbody',
        {},
        ...parts.map((part) =>
          h('tr', {}, ...columns.map((each) => h('td', {}, show(part[each], each, { isInner: true })))),
        ),
      ),
    ),
  );
}
