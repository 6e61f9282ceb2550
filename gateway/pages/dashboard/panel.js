/** A panel: title, a sentence that says what to see, chart, the table of its data, and where all of it comes from. */

import { h, link, say } from '../shared/elements.js';
import { RefusedError } from '../shared/graph.js';
import { session } from '../shared/session.js';
import { addressOf, askAddress, askForParts, download, explorerAddress } from '../shared/addresses.js';
import { drawChart } from './chart.js';
import { labelsWithoutEffect } from './filters.js';
import { tableOf } from './table.js';

/** The place of a panel, in which `fillPanel` shows what the graph answers. */
export function panelPlace({ id, title }) {
  return h(
    'section',
    { class: 'panel', id, tabindex: '-1', 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    h('p', { class: 'quiet reach', hidden: true }),
    h('div', { class: 'panel-body' }, h('p', { class: 'quiet awaited' }, 'Loading …')),
  );
}

/** Says which of the chosen filters do not apply to the panel. */
export function showReach(place, panel, filters) {
  const labels = labelsWithoutEffect(panel, filters).map((label) => `“${label}”`);
  const note = place.querySelector('.reach');
  note.hidden = labels.length === 0;
  note.textContent =
    labels.length === 1
      ? `The filter ${labels[0]} does not apply to this panel.`
      : `The filters ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)} do not apply to this panel.`;
}

/**
 * Asks for the data of a panel and shows them, unless it is asked for others meanwhile. Throws a RefusedError where the graph wants a token.
 * Where parts of the answer are missing, a panel for which the rest `isEnough` shows that; `onAgain` asks anew.
 */
export async function fillPanel(place, panel, filters, onAgain) {
  const body = place.querySelector('.panel-body');
  const isOvertaken = () => place.filters !== filters;
  place.filters = filters;
  place.dataset.state = 'loading';
  try {
    const variables = { ...panel.variables(filters), ...(await panel.defaults?.(filters)) };
    const { data, errors } = await askForParts(addressOf(panel.operation, variables));
    if (errors.length > 0 && !panel.isEnough?.(data)) throw new Error(errors[0].message);
    const view = await panel.view(data, filters, variables);
    if (isOvertaken()) return;
    const isDrawn = view.spec !== undefined && view.rows.length > 0;
    const chart = h('div', { class: 'chart', role: 'img', 'aria-label': `Chart: ${panel.title}. ${view.sentence}` });
    const focused = body.contains(document.activeElement) ? document.activeElement.name : undefined;
    const isOpen = body.querySelector('details.data')?.open;
    body.replaceChildren(
      ...(errors.length > 0 ? [missingPart(errors, onAgain)] : []),
      h('p', { class: 'sentence' }, view.sentence),
      ...[view.controls, view.legend, isDrawn && chart].filter(Boolean),
      h(
        'details',
        { class: 'data', open: isOpen },
        h('summary', {}, `The figures as a table (${rowsInWords(view)})`),
        tableOf(view),
      ),
      origins(panel, variables, filters),
    );
    // Who chose something in the chart goes on from there.
    if (focused) body.querySelector(`[name="${focused}"]`)?.focus({ preventScroll: true });
    if (isDrawn) await drawChart(chart, (width) => view.spec(width));
    if (!isOvertaken()) place.dataset.state = 'shown';
  } catch (error) {
    if (isOvertaken()) return;
    place.dataset.state = 'failed';
    if (error instanceof RefusedError) {
      body.replaceChildren(h('p', { class: 'error' }, 'Sign in above to read this.'));
      throw error;
    }
    body.replaceChildren(h('p', { class: 'error' }, `${error.message.replace(/\.$/, '')}. `, againButton(onAgain)));
  }
}

/** Which part of the answer is missing, in one line. */
function missingPart(errors, onAgain) {
  const reasons = [...new Set(errors.map(({ message }) => message.replace(/\.$/, '')))];
  return h('p', { class: 'error' }, `${reasons.join('; ')}: its part is missing here. `, againButton(onAgain));
}

function againButton(onAgain) {
  const press = ({ currentTarget }) => {
    Object.assign(currentTarget, { disabled: true, textContent: 'Asking …' });
    onAgain();
  };
  return h('button', { type: 'button', name: 'again', onclick: press }, 'Try again');
}

function rowsInWords({ rows }) {
  return rows.length === 1 ? '1 row' : `${rows.length} rows`;
}

/**
 * `tables` names the tables of an answer with more than one list; else there is one, of the list `rows` where there are others.
 * Where the chart heeds a pillar that the query does not know, they hold more than is shown, and say so.
 */
function origins({ operation, rows, title, tables = { 'Table as CSV': rows }, heeds = [] }, variables, { pillar }) {
  const reach = pillar && heeds.includes('pillar') ? ', all pillars' : '';
  return h(
    'div',
    { class: 'origins' },
    Object.entries(tables).map(([words, list]) => csvLink(operation, variables, list, [words, reach, of(title)])),
    h('a', { href: explorerAddress(operation, variables), class: 'query' }, 'Its query, in the explorer', of(title)),
    sources(operation, variables, title),
  );
}

function csvLink(operation, variables, rows, words) {
  const href = addressOf(operation, variables, { format: 'csv', ...(rows && { rows }) });
  const keep = (event) => {
    if (!session()) return;
    event.preventDefault();
    download(href, `${operation}.csv`).catch(({ message }) => say(message));
  };
  return h('a', { href, class: 'csv', onclick: keep }, words);
}

/** What a link is of, for whoever hears it alone. */
function of(title) {
  return h('span', { class: 'unseen' }, ` of: ${title}`);
}

/** Sources are asked for when somebody looks: to gather them costs the graph a question of its own. */
function sources(operation, variables, title) {
  const list = h('div', {}, h('p', { class: 'quiet' }, 'Loading …'));
  const load = async () => {
    try {
      const { sources: cited } = await askAddress(addressOf(operation, variables, { suffix: '.metadata.json' }));
      list.replaceChildren(sourceList(cited ?? []));
    } catch ({ message }) {
      list.replaceChildren(h('p', { class: 'error' }, `${message.replace(/\.$/, '')}.`));
    }
  };
  const details = h('details', { class: 'sources' }, h('summary', {}, 'Sources', of(title)), list);
  details.addEventListener('toggle', load, { once: true });
  return details;
}

function sourceList(cited) {
  if (cited.length === 0) return h('p', {}, 'The records of this table cite no source of their own.');
  return h(
    'ul',
    {},
    cited.map(({ title, publisher, date, url, records }) =>
      h(
        'li',
        {},
        link(url, title),
        publisher && `, ${publisher}`,
        date && `, ${date}`,
        ` (${records === 1 ? '1 record' : `${records} records`})`,
      ),
    ),
  );
}
