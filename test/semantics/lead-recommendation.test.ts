/** Rule 26a: the recommendation of a lead, and how far it agrees with the leads that sources document. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METHOD, recommend } from '../../subgraphs/socio-cultural/lead/recommendation.ts';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask } from './asking.ts';
import { record, records, type DataRecord } from './data.ts';

let graph: Graph;
let issues: DataRecord[];
beforeAll(async () => {
  graph = await startGraph();
  const { crossPillarIssues } = await ask(
    graph,
    `{ crossPillarIssues(first: 200) { nodes {
      id pillars { code } stakes { pillar { code } evidence { bodies instruments meetings monitoringItems } }
      leadRecommendation { method ranking { pillar { code } score bodies instruments communityInstruments meetings monitoringItems reasons } }
    } } }`,
  );
  issues = crossPillarIssues.nodes;
});
afterAll(() => graph.stop());

/** Those that share the first place. */
function firstOf<Ranked extends { readonly score: number }>(ranking: readonly Ranked[]): Ranked[] {
  return ranking.filter(({ score }) => score === ranking[0]?.score);
}

describe('rule 26a: the recommendation', () => {
  test('ranks the pillars of the issue, highest first, ties in pillar order', () => {
    for (const { id, pillars, leadRecommendation } of issues) {
      const { ranking } = leadRecommendation;
      const places = ranking.map(({ pillar, score }: DataRecord) => [
        -score,
        ['APSC', 'AEC', 'ASCC'].indexOf(pillar.code),
      ]);
      expect(places, id).toEqual(places.toSorted((a: number[], b: number[]) => a[0]! - b[0]! || a[1]! - b[1]!));
      const codes = (list: DataRecord[]) => list.map(({ code }) => code).sort();
      expect(codes(ranking.map(({ pillar }: DataRecord) => pillar)), id).toEqual(codes(pillars));
    }
  });

  test('has the counts of the stakes, and the instruments of the Community that touch the pillar', () => {
    const community = records('instruments', ['asean']);
    for (const { id, stakes, leadRecommendation } of issues)
      for (const { pillar, score, reasons, communityInstruments, ...counts } of leadRecommendation.ranking) {
        const stake = stakes.find((each: DataRecord) => each.pillar.code === pillar.code);
        expect(counts, `${id} ${pillar.code}`).toEqual(stake.evidence);
        const touching = community.filter(
          ({ issueIds, pillars }) => issueIds.includes(id) && pillars.includes(pillar.code),
        );
        expect(communityInstruments, `${id} ${pillar.code}`).toBe(touching.length);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(reasons.length).toBeGreaterThan(0);
      }
  });

  test('says that it is advice', () => {
    for (const { leadRecommendation } of issues) expect(leadRecommendation.method).toMatch(/^Advice, not a decision\./);
  });

  test('shows a tie as a tie', () => {
    const { ranking } = recommend(
      ['ASCC', 'APSC'],
      [
        { pillar: 'ASCC', bodies: 2 },
        { pillar: 'APSC', bodies: 2 },
        { pillar: 'AEC', bodies: 9 },
      ],
    );
    expect(ranking.map(({ pillar, score }) => [pillar, score])).toEqual([
      ['APSC', 15],
      ['ASCC', 15],
    ]);
    expect(firstOf(ranking).map(({ pillar }) => pillar)).toEqual(['APSC', 'ASCC']);
  });

  test('of an issue on which nobody keeps anything is a tie at nothing', () => {
    const { ranking } = recommend(['AEC', 'ASCC'], []);
    expect(ranking.map(({ score }) => score)).toEqual([0, 0]);
    expect(ranking[0]?.reasons).toEqual(['No record of the pillar deals with the issue']);
  });

  test('is null with an error where a pillar does not answer, and costs nothing else', async () => {
    graph.break('AEC');
    const { data, errors } = await graph.ask(
      '{ crossPillarIssue(id: "smart-cities") { title leadRecommendation { method } } }',
    );
    graph.mend();
    expect(data).toEqual({
      crossPillarIssue: { title: record('issues', 'smart-cities').title, leadRecommendation: null },
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' }]);
  });

  test('asks each pillar once for the issues of a list', async () => {
    const { calls } = await graph.measure(
      '{ crossPillarIssues(first: 200) { nodes { leadRecommendation { method } } } }',
    );
    expect(calls).toEqual({ apsc: 1, aec: 1, ascc: 2, directory: 0 });
  });
});

test('the README of the subgraph says how far the recommendation agrees with the documented leads', () => {
  const readme = readFileSync(new URL('../../subgraphs/socio-cultural/README.md', import.meta.url), 'utf8');
  const documented = records('issues').filter(({ documentedLead }) => documentedLead?.pillars.length > 0);
  const outcomes = documented.map(({ id, documentedLead }) => {
    const { leadRecommendation } = issues.find((issue) => issue.id === id);
    const { ranking } = leadRecommendation;
    const first = firstOf<DataRecord & { score: number }>(ranking);
    const isLead = first.some(({ pillar }) => documentedLead.pillars.includes(pillar.code));
    return { id, outcome: !isLead ? 'miss' : first.length === 1 ? 'hit' : 'tie' };
  });
  const named = (outcome: string) => outcomes.filter((each) => each.outcome === outcome).map(({ id }) => id);
  const list = (ids: string[]) => (ids.length === 0 ? 'none' : ids.map((id) => `\`${id}\``).join(', '));
  expect(readme).toContain(
    `Of ${documented.length} issues whose documented lead has a pillar: ${named('hit').length} hits; ties for the first place: ${list(named('tie'))}; misses: ${list(named('miss'))}.`,
  );
  expect(readme).toContain(METHOD);
});
