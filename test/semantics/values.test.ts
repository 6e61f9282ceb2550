/** Rules 22 to 25 and 27: what single values are. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList } from './asking.ts';
import { graphSpelling, record, records, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const STATE_NAMES = new Map<string, string>(records('member-states').map(({ id, name }) => [id, name]));
const codes = (list: readonly DataRecord[]): string[] => list.map(({ code }) => code);

describe('values', () => {
  test('rule 22: pillar lists are in the order APSC, AEC, ASCC', async () => {
    const data = await ask(
      graph,
      `{ instruments(first: 200) { nodes { pillars { code } } } crossPillarIssues(first: 200) { nodes { pillars { code } } }
         partners(first: 200) { nodes { pillars { code } } } readinessIndicators { pillars { code } }
         sdgPriorityAreas { pillars { code } } }`,
    );
    const rows: DataRecord[] = Object.values<DataRecord>(data).flatMap((list) => list.nodes ?? list);
    const order = ['APSC', 'AEC', 'ASCC'];
    for (const { pillars } of rows) {
      expect(codes(pillars)).toEqual(order.filter((code) => codes(pillars).includes(code)));
    }
    expect(rows.some(({ pillars }) => pillars.length === 3)).toBe(true);
  });

  test('rule 22: references that a record lists keep its order', async () => {
    const { crossPillarIssue, partner } = await ask(
      graph,
      `{ crossPillarIssue(id: "smart-cities") { crossPillarRoles { body { id } } stakes { id bodies { body { id } } } }
         partner(id: "united-nations") { meetings { id } issues { id } } }`,
    );
    const bodyIds = (list: readonly DataRecord[]) => list.map(({ bodyId }) => bodyId);
    const asked = (list: readonly DataRecord[]) => list.map(({ body }) => body.id);
    const { crossPillarRoles } = record('issues', 'smart-cities');
    expect(asked(crossPillarIssue.crossPillarRoles)).toEqual(bodyIds(crossPillarRoles));
    for (const { id, bodies } of crossPillarIssue.stakes) {
      expect(asked(bodies)).toEqual(bodyIds(record('stakes', id).bodies));
    }
    const { meetingIds, issueIds } = record('partners', 'united-nations');
    expect(idList(partner.meetings)).toEqual(meetingIds);
    expect(idList(partner.issues)).toEqual(issueIds);
    expect(idList(partner.issues)).not.toEqual(issueIds.toSorted());
  });

  test('rule 23: `country` is a name to print, and `memberState` is null outside ASEAN', async () => {
    const { meetings, more, regionalEntities, smartCityPartnerships } = await ask(
      graph,
      `{ meetings(first: 200) { nodes { id country memberState { code } } }
         more: meetings(last: 200) { nodes { id country memberState { code } } }
         regionalEntities(first: 200) { nodes { id country memberState { code } } }
         smartCityPartnerships(first: 200) { nodes { id country memberState { code } } } }`,
    );
    const check = (rows: readonly DataRecord[], file: string, fields: { code: string; name: string }) => {
      for (const { id, country, memberState } of rows) {
        const { [fields.code]: code, [fields.name]: name } = record(file, id);
        expect({ id, country, memberState }).toEqual({
          id,
          country: code ? STATE_NAMES.get(code) : name,
          memberState: code && { code },
        });
      }
    };
    check([...meetings.nodes, ...more.nodes], 'meetings', { code: 'countryCode', name: 'countryName' });
    check(regionalEntities.nodes, 'regional-entities', { code: 'hostCountryCode', name: 'hostCountryName' });
    check(smartCityPartnerships.nodes, 'smart-city-partnerships', { code: 'countryCode', name: 'countryName' });
    expect(meetings.nodes.find(({ id }: DataRecord) => id === 'asean:asean-un-summit-2')).toMatchObject({
      country: 'United States',
      memberState: null,
    });
  });

  test('rule 23: a chair has the name of the state, and none as an official of the Secretariat', async () => {
    const { summit, conference } = await ask(
      graph,
      `{ summit: meeting(id: "asean:asean-summit-47") { chairs { country person memberState { code name } } }
         conference: meeting(id: "ascc:soc-com-13") { chairs { country person memberState { code } } } }`,
    );
    expect(summit.chairs).toEqual([
      { country: 'Malaysia', person: 'Anwar Ibrahim', memberState: { code: 'MYS', name: 'Malaysia' } },
    ]);
    const [official] = record('meetings', 'ascc:soc-com-13').chairs;
    expect(conference.chairs[0]).toEqual({ country: null, person: official.person, memberState: null });
  });

  test("rule 23: the Community's name is `ASEAN Community`, its order 4", async () => {
    const { community, stewards } = await ask(graph, '{ community { id name order } stewards { name order } }');
    expect(community).toEqual({ id: 'asean', name: 'ASEAN Community', order: 4 });
    expect(stewards.at(-1)).toEqual({ name: 'ASEAN Community', order: 4 });
  });

  test("rule 24: enum values are the data set's in capitals with underscores, fields of type String keep its words", async () => {
    const { crossPillarIssue, partner, smartCity, meeting } = await ask(
      graph,
      `{ crossPillarIssue(id: "smart-cities") { lead { kind } namedIn { document } }
         partner(id: "united-nations") { type status } smartCity(id: "bangkok") { cohort focusAreas focusAreasBasis }
         meeting(id: "ascc:soc-com-13") { datePrecision outcomes { type } } }`,
    );
    const { documentedLead, namedIn } = record('issues', 'smart-cities');
    expect(crossPillarIssue).toEqual({
      lead: { kind: graphSpelling(documentedLead.kind) },
      namedIn: namedIn.map(({ document }: DataRecord) => ({ document: graphSpelling(document) })),
    });
    expect(crossPillarIssue.lead.kind).toBe('MANDATED_NETWORK');
    expect(partner).toEqual({ type: 'UN_SYSTEM', status: 'Comprehensive Partnership' });
    const { cohort, focusAreas, focusAreasBasis } = record('smart-cities', 'bangkok');
    expect(smartCity).toEqual({
      cohort: graphSpelling(cohort),
      focusAreas: focusAreas.map(graphSpelling),
      focusAreasBasis,
    });
    expect(meeting).toEqual({
      datePrecision: 'DAY',
      outcomes: record('meetings', 'ascc:soc-com-13').outcomes.map(({ type }: DataRecord) => ({
        type: graphSpelling(type),
      })),
    });
  });

  test('rule 25: a pilot is a city of the cohort `pilot-2018`', async () => {
    const { smartCities } = await ask(graph, '{ smartCities(first: 200) { nodes { id pilot } } }');
    for (const { id, pilot } of smartCities.nodes) {
      expect(pilot, id).toBe(record('smart-cities', id).cohort === 'pilot-2018');
    }
  });

  test('rule 25: facts of monitoring and attendance keep their numbers, facts of a partner are words', async () => {
    const { monitoringItem, meetings, more, partner } = await ask(
      graph,
      `{ monitoringItem(id: "asean:asean-un-poa-progress") { facts { text value unit } }
         meetings(first: 200) { nodes { id attendance { group countText countMin } } }
         more: meetings(last: 200) { nodes { id attendance { group countText countMin } } }
         partner(id: "united-nations") { facts { text value unit } } }`,
    );
    expect(monitoringItem.facts).toEqual(record('monitoring', 'asean:asean-un-poa-progress').facts);
    const groups: DataRecord[] = [...meetings.nodes, ...more.nodes].flatMap(({ id, attendance }: DataRecord) => {
      const expected = record('meetings', id).attendance;
      expect(attendance).toEqual(
        expected.map(({ group, countText, countMin }: DataRecord) => ({ group, countText, countMin })),
      );
      return attendance;
    });
    expect(groups.some(({ countMin }) => countMin > 0)).toBe(true);
    expect(partner.facts).toEqual(
      record('partners', 'united-nations').facts.map((text: string) => ({ text, value: null, unit: null })),
    );
  });

  test('rule 25: `adoptedOn` of an initiative is its date, `since` and `status` of a partner those of today', async () => {
    const { initiatives, partners } = await ask(
      graph,
      '{ initiatives(first: 200) { nodes { id adoptedOn } } partners(first: 200) { nodes { id since status } } }',
    );
    for (const { id, adoptedOn } of initiatives.nodes) expect(adoptedOn, id).toBe(record('initiatives', id).date);
    for (const { id, since, status } of partners.nodes) {
      const { partnerSince, currentStatus } = record('partners', id);
      expect({ since, status }, id).toEqual({ since: partnerSince, status: currentStatus });
    }
  });

  test('rule 25: tags of pillars keep reason and basis', async () => {
    const { initiative, smartCityProjects } = await ask(
      graph,
      `{ initiative(id: "civil-service-declaration-2017") { otherPillars { pillar { code } reason basis } }
         smartCityProjects(first: 5) { nodes { id pillarTags { pillar { code } reason basis } } } }`,
    );
    const tags = (list: readonly DataRecord[]) =>
      list.map(({ pillar, reason, basis }) => ({ pillar: { code: pillar }, reason, basis: graphSpelling(basis) }));
    expect(initiative.otherPillars).toEqual(tags(record('initiatives', 'civil-service-declaration-2017').otherPillars));
    for (const { id, pillarTags } of smartCityProjects.nodes) {
      expect(pillarTags, id).toEqual(tags(record('smart-city-projects', id).pillars));
    }
  });

  test('rule 27: the provenance of a plan and of its goals is their own, not that of the pillar', async () => {
    const { pillars } = await ask(
      graph,
      `{ pillars { id provenance { notes sources { title } } strategicPlan { provenance { notes sources { title } }
         goals { provenance { notes sources { title } } } } } }`,
    );
    const own = ({ notes, sources }: DataRecord) => ({
      notes,
      sources: sources.map(({ title }: DataRecord) => ({ title })),
    });
    for (const { id, provenance, strategicPlan } of pillars) {
      const pillar = record('pillar', id);
      expect(provenance).toEqual(own(pillar.provenance));
      expect(strategicPlan).toEqual({
        provenance: own(pillar.strategicPlan.provenance),
        goals: pillar.strategicPlan.goals.map((goal: DataRecord) => ({ provenance: own(goal.provenance) })),
      });
      expect(strategicPlan.provenance).not.toEqual(provenance);
    }
  });

  test('rule 27: a part without sources of its own has none, not those of its record', async () => {
    const { instruments, initiatives } = await ask(
      graph,
      `{ instruments(first: 200) { nodes { id milestones { basis sources { title } }
         items { sources { title } } provenance { sources { title } } } }
         initiatives(first: 200) { nodes { milestones { basis sources { title } } } } }`,
    );
    const bare = { basis: null, sources: [] };
    const milestones: DataRecord[] = [...instruments.nodes, ...initiatives.nodes].flatMap((one) => one.milestones);
    expect(milestones.length).toBeGreaterThan(0);
    for (const milestone of milestones) expect(milestone).toEqual(bare);
    for (const { id, items } of instruments.nodes) {
      const counts = record('instruments', id).items.map(({ sources }: DataRecord) => sources.length);
      expect(
        items.map(({ sources }: DataRecord) => sources.length),
        id,
      ).toEqual(counts);
    }
  });
});
