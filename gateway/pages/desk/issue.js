/** One issue as it is read: its head, the stakes side by side, the advice. */

import { h } from '../shared/elements.js';
import { reasonAt } from '../shared/graph.js';
import { recordAddress } from '../shared/record-kinds.js';
import { AT, bodyLink, missing, section } from './issue-parts.js';
import { badge } from './words.js';

/** The head of the page, with where to go in it. */
export function headOf({ id: issueId, title, summary, lead }) {
  const places = { lead: 'Who leads', stakes: 'Stakes', advice: 'Advice', history: 'History', decide: 'Decide' };
  return h(
    'div',
    {},
    h('p', {}, h('a', { href: '/desk' }, 'All issues')),
    h('h1', {}, title),
    h('p', {}, badge(lead)),
    h('p', { class: 'summary' }, summary),
    h(
      'p',
      {},
      h('a', { href: recordAddress({ kind: 'cross-pillar-issue', id: issueId }) }, 'The whole record of this issue'),
      ': meetings, instruments, indicators and sources',
    ),
    h(
      'nav',
      { 'aria-label': 'On this page' },
      Object.entries(places).map(([id, text]) => h('a', { href: `#${id}` }, text)),
    ),
  );
}

/** The stakes side by side. */
export function stakesSection({ stakes, pillars }, errors) {
  const columns = stakes.map((stake, index) =>
    stake
      ? stakeCard(stake, reasonAt(errors, AT, 'stakes', index))
      : h(
          'article',
          { class: 'card' },
          h('h3', {}, pillars[index]?.name ?? 'A pillar'),
          missing(reasonAt(errors, AT, 'stakes', index) ?? 'No reason was given.'),
        ),
  );
  return section(
    'stakes',
    'What each pillar has at stake',
    h('div', { class: 'columns' }, columns),
    h('p', { class: 'quiet' }, 'The name of a body leads to its record, and from there to what documents it.'),
  );
}

function stakeCard({ pillar, rationale, bodies, otherActors, evidence }, reason) {
  const counts = {
    bodies: 'Bodies',
    instruments: 'Instruments',
    meetings: 'Meetings',
    monitoringItems: 'Monitoring records',
  };
  return h(
    'article',
    { class: 'card' },
    h('h3', {}, `${pillar.code}, ${pillar.name}`),
    h('p', {}, rationale),
    h('h4', {}, 'Evidence it keeps'),
    h(
      'dl',
      { class: 'counts' },
      Object.entries(counts).map(([name, words]) =>
        h('div', {}, h('dt', {}, words), h('dd', {}, String(evidence[name]))),
      ),
    ),
    (bodies.length > 0 || otherActors.length > 0) && h('h4', {}, 'Who takes part'),
    missing(reason),
    h(
      'ul',
      {},
      bodies
        .filter(({ body }) => body !== null)
        .map(({ body, why }) => h('li', {}, bodyLink(body, nameOf(body)), `: ${why}`)),
      otherActors.map(({ label, why }) => h('li', {}, `${label}: ${why}`)),
    ),
  );
}

function nameOf({ acronym, name }) {
  return acronym ? `${acronym}, ${name}` : name;
}

/** The recommendation: said to be advice, or why there is none. */
export function adviceSection({ leadRecommendation }, errors) {
  if (!leadRecommendation) {
    const reason = reasonAt(errors, AT, 'leadRecommendation') ?? 'No reason was given.';
    return section('advice', 'Recommendation: advice, not a decision', missing(reason));
  }
  const { ranking, method } = leadRecommendation;
  const place = (score) => 1 + ranking.filter((other) => other.score > score).length;
  const isTie = (score) => ranking.filter((other) => other.score === score).length > 1;
  const rows = ranking.map(({ pillar, score, reasons }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, `${place(score)}. ${pillar.code}`, isTie(score) && ' (tie)'),
      h('td', {}, h('strong', {}, score.toFixed(1)), ' of 100'),
      h(
        'td',
        {},
        h(
          'ul',
          {},
          reasons.map((reason) => h('li', {}, reason)),
        ),
      ),
    ),
  );
  const head = h(
    'tr',
    {},
    ['Pillar', 'Score', 'Why'].map((text) => h('th', { scope: 'col' }, text)),
  );
  return section(
    'advice',
    'Recommendation: advice, not a decision',
    h('table', {}, h('thead', {}, head), h('tbody', {}, rows)),
    h('p', { class: 'quiet' }, method),
  );
}
