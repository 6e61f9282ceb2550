/** Rules 4 to 9: whose records hang on stakes, leads, mandates, elements and related issues. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf } from './asking.ts';
import { record, records, sortedBy, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
afterEach(() => graph.mend());

const MEETINGS = records('meetings');
const INSTRUMENTS = records('instruments');
const MONITORING = records('monitoring');
const STAKES = records('stakes');
const ISSUES = records('issues');

/** The issues that a meeting names on its agenda or in its outcomes. */
const meetingIssues = ({ agenda, outcomes }: DataRecord): string[] =>
  [...agenda, ...outcomes].flatMap(({ issueIds }: DataRecord) => issueIds);
const idsWhere = (list: readonly DataRecord[], condition: (one: DataRecord) => boolean) =>
  idList(list.filter(condition)).sort();

describe('whose records', () => {
  test('rule 4: the lists of a stake are those of the same pillar, and its evidence counts them and its bodies', async () => {
    const { pillars } = await ask(
      graph,
      `{ pillars { stakes(first: 200) { nodes { id instruments(first: 200) { totalCount nodes { id } }
         meetings(first: 200) { totalCount nodes { id } } monitoring(first: 200) { totalCount nodes { id } }
         evidence { bodies instruments meetings monitoringItems } } } } }`,
    );
    const stakes: DataRecord[] = pillars.flatMap(({ stakes: page }: DataRecord) => page.nodes);
    expect(stakes).toHaveLength(STAKES.length);
    for (const { id, instruments, meetings, monitoring, evidence } of stakes) {
      const stake = record('stakes', id);
      const own = (list: readonly DataRecord[]) => list.filter((one) => one.id.split(':')[0] === id.split(':')[0]);
      const meets = idsWhere(own(MEETINGS), (one) => meetingIssues(one).includes(stake.issueId));
      const made = idsWhere(own(INSTRUMENTS), ({ issueIds }) => issueIds.includes(stake.issueId));
      const watched = idsWhere(own(MONITORING), ({ issueIds }) => issueIds.includes(stake.issueId));
      expect(idList(meetings.nodes).sort(), id).toEqual(meets);
      expect(idList(instruments.nodes).sort(), id).toEqual(made);
      expect(idList(monitoring.nodes).sort(), id).toEqual(watched);
      expect(evidence, id).toEqual({
        bodies: stake.bodies.length,
        instruments: made.length,
        meetings: meets.length,
        monitoringItems: watched.length,
      });
    }
  });

  test.for(['DOCUMENTED', 'UNDETERMINED', 'ASSIGNED', 'PROPOSED'])(
    "rule 5: `leadStatus` %s looks at today's lead",
    async (status) => {
      const expected = idsWhere(ISSUES, ({ leadStatus }) => leadStatus.toUpperCase() === status);
      expect((await idsOf(graph, 'crossPillarIssues', `filter: { leadStatus: [${status}] }`)).sort()).toEqual(expected);
    },
  );

  test.for(['APSC', 'AEC', 'ASCC'])(
    'rule 5: `leadPillar` and `Pillar.leads` of %s count a joint lead for each of its pillars',
    async (code) => {
      const expected = idsWhere(ISSUES, ({ documentedLead }) => documentedLead?.pillars.includes(code));
      if (code !== 'AEC') expect(expected).toContain('disability-inclusion');
      const { pillar } = await ask(graph, `{ pillar(code: ${code}) { leads { id } } }`);
      expect(idList(pillar.leads).sort()).toEqual(expected);
      expect((await idsOf(graph, 'crossPillarIssues', `filter: { leadPillar: ${code} }`)).sort()).toEqual(expected);
    },
  );

  test('rule 6: the mandates of a body are the stakes that name it and, for a body of no one pillar, its cross-pillar roles', async () => {
    const { stewards } = await ask(
      graph,
      '{ stewards { bodies(first: 200) { nodes { id mandates { issue { id } pillar { code } why basis } } } } }',
    );
    const nodes: DataRecord[] = stewards.flatMap(({ bodies }: DataRecord) => bodies.nodes);
    for (const { id, mandates } of nodes) {
      const ofStakes = STAKES.flatMap(({ issueId, pillar, bodies }) =>
        bodies
          .filter(({ bodyId }: DataRecord) => bodyId === id)
          .map((body: DataRecord) => ({ issueId, pillar, ...body })),
      );
      const ofRoles = ISSUES.flatMap((issue) =>
        issue.crossPillarRoles
          .filter(({ bodyId }: DataRecord) => bodyId === id)
          .map((body: DataRecord) => ({ issueId: issue.id, pillar: null, ...body })),
      );
      const rank = ({ pillar }: DataRecord) => ['APSC', 'AEC', 'ASCC', null].indexOf(pillar);
      const expected = sortedBy([...ofStakes, ...ofRoles], (one) => [one.issueId, rank(one)]);
      expect(mandates, id).toEqual(
        expected.map(({ issueId, pillar, why, basis }) => ({
          issue: { id: issueId },
          pillar: pillar && { code: pillar },
          why,
          basis: basis.toUpperCase(),
        })),
      );
    }
  });

  test('rule 7: `progress` holds what was reported, so it is empty at first', async () => {
    const { pillar } = await ask(
      graph,
      `{ pillar(code: ASCC) { blueprint { elements { ... on SocioCulturalBlueprintElement {
         latest: progress { id } all: progress(latest: false) { id } } } } } }`,
    );
    expect(pillar.blueprint.elements).toHaveLength(records('blueprint-elements', ['ascc']).length);
    for (const element of pillar.blueprint.elements) expect(element).toEqual({ latest: [], all: [] });
  });

  test.for(['EconomicBlueprintElement', 'PoliticalSecurityBlueprintElement', 'BlueprintElement'])(
    "rule 7: only the ASCC's elements have `progress`, not %s",
    async (type) => {
      const { errors } = await graph.ask(
        `{ blueprintElement(id: "aec:2025-a") { ... on ${type} { progress { id } } } }`,
      );
      expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('progress') as unknown })]);
    },
  );

  test('rule 8: `memberStates` holds observers too', async () => {
    const { memberStates, observers } = await ask(
      graph,
      '{ memberStates { code } observers: memberStates(filter: { status: OBSERVER }) { code } }',
    );
    const codes = (list: readonly DataRecord[]) => list.map(({ code }) => code).sort();
    expect(codes(memberStates)).toEqual(idList(records('member-states')).sort());
    expect(codes(observers)).toEqual(idsWhere(records('member-states'), ({ status }) => status === 'observer'));
    expect(observers).not.toEqual([]);
  });

  test('rule 8: `readinessIndicators` holds every family', async () => {
    const { readinessIndicators } = await ask(graph, '{ readinessIndicators { id } }');
    expect(idList(readinessIndicators)).toEqual(idList(records('indicators')).sort());
  });

  test('rule 9: `relatedIssues` is as recorded, not made symmetric', async () => {
    const { from, to } = await ask(
      graph,
      `{ from: crossPillarIssue(id: "civil-service") { relatedIssues { id } }
         to: crossPillarIssue(id: "culture-of-prevention") { relatedIssues { id } } }`,
    );
    expect(idList(from.relatedIssues)).toEqual(record('issues', 'civil-service').relatedIssueIds);
    expect(idList(from.relatedIssues)).toContain('culture-of-prevention');
    expect(idList(to.relatedIssues)).toEqual(record('issues', 'culture-of-prevention').relatedIssueIds);
    expect(idList(to.relatedIssues)).not.toContain('civil-service');
  });

  test('rule 9: the indicators, initiatives and partners of an issue follow the issue ids of those records', async () => {
    const { crossPillarIssues } = await ask(
      graph,
      '{ crossPillarIssues(first: 200) { nodes { id indicators { id } initiatives { id } partners { id } } } }',
    );
    for (const { id, indicators, initiatives, partners } of crossPillarIssues.nodes) {
      const naming = (name: string) => idsWhere(records(name), ({ issueIds }) => issueIds.includes(id));
      expect(idList(indicators).sort(), id).toEqual(naming('indicators'));
      expect(idList(initiatives).sort(), id).toEqual(naming('initiatives'));
      expect(idList(partners).sort(), id).toEqual(naming('partners'));
    }
  });
});
