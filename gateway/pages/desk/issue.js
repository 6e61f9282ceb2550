/** One issue as it is read: who leads, the stakes side by side, the advice, the history. */

import { recordAddress } from '../record/kinds.js';
import { h, sourceList, time } from './elements.js';
import { reasonAt } from './graph.js';
import { badge, bodyLabel, KINDS, leaderOf, senseOf } from './words.js';

const AT = 'crossPillarIssue';

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

function bodyLink({ id }, text) {
  return h('a', { href: recordAddress({ kind: 'body', id }) }, text);
}

function nameOf({ acronym, name }) {
  return acronym ? `${acronym}, ${name}` : name;
}

function separated(links) {
  return links.flatMap((each, index) => (index > 0 ? ['; ', each] : [each]));
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

/** Every decision, the newest first. */
export function historySection({ leadHistory }, errors) {
  const entries = leadHistory
    .toReversed()
    .map((decision) =>
      h('li', {}, h('article', { class: 'card' }, h('h3', {}, decisionTitle(decision)), decisionBody(decision))),
    );
  return section(
    'history',
    `History of decisions (${entries.length})`,
    missing(reasonAt(errors, AT, 'leadHistory')),
    entries.length > 0
      ? h('ol', { class: 'history', reversed: true }, entries)
      : h('p', {}, 'Nobody has decided on this issue yet.'),
  );
}

/** A decision in a phrase. */
export function decisionTitle({ version, kind, pillar }) {
  return `${version}. ${KINDS[kind] ?? kind}${pillar ? `: ${pillar.code}` : ''}`;
}

/** A decision, all of it. */
export function decisionBody({
  kind,
  pillar,
  leadBody,
  supporting,
  relevantBodies,
  rationale,
  sources,
  actor,
  decidedAt,
  hash,
  version,
  evidence,
}) {
  const others = relevantBodies.filter((body) => body !== null);
  return [
    h('p', {}, h('strong', {}, actor), ', ', time(decidedAt)),
    pillar &&
      h(
        'p',
        {},
        `${kind === 'PROPOSED' ? 'Proposes' : 'Lead'}: ${pillar.name}${leadBody ? `, by ${bodyLabel(leadBody)}` : ''}`,
      ),
    supporting.length > 0 && h('p', {}, `Supported by ${codesOf(supporting)}`),
    others.length > 0 && h('p', {}, `Further bodies: ${others.map(bodyLabel).join('; ')}`),
    h('p', { class: 'rationale' }, rationale),
    sourceList(sources),
    evidence &&
      h(
        'p',
        { class: 'quiet' },
        `Advice at the time: ${evidence.ranking.map(({ pillar: { code }, score }) => `${code} ${score.toFixed(1)}`).join(', ')}`,
      ),
    h('p', { class: 'quiet' }, `Version ${version} · hash `, h('code', { title: hash }, `${hash.slice(0, 12)}…`)),
  ];
}

function section(id, title, ...content) {
  const heading = `${id}-title`;
  return h('section', { id, 'aria-labelledby': heading, tabindex: '-1' }, h('h2', { id: heading }, title), content);
}

function missing(reason) {
  return reason && h('p', { class: 'notice bad' }, `Something is missing here: ${reason}`);
}

function codesOf(pillars) {
  return pillars.map(({ code }) => code).join(', ');
}
