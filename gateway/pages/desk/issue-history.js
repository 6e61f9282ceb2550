/** The decisions on an issue. */

import { h, sourceList, time } from '../shared/elements.js';
import { reasonAt } from '../shared/graph.js';
import { AT, codesOf, missing, section } from './issue-parts.js';
import { bodyLabel, KINDS } from './words.js';

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
