/** A panel: title, a sentence that says what to see, chart, the table of its data, and where all of it comes from. */

import { h, link, say } from '../desk/elements.js';
import { RefusedError } from '../desk/graph.js';
import { session } from '../desk/session.js';
import { addressOf, askAddress, download, explorerAddress } from './ask.js';
import { drawChart } from './chart.js';
import { tableOf } from './table.js';

/** The place of a panel, in which `fillPanel` shows what the graph answers. */
export function panelPlace({ id, title }) {
  return h(
    'section',
    { class: 'panel', id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    h('div', { class: 'panel-body' }, h('p', { class: 'quiet awaited' }, 'Loading …')),
  );
}

/** Asks for the data of a panel and shows them, unless it is asked for others meanwhile. Throws a RefusedError where the graph wants a token. */
export async function fillPanel(place, panel, filters) {
  const body = place.querySelector('.panel-body');
  const isOvertaken = () => place.filters !== filters;
  place.filters = filters;
  place.dataset.state = 'loading';
  try {
    const variables = { ...panel.variables(filters), ...(await panel.defaults?.(filters)) };
    const { data } = await askAddress(addressOf(panel.operation, variables));
    const view = await panel.view(data, filters, variables);
    if (isOvertaken()) return;
    const chart = h('div', { class: 'chart', role: 'img', 'aria-label': `Chart: ${panel.title}. ${view.sentence}` });
    const focused = body.contains(document.activeElement) ? document.activeElement.name : undefined;
    const isOpen = body.querySelector('details.data')?.open;
    body.replaceChildren(
      h('p', { class: 'sentence' }, view.sentence),
      ...[view.controls, view.legend, view.rows.length > 0 && chart].filter(Boolean),
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
    if (view.rows.length > 0) await drawChart(chart, (width) => view.spec(width));
    if (!isOvertaken()) place.dataset.state = 'shown';
  } catch (error) {
    if (isOvertaken()) return;
    place.dataset.state = 'failed';
    body.replaceChildren(
      h(
        'p',
        { class: 'error' },
        error instanceof RefusedError ? 'Sign in above to read this.' : `${error.message.replace(/\.$/, '')}.`,
      ),
    );
    if (error instanceof RefusedError) throw error;
  }
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
