/** The page of one record: asks the registered query of its kind, and shows all that it answers. */

import { explorerAddress, identity } from '../shared/addresses.js';
import { askForToken } from '../shared/token-form.js';
import { h, say } from '../shared/elements.js';
import { RefusedError } from '../shared/graph.js';
import { startSearchBox } from '../shared/search-box.js';
import { askOperation, dataSetVersions, explain } from './ask.js';
import { calendarOf, isMeeting } from './calendar.js';
import { citation, queryLinks } from './citation.js';
import { KINDS, recordAddress, recordAt } from '../shared/record-kinds.js';
import { factList, lists, sortFields } from './sections.js';
import { SHOWN, showSources } from './value.js';
import { labelOf, wordsOf } from './words.js';

const find = (selector) => document.querySelector(selector);
const { kind, id } = recordAt(location.pathname);
const entry = KINDS[kind];
const operation = `record-${kind}`;
const isAll = new URLSearchParams(location.search).has('all');

async function load() {
  find('#kind').textContent = entry.words;
  try {
    const [{ data, errors }, explained, versions] = await Promise.all([
      askOperation(operation, { id, ...(entry.isPaged && { first: SHOWN }) }),
      explain(entry.type).catch(() => ({})),
      dataSetVersions().catch(() => []),
    ]);
    const [record] = Object.values(data);
    if (record) await showRecord(record, { errors, explained, versions });
    else showNone(errors);
  } catch (error) {
    if (error instanceof RefusedError) {
      name('This record needs a token', 'refused');
      find('#content').replaceChildren(h('p', {}, 'The graph gives data only to holders of a token here.'));
      askForToken(find('#sign-in'), error.message, load);
    } else {
      name('The record could not be loaded', 'failed');
      find('#content').replaceChildren(h('p', { class: 'error' }, error.message));
    }
  }
}

function showNone(errors) {
  const isUnknown = errors.every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT');
  if (!isUnknown) throw new Error(errors[0].message);
  name('There is no such record', 'unknown');
  find('#content').replaceChildren(
    h('p', {}, `The graph has no record of the kind “${entry.words}” with the id `, h('code', {}, id), '.'),
    ...errors.map(({ message }) => h('p', { class: 'quiet' }, message)),
    h('p', {}, 'Search above, or see ', h('a', { href: '/q' }, 'all tables'), '.'),
  );
}

function name(title, state) {
  find('#title').textContent = title;
  document.title = `${title} – ${entry.words} – ASEAN Cross-Pillar Graph`;
  find('#record').dataset.state = state;
  say(title);
}

async function showRecord(record, { errors, explained, versions }) {
  const title = titleOf(record);
  const calendar = await calendarOf(record, entry).catch(({ message }) => h('p', { class: 'error' }, message));
  const failed = new Map(errors.flatMap(({ path = [], message }) => (path[1] ? [[path[1], message]] : [])));
  const sorted = sortFields(record, failed);
  const rest = isAll ? explorerAddress(operation, { id }) : `${location.pathname}?all`;
  const today = new Date().toISOString().slice(0, 10);
  find('#content').replaceChildren(
    ...[
      ...[record.summary, record.description].filter(Boolean).map((text) => h('p', { class: 'summary' }, text)),
      ...notComplete(failed),
      section('facts', 'Facts', [
        explainButton(),
        factList(sorted.facts, explained, rest),
        sorted.missing.length > 0 &&
          h(
            'p',
            { class: 'quiet' },
            `Nothing is recorded for: ${sorted.missing.map((field) => lower(labelOf(field))).join(', ')}.`,
          ),
      ]),
      sorted.pillars.length + sorted.shares.length > 0 &&
        section('pillars', 'The pillars', [
          factList(sorted.pillars, explained, rest),
          lists(sorted.shares, explained, rest),
        ]),
      sorted.lists.length > 0 && section('related', 'Related', lists(sorted.lists, explained, rest)),
      calendar && section('calendar', isMeeting(entry) ? 'In the calendar' : 'Meetings near that time', calendar),
      section('sources', 'Sources', provenance(record.provenance)),
      section('cite', 'How to cite', [
        citation({ title, words: entry.words, address: recordAddress({ kind, id }), versions, today }),
        queryLinks(operation, { id }),
      ]),
    ].filter(Boolean),
  );
  name(title, 'shown');
}

/** A sentence for each reason why fields are not there. */
function notComplete(failed) {
  return [...Map.groupBy(failed, ([, message]) => message.replace(/\.$/, ''))].map(([reason, fields]) => {
    const labels = fields.map(([field], index) => (index === 0 ? labelOf(field) : lower(labelOf(field))));
    const [last, ...before] = labels.toReversed();
    const words = before.length === 0 ? `${last} is` : `${before.toReversed().join(', ')} and ${last} are`;
    return h('p', { class: 'error' }, `${reason}. ${words} not complete here.`);
  });
}

function titleOf({ title, name: given, acronym, number }) {
  const text = title ?? given;
  if (kind === 'sdg') return `Goal ${number}: ${text}`;
  return [number, acronym ? `${text} (${acronym})` : text].filter(Boolean).join(' ');
}

function section(key, heading, content) {
  return h(
    'section',
    { id: key, 'aria-labelledby': `${key}-heading` },
    h('h2', { id: `${key}-heading` }, heading),
    content,
  );
}

/** Shows and hides what the schema says of the fields. */
function explainButton() {
  const press = ({ currentTarget }) => {
    const isOn = find('#record').classList.toggle('explained');
    currentTarget.setAttribute('aria-pressed', String(isOn));
  };
  return h(
    'p',
    { class: 'screen' },
    h('button', { type: 'button', id: 'explain', 'aria-pressed': 'false', onclick: press }, 'Explain the fields'),
  );
}

function provenance({ basis, sources, notes }) {
  return [
    h('p', {}, `${wordsOf(basis, 'basis')}.`),
    showSources(sources),
    notes.length > 0 && [h('h3', {}, 'Notes'), h('ul', {}, ...notes.map((note) => h('li', {}, note)))],
  ];
}

function lower(text) {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

startSearchBox({
  input: find('#search'),
  list: find('#hits'),
  status: find('#search-status'),
  headers: identity,
  onPick: (hit) => location.assign(recordAddress(hit)),
});
await load();
