/** Who leads an issue: now, according to documents, by an open proposal; and who could. */

import { h, sourceList, time } from '../shared/elements.js';
import { reasonAt } from '../shared/graph.js';
import { decisionBody } from './issue-history.js';
import { AT, bodyLink, codesOf, missing, section } from './issue-parts.js';
import { leaderOf, senseOf } from './words.js';

/** Who leads now; the documented lead where a decision has replaced it; the open proposal; who could lead. */
export function leadSection({ lead, documented }, errors) {
  const decided = lead.status === 'ASSIGNED';
  const { proposal, candidates } = lead;
  return section(
    'lead',
    'Who leads',
    h(
      'div',
      { class: 'columns' },
      leadCard(decided ? 'Assigned lead' : 'Documented lead', lead, reasonAt(errors, AT, 'lead', 'bodies')),
      decided && leadCard('Documented lead', documented, reasonAt(errors, AT, 'documented', 'bodies')),
      proposal && h('article', { class: 'card' }, h('h3', {}, 'Open proposal'), decisionBody(proposal)),
      candidates.length > 0 && candidatesCard(candidates),
    ),
  );
}

function leadCard(title, lead, reason) {
  const leader = leaderOf(lead);
  if (!leader && !lead.statement)
    return h(
      'article',
      { class: 'card' },
      h('h3', {}, title),
      h('p', {}, 'None: no source names one.'),
      missing(reason),
    );
  const names = lead.bodies.filter((body) => body !== null).map((body) => bodyLink(body, body.name));
  return h(
    'article',
    { class: 'card' },
    h('h3', {}, title),
    h('p', {}, h('strong', {}, leader), names.length > 0 && [': ', separated(names)]),
    missing(reason),
    h(
      'p',
      {},
      lead.status === 'ASSIGNED'
        ? ['Since ', time(lead.since)]
        : `In the sense: ${senseOf(lead)}. ${lead.explicit ? 'The source says so outright.' : 'The source does not say so outright.'}`,
    ),
    lead.supporting.length > 0 && h('p', {}, `Supported by ${codesOf(lead.supporting)}`),
    h('p', {}, lead.statement),
    sourceList(lead.sources),
  );
}

function candidatesCard(candidates) {
  return h(
    'article',
    { class: 'card' },
    h('h3', {}, 'Could lead'),
    h('p', { class: 'quiet' }, 'Editorial judgement of the data set, not a decision.'),
    h(
      'ul',
      {},
      candidates.map(({ pillar, body, reason }) =>
        h(
          'li',
          {},
          h('strong', {}, body ? [bodyLink(body, body.acronym ?? body.name), ` (${pillar.code})`] : pillar.code),
          `: ${reason}`,
        ),
      ),
    ),
  );
}

function separated(links) {
  return links.flatMap((each, index) => (index > 0 ? ['; ', each] : [each]));
}
