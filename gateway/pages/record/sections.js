/** Sorts the fields of a record into the sections of its page, by what they hold. */

import { h } from '../shared/elements.js';
import { isEmpty, isRepeated, show, showNamed } from './value.js';
import { labelOf, plain, wordsOf } from './words.js';

/** Shown elsewhere on the page. */
const ELSEWHERE = ['__typename', 'id', 'provenance', 'summary', 'description'];

const isPillar = (value) =>
  /(?:PoliticalSecurity|Economic|SocioCultural|Asean)Community$/.test(value?.__typename ?? '');
const membersOf = (value) => value?.nodes ?? (Array.isArray(value) ? value : [value]);
const namesPillar = (value) =>
  membersOf(value).some(
    (each) => isPillar(each) || (each && typeof each === 'object' && (isPillar(each.pillar) || each.pillars)),
  );
const isList = (value) => membersOf(value).length > 0 && (Array.isArray(value) || Array.isArray(value?.nodes));
const holdsObjects = (value) => membersOf(value).some((each) => each && typeof each === 'object');

/** The sections: `facts` and `pillars` as pairs of field and value, `shares` (what each pillar has to do with it) and `lists` each of its own; `missing` are names of fields. */
export function sortFields(record, failed) {
  const sorted = { facts: [], pillars: [], shares: [], lists: [], missing: [] };
  const title = record.title ?? record.name;
  for (const [field, value] of Object.entries(record)) {
    if (ELSEWHERE.includes(field) || value === title || isRepeated(field, record)) continue;
    if (isEmpty(value)) {
      // Who keeps it says already that it is of no one pillar.
      const isSaid = field === 'pillar' && record.steward;
      if (!failed.has(field) && !isSaid) sorted.missing.push(field);
    } else if (namesPillar(value))
      sorted[membersOf(value).some((each) => each?.pillar) ? 'shares' : 'pillars'].push([field, value]);
    else if (isList(value) && holdsObjects(value)) sorted.lists.push([field, value]);
    else sorted.facts.push([field, value]);
  }
  return sorted;
}

/** Fields with their values as a list of terms, each explained where the schema does. */
export function factList(pairs, explained, more) {
  return h(
    'dl',
    {},
    ...pairs.map(([field, value]) =>
      h(
        'div',
        { 'data-field': field },
        h('dt', {}, labelOf(field), explanation(explained, field, value)),
        h('dd', {}, show(value, field, { more })),
      ),
    ),
  );
}

/** Lists of records and of parts, each under its name and number. */
export function lists(pairs, explained, more) {
  return pairs.map(([field, value]) => {
    const total = value.totalCount ?? value.filter((each) => !isEmpty(each)).length;
    return h(
      'section',
      { 'data-field': field, class: membersOf(value).some((each) => each && showNamed(each)) ? 'links' : 'parts' },
      h('h3', {}, labelOf(field), ' ', h('span', { class: 'quiet' }, `(${total})`)),
      explanation(explained, field, value),
      show(value, field, { more }),
    );
  });
}

/** What the schema says of the field, and of its value where that is one of an enum; shown when the reader asks for it. */
function explanation(explained, field, value) {
  const { description, values } = explained[field] ?? {};
  const ofValues = [value].flat().flatMap((each) => {
    const says = values?.get(each);
    return says ? [`${wordsOf(each, field)}: ${plain(says)}`] : [];
  });
  const text = [plain(description), ...ofValues].filter(Boolean).join(' ');
  return text && h('span', { class: 'explanation' }, text);
}
