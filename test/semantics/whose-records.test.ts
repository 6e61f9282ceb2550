/** Rules 1 to 3: whose records the lists of stewards, of the root and of issues hold. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf } from './asking.ts';
import { FOLDERS, record, records, type DataRecord } from './data.ts';

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
});
