/** The list: the issues that await a decision, then the others. */

import { h, say, time } from '../shared/elements.js';
import { ask } from '../shared/graph.js';
import { ISSUES } from './operations.js';
import { awaitsDecision, badge, leaderOf, statusOf } from './words.js';

/** The whole list as elements. */
export async function issuesView() {
  const { issues, errors } = await readAll();
  if (!issues)
    return [
      h('h1', {}, 'Cross-pillar issues'),
      h('p', { class: 'notice bad' }, errors.map(({ message }) => message).join(' ')),
    ];
  const groups = [
    { id: 'awaiting', title: 'Awaiting a decision', issues: issues.filter(({ lead }) => awaitsDecision(lead)) },
    { id: 'settled', title: 'With a lead', issues: issues.filter(({ lead }) => !awaitsDecision(lead)) },
  ];
  const lists = h('div', {});
  const show = (text) => {
    const words = text.toLowerCase().split(/\s+/);
    const shown = groups.map((group) => ({ ...group, issues: group.issues.filter((issue) => matches(issue, words)) }));
    lists.replaceChildren(...shown.map(groupView));
    return shown.reduce((sum, group) => sum + group.issues.length, 0);
  };
  show('');
  const filter = h('input', {
    id: 'filter',
    type: 'search',
    autocomplete: 'off',
    oninput: ({ target }) => say(`${show(target.value)} of ${issues.length} issues shown`),
  });
  return [
    h('h1', {}, 'Cross-pillar issues'),
    h(
      'p',
      {},
      `${groups[0].issues.length} of ${issues.length} issues await a decision of the Secretariat: nobody leads them, or a proposal is open.`,
    ),
    h('p', { class: 'filter' }, h('label', { for: 'filter' }, 'Filter by title, pillar, status or who leads'), filter),
    lists,
  ];
}

async function readAll() {
  const issues = [];
  for (let after = null; ;) {
    const { data, errors } = await ask(ISSUES, { after });
    const page = data?.crossPillarIssues;
    if (!page) return { errors };
    issues.push(...page.nodes.filter((issue) => issue !== null));
    if (!page.pageInfo.hasNextPage) return { issues, errors };
    after = page.pageInfo.endCursor;
  }
}

function matches({ title, aliases, pillars, lead }, words) {
  const text = [title, ...aliases, ...pillars.map(({ code }) => code), statusOf(lead), leaderOf(lead)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function groupView({ id, title, issues }) {
  const heading = h('h2', { id }, `${title} (${issues.length})`);
  if (issues.length === 0) return h('section', { 'aria-labelledby': id }, heading, h('p', { class: 'quiet' }, 'None.'));
  return h('section', { 'aria-labelledby': id }, heading, h('ul', { class: 'issues' }, issues.map(row)));
}

function row({ id, title, pillars, lead }) {
  const leader = leaderOf(lead);
  const { proposal } = lead;
  return h(
    'li',
    {},
    h('a', { href: `/desk?issue=${encodeURIComponent(id)}` }, title),
    badge(lead),
    h(
      'span',
      {},
      leader && ['Lead: ', h('strong', {}, leader), ' · '],
      `Pillars: ${pillars.map(({ code }) => code).join(', ')}`,
    ),
    proposal && h('span', {}, `Proposed: ${proposal.pillar?.code} by ${proposal.actor}, `, time(proposal.decidedAt)),
  );
}
