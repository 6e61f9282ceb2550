/** Rules 1 to 9: whose records a list holds. Longer than most files, because one graph serves all of it. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf } from './asking.ts';
import { FOLDERS, record, records, sortedBy, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
afterEach(() => graph.mend());

const BODIES = records('bodies');
const MEETINGS = records('meetings');
const INSTRUMENTS = records('instruments');
const MONITORING = records('monitoring');
const STAKES = records('stakes');
const ISSUES = records('issues');

/** The issues that a meeting names on its agenda, or also in its outcomes. */
const agendaIssues = (meeting: DataRecord): string[] => meeting.agenda.flatMap((item: DataRecord) => item.issueIds);
const meetingIssues = (meeting: DataRecord): string[] => [
  ...agendaIssues(meeting),
  ...meeting.outcomes.flatMap((outcome: DataRecord) => outcome.issueIds),
];
const idsWhere = (list: readonly DataRecord[], condition: (one: DataRecord) => boolean) =>
  idList(list.filter(condition)).sort();

describe('whose records', () => {
  test('rule 1: the lists of a steward are the records of its folder', async () => {
    const { stewards } = await ask(
      graph,
      `{ stewards { id bodies(first: 200) { nodes { id } } meetings(first: 200) { nodes { id } }
         instruments(first: 200) { nodes { id } } monitoring(first: 200) { nodes { id } } regionalEntities { id } } }`,
    );
    expect(idList(stewards)).toEqual(FOLDERS);
    for (const [index, folder] of FOLDERS.entries()) {
      const { bodies, meetings, instruments, monitoring, regionalEntities } = stewards[index];
      expect(idList(bodies.nodes).sort()).toEqual(idList(records('bodies', [folder])).sort());
      expect(idList(meetings.nodes).sort()).toEqual(idList(records('meetings', [folder])).sort());
      expect(idList(instruments.nodes).sort()).toEqual(idList(records('instruments', [folder])).sort());
      expect(idList(monitoring.nodes).sort()).toEqual(idList(records('monitoring', [folder])).sort());
      expect(idList(regionalEntities).sort()).toEqual(idList(records('regional-entities', [folder])).sort());
    }
  });

  test.for([
    ['bodies', 'bodies'],
    ['meetings', 'meetings'],
    ['instruments', 'instruments'],
    ['monitoring', 'monitoring'],
    ['smartCityProjects', 'smart-city-projects'],
    ['regionalEntities', 'regional-entities'],
  ] as const)('rule 1: the root list %s holds every record, whoever keeps it, each once', async ([list, file]) => {
    expect((await idsOf(graph, list)).sort()).toEqual(idList(records(file)).sort());
  });

  test('rule 1: what touches a pillar but is kept elsewhere is found with a filter, not in its list', async () => {
    const touching = INSTRUMENTS.filter(({ pillars }) => pillars.includes('AEC'));
    const { pillar, instruments } = await ask(
      graph,
      `{ pillar(code: AEC) { instruments(first: 200, filter: { pillars: [AEC] }) { nodes { id } } }
         instruments(first: 200, filter: { pillars: [AEC] }) { nodes { id } } }`,
    );
    expect(idList(instruments.nodes).sort()).toEqual(idList(touching).sort());
    expect(idList(pillar.instruments.nodes).sort()).toEqual(idsWhere(touching, ({ id }) => id.startsWith('aec:')));
  });

  test('rule 2: a merged list is null with the error when a contributor is down, never partial', async () => {
    graph.break('AEC');
    const { data, errors = [] } = await graph.ask(
      `{ meetings(first: 3) { nodes { id } } crossPillarIssue(id: "smart-cities") { title instruments { totalCount } }
         body(id: "asean:acc") { name mandates { why } } sdg(number: 11) { title blueprintElements { id } } }`,
    );
    expect(data).toEqual({
      meetings: null,
      crossPillarIssue: { title: 'Smart Cities', instruments: null },
      body: { name: record('bodies', 'asean:acc').name, mandates: null },
      sdg: { title: record('sdgs', 'sdg-11').title, blueprintElements: null },
    });
    const fields = errors.map(({ path }) => path?.[0]);
    expect(fields.toSorted()).toEqual(['body', 'crossPillarIssue', 'meetings', 'sdg']);
  });

  test('rule 2: a selection of nothing but `__typename` asks no pillar', async () => {
    const { data, calls } = await graph.measure('{ meetings { __typename } }');
    expect(data).toEqual({ meetings: { __typename: 'MergedMeetingConnection' } });
    expect(calls).toMatchObject({ apsc: 0, aec: 0, ascc: 0 });
  });

  test('rule 2: who wants what there is when a pillar is down asks pillar by pillar', async () => {
    graph.break('AEC');
    const { data } = await graph.ask(
      `{ stewards { id instruments(filter: { issueId: "smart-cities" }, first: 200) { totalCount } }
         crossPillarIssue(id: "climate-change") { stakes { pillar { code } instruments { totalCount } } } }`,
    );
    const count = (folder: string, issue: string) =>
      INSTRUMENTS.filter(({ id, issueIds }) => id.startsWith(`${folder}:`) && issueIds.includes(issue)).length;
    expect(data.stewards).toEqual(
      FOLDERS.map((id) => ({
        id,
        instruments: id === 'aec' ? null : { totalCount: count(id, 'smart-cities') },
      })),
    );
    expect(data.crossPillarIssue.stakes).toEqual([
      { pillar: { code: 'APSC' }, instruments: { totalCount: count('apsc', 'climate-change') } },
      null,
      { pillar: { code: 'ASCC' }, instruments: { totalCount: count('ascc', 'climate-change') } },
    ]);
  });

  test("rule 2a: a pillar's body has children and meetings of its own pillar, an organ of the Community those of all who report to it", async () => {
    const { stewards } = await ask(
      graph,
      '{ stewards { bodies(first: 200) { nodes { id children { id } meetings(first: 200) { nodes { id } } } } } }',
    );
    const nodes: DataRecord[] = stewards.flatMap(({ bodies }: DataRecord) => bodies.nodes);
    expect(nodes).toHaveLength(BODIES.length);
    for (const { id, children, meetings } of nodes) {
      expect(idList(children), id).toEqual(idsWhere(BODIES, ({ parentId }) => parentId === id));
      expect(idList(meetings.nodes).sort(), id).toEqual(idsWhere(MEETINGS, ({ bodyId }) => bodyId === id));
    }
    const summit = nodes.find(({ id }) => id === 'asean:asean-summit')!;
    expect(idList(summit.children)).toEqual(expect.arrayContaining(['aec:aec-council', 'apsc:apsc-council']));
    const aichr = nodes.find(({ id }) => id === 'asean:aichr')!;
    expect(idList(aichr.meetings.nodes).some((id) => id.startsWith('apsc:'))).toBe(true);
  });

  test('rule 3: a meeting concerns an issue when its agenda or an outcome names it, an instrument or monitoring item by its own issue ids', async () => {
    const { crossPillarIssues } = await ask(
      graph,
      `{ crossPillarIssues(first: 200) { nodes { id meetings(first: 200) { nodes { id } }
         instruments(first: 200) { nodes { id } } monitoring(first: 200) { nodes { id } } } } }`,
    );
    expect(crossPillarIssues.nodes).toHaveLength(ISSUES.length);
    for (const { id, meetings, instruments, monitoring } of crossPillarIssues.nodes) {
      const names = (issueIds: string[]) => issueIds.includes(id);
      expect(idList(meetings.nodes).sort(), id).toEqual(idsWhere(MEETINGS, (one) => names(meetingIssues(one))));
      expect(idList(instruments.nodes).sort(), id).toEqual(idsWhere(INSTRUMENTS, ({ issueIds }) => names(issueIds)));
      expect(idList(monitoring.nodes).sort(), id).toEqual(idsWhere(MONITORING, ({ issueIds }) => names(issueIds)));
    }
  });

  test('rule 3: `agendaIssueId` looks at the agenda alone, `issueId` also at the outcomes', async () => {
    const issue = 'digital-economy';
    const onAgenda = idsWhere(MEETINGS, (one) => agendaIssues(one).includes(issue));
    const either = idsWhere(MEETINGS, (one) => meetingIssues(one).includes(issue));
    expect(either.length).toBeGreaterThan(onAgenda.length);
    expect((await idsOf(graph, 'meetings', `filter: { agendaIssueId: "${issue}" }`)).sort()).toEqual(onAgenda);
    expect((await idsOf(graph, 'meetings', `filter: { issueId: "${issue}" }`)).sort()).toEqual(either);
  });

  test('rule 3: the issues of the items of an instrument do not count', async () => {
    const declaration = record('instruments', 'asean:cop-declaration-2017');
    expect(declaration.items.flatMap((item: DataRecord) => item.issueIds)).toContain('marine-debris');
    expect(declaration.issueIds).not.toContain('marine-debris');
    expect(await idsOf(graph, 'instruments', 'filter: { issueId: "marine-debris" }')).not.toContain(declaration.id);
  });

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
