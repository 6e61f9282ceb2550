/** Advice on who might lead: the pillars of an issue ranked by what they keep on it. One formula, its weights in one place; a decision is the Secretariat's. */

import { PILLAR_CODES, type PillarCode } from '../../../schema/stewards.ts';
import type { EvidenceKind, EvidencePart } from '../../kinds/stake/evidence.ts';
import type { Recommendation, Score } from './decision.ts';

/**
 * Points for all the evidence of a kind on an issue; a pillar gets them by its share of it. Who works on an issue and what was agreed on it
 * weigh most; what the Community keeps touches several pillars and says least of one.
 */
export const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  bodies: 30,
  instruments: 30,
  meetings: 20,
  communityInstruments: 10,
  monitoringItems: 10,
};

const NAMES: Readonly<Record<EvidenceKind, string>> = {
  bodies: 'bodies that work on the issue',
  instruments: 'instruments',
  meetings: 'meetings',
  communityInstruments: 'part in the instruments of the Community',
  monitoringItems: 'records of monitoring',
};

const KINDS = Object.keys(WEIGHTS) as EvidenceKind[];

/** One and many of a kind, in words. */
const WORDS: Readonly<Record<EvidenceKind, readonly [one: string, many: string]>> = {
  bodies: ['body that works on the issue', 'bodies that work on the issue'],
  instruments: ['instrument of its own', 'instruments of its own'],
  meetings: ['meeting of its own', 'meetings of its own'],
  communityInstruments: [
    'instrument of the Community that touches the pillar',
    'instruments of the Community that touch the pillar',
  ],
  monitoringItems: ['record of monitoring', 'records of monitoring'],
};

const SHARES = KINDS.map((kind) => `${WEIGHTS[kind]} for its ${NAMES[kind]}`).join(', ');

/** The formula in words. */
export const METHOD = `Advice, not a decision. For each kind of evidence the pillars of the issue share points by how much of it each has: ${SHARES}. A kind of which there is none gives no points. The score is the sum, 0 to 100, rounded to one decimal; the same score is a tie.`;

type Counts = Readonly<Record<EvidenceKind, number>>;

/** Ranks the pillars of an issue by the parts that all pillars contribute. */
export function recommend(pillars: readonly PillarCode[], parts: readonly EvidencePart[]): Recommendation {
  const involved = PILLAR_CODES.filter((code) => pillars.includes(code));
  const counts = new Map(involved.map((pillar) => [pillar, countsOf(pillar, parts)]));
  const totals = sum([...counts.values()]);
  const ranking = involved.map((pillar) => scoreOf(pillar, counts.get(pillar) as Counts, totals));
  // The sort is stable: ties stay in the order of the pillars.
  return { ranking: ranking.toSorted((a, b) => b.score - a.score), method: METHOD };
}

function countsOf(pillar: PillarCode, parts: readonly EvidencePart[]): Counts {
  return sum(parts.filter((part) => part.pillar === pillar));
}

function sum(parts: readonly Partial<Counts>[]): Counts {
  const total = (kind: EvidenceKind) => parts.reduce((all, part) => all + (part[kind] ?? 0), 0);
  return Object.fromEntries(KINDS.map((kind) => [kind, total(kind)])) as Record<EvidenceKind, number>;
}

function scoreOf(pillar: PillarCode, counts: Counts, totals: Counts): Score {
  const points = (kind: EvidenceKind) => (totals[kind] === 0 ? 0 : (WEIGHTS[kind] * counts[kind]) / totals[kind]);
  const score = KINDS.reduce((all, kind) => all + points(kind), 0);
  const reasons = KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const [one, many] = WORDS[kind];
    return `${counts[kind]} ${counts[kind] === 1 ? one : many}, of ${totals[kind]} in all: ${rounded(points(kind))} of ${WEIGHTS[kind]} points`;
  });
  return {
    pillar,
    score: rounded(score),
    ...counts,
    reasons: reasons.length > 0 ? reasons : ['No record of the pillar deals with the issue'],
  };
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
