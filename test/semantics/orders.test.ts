/** The orders of lists: each is total, since it ends in the id; text by code unit, null first. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf } from './asking.ts';
import { byText, record, records, sortedBy, type DataRecord, type Folder } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

type Keys = (one: DataRecord) => readonly (string | number | null)[];

const byId: Keys = ({ id }) => [id];
const byName: Keys = ({ name, id }) => [name, id];
const byStart: Keys = ({ startDate, id }) => [startDate, id];
const byAdoption: Keys = ({ adoptedOn, id }) => [adoptedOn, id];
const byTitle: Keys = ({ title, id }) => [title, id];
const byDate: Keys = ({ date, id }) => [date, id];
const byJoining: Keys = ({ joinedYear, id }) => [joinedYear, id];
const byPopulation: Keys = ({ population, id }) => [population.value, id];
const byObservation: Keys = (one) => [one.indicatorId, one.memberState, one.year, one.edition, one.id];

const ordered = (list: readonly DataRecord[], keys: Keys) => idList(sortedBy(list, keys));

interface Ordered {
  readonly list: string;
  /** Further arguments, as text. */
  readonly args: string;
  readonly file: string;
  readonly keys: Keys;
  readonly reverse?: true;
}

const LISTS: readonly Ordered[] = [
  { list: 'bodies', args: '', file: 'bodies', keys: byId },
  { list: 'meetings', args: '', file: 'meetings', keys: byStart },
  { list: 'meetings', args: ', orderBy: STARTS_ASC', file: 'meetings', keys: byStart },
  { list: 'meetings', args: ', orderBy: STARTS_DESC', file: 'meetings', keys: byStart, reverse: true },
  { list: 'instruments', args: '', file: 'instruments', keys: byAdoption },
  { list: 'instruments', args: ', orderBy: ADOPTED_DESC', file: 'instruments', keys: byAdoption, reverse: true },
  { list: 'monitoring', args: '', file: 'monitoring', keys: byId },
  { list: 'smartCityProjects', args: '', file: 'smart-city-projects', keys: byId },
  { list: 'regionalEntities', args: '', file: 'regional-entities', keys: byId },
  { list: 'crossPillarIssues', args: '', file: 'issues', keys: byTitle },
  { list: 'crossPillarIssues', args: ', orderBy: TITLE_DESC', file: 'issues', keys: byTitle, reverse: true },
  { list: 'crossPillarIssues', args: ', orderBy: ID_ASC', file: 'issues', keys: byId },
  { list: 'smartCities', args: '', file: 'smart-cities', keys: byName },
  { list: 'smartCities', args: ', orderBy: JOINED_ASC', file: 'smart-cities', keys: byJoining },
  { list: 'smartCities', args: ', orderBy: POPULATION_DESC', file: 'smart-cities', keys: byPopulation, reverse: true },
  { list: 'smartCityPartnerships', args: '', file: 'smart-city-partnerships', keys: byId },
  { list: 'observations', args: '', file: 'observations', keys: byObservation },
  { list: 'initiatives', args: '', file: 'initiatives', keys: byDate },
  { list: 'partners', args: '', file: 'partners', keys: byName },
];

describe('orders', () => {
  test.for(LISTS)('order: the list $list $args', async ({ list, args, file, keys, reverse }) => {
    const expected = ordered(records(file), keys);
    expect(await idsOf(graph, list, args)).toEqual(reverse ? expected.reverse() : expected);
  });

  test('order: a null order counts as not given', async () => {
    expect(await idsOf(graph, 'meetings', ', orderBy: null')).toEqual(ordered(records('meetings'), byStart));
  });

  test('order: stewards, pillars and stakes of an issue are APSC, AEC, ASCC, Community', async () => {
    const { stewards, pillars, crossPillarIssues } = await ask(
      graph,
      '{ stewards { id } pillars { code } crossPillarIssues(first: 200) { nodes { id stakes { id } } } }',
    );
    expect(idList(stewards)).toEqual(['apsc', 'aec', 'ascc', 'asean']);
    expect(pillars).toEqual([{ code: 'APSC' }, { code: 'AEC' }, { code: 'ASCC' }]);
    for (const { id, stakes } of crossPillarIssues.nodes) {
      expect(idList(stakes)).toEqual(
        ['apsc', 'aec', 'ascc']
          .map((one) => `${one}:${id}`)
          .filter((stake) => idList(records('stakes')).includes(stake)),
      );
    }
  });

  test.for(['apsc', 'aec', 'ascc'] as const)('order: the lists of the pillar %s', async (folder) => {
    const { pillar } = await ask(
      graph,
      `{ pillar(code: ${folder.toUpperCase()}) { stakes(first: 200) { nodes { id } } sectors { id } leads { id }
         aims { order } blueprint { elements { id children { id } } } regionalEntities { id }
         meetings(first: 200) { nodes { id } } instruments(first: 200) { nodes { id } }
         bodies(first: 200) { nodes { id } } monitoring(first: 200) { nodes { id } }
         smartCityProjects(first: 200) { nodes { id } } } }`,
    );
    const own = (file: string) => records(file, [folder as Folder]);
    expect(idList(pillar.stakes.nodes)).toEqual(ordered(own('stakes'), ({ issueId }) => [issueId]));
    expect(idList(pillar.sectors)).toEqual(ordered(own('sectors'), ({ order, id }) => [order, id]));
    expect(idList(pillar.leads)).toEqual(
      ordered(
        records('issues').filter(({ documentedLead }) => documentedLead?.pillars.includes(folder.toUpperCase())),
        byTitle,
      ),
    );
    expect(pillar.aims).toEqual(record('pillar', folder).aims.map(({ order }: DataRecord) => ({ order })));
    expect(idList(pillar.blueprint.elements)).toEqual(ordered(own('blueprint-elements'), byId));
    for (const { id, children } of pillar.blueprint.elements) {
      const below = own('blueprint-elements').filter(({ parentId }) => parentId === id);
      expect(idList(children)).toEqual(ordered(below, byId));
    }
    expect(idList(pillar.regionalEntities)).toEqual(ordered(own('regional-entities'), byId));
    expect(idList(pillar.meetings.nodes)).toEqual(ordered(own('meetings'), byStart));
    expect(idList(pillar.instruments.nodes)).toEqual(ordered(own('instruments'), byAdoption));
    expect(idList(pillar.bodies.nodes)).toEqual(ordered(own('bodies'), byId));
    expect(idList(pillar.monitoring.nodes)).toEqual(ordered(own('monitoring'), byId));
    expect(idList(pillar.smartCityProjects.nodes)).toEqual(ordered(own('smart-city-projects'), byId));
  });

  test('order: the lists of a merged kind under a record are one list, whoever keeps the members', async () => {
    const { crossPillarIssue, memberState, smartCity, sdg } = await ask(
      graph,
      `{ crossPillarIssue(id: "trafficking-in-persons") { instruments(first: 200) { nodes { id adoptedOn } }
         meetings(first: 200, orderBy: STARTS_DESC) { nodes { id startsOn } } monitoring(first: 200) { nodes { id } } }
         memberState(code: "IDN") { chairedMeetings(first: 200) { nodes { id startsOn } }
         hostedEntities(first: 200) { nodes { id } } }
         smartCity(id: "bangkok") { projects(first: 200) { nodes { id } } }
         sdg(number: 11) { blueprintElements { id } issues { id } } }`,
    );
    const issue = 'trafficking-in-persons';
    const named = ({ agenda, outcomes }: DataRecord) =>
      [...agenda, ...outcomes].some(({ issueIds }) => issueIds.includes(issue));
    const about = ({ issueIds }: DataRecord) => issueIds.includes(issue);
    const chaired = ({ chairs }: DataRecord) => chairs.some(({ countryCode }: DataRecord) => countryCode === 'IDN');
    expect(idList(crossPillarIssue.instruments.nodes)).toEqual(
      ordered(records('instruments').filter(about), byAdoption),
    );
    expect(idList(crossPillarIssue.meetings.nodes)).toEqual(
      ordered(records('meetings').filter(named), byStart).reverse(),
    );
    expect(idList(crossPillarIssue.monitoring.nodes)).toEqual(ordered(records('monitoring').filter(about), byId));
    expect(idList(memberState.chairedMeetings.nodes)).toEqual(ordered(records('meetings').filter(chaired), byStart));
    expect(idList(memberState.hostedEntities.nodes)).toEqual(
      ordered(
        records('regional-entities').filter(({ hostCountryCode }) => hostCountryCode === 'IDN'),
        byId,
      ),
    );
    expect(idList(smartCity.projects.nodes)).toEqual(
      ordered(
        records('smart-city-projects').filter(({ cityId }) => cityId === 'bangkok'),
        byId,
      ),
    );
    const serving = ({ sdgs }: DataRecord) => sdgs.includes(11);
    expect(idList(sdg.blueprintElements)).toEqual(ordered(records('blueprint-elements').filter(serving), byId));
    expect(idList(sdg.issues)).toEqual(ordered(records('issues').filter(serving), byTitle));
  });

  test('order: registers without pages', async () => {
    const { memberStates, sdgs, sdgPriorityAreas, readinessIndicators, community } = await ask(
      graph,
      `{ memberStates { code } sdgs { number priorityAreas { id } } sdgPriorityAreas { id } readinessIndicators { id }
         community { regionalEntities { id } visionDocuments { id children { id } } } }`,
    );
    expect(memberStates.map(({ code }: DataRecord) => code)).toEqual(ordered(records('member-states'), byName));
    expect(sdgs.map(({ number }: DataRecord) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    for (const { number, priorityAreas } of sdgs) {
      expect(idList(priorityAreas)).toEqual(records('sdgs').find((sdg) => sdg.number === number).priorityAreaIds);
    }
    expect(idList(sdgPriorityAreas)).toEqual(ordered(records('sdg-priority-areas'), ({ order }) => [order]));
    expect(idList(readinessIndicators)).toEqual(ordered(records('indicators'), byId));
    expect(idList(community.regionalEntities)).toEqual(ordered(records('regional-entities', ['asean']), byId));
    const documents = sortedBy(records('vision'), ({ order }) => [order]);
    expect(idList(community.visionDocuments)).toEqual(idList(documents));
    for (const { id, children } of community.visionDocuments) {
      expect(idList(children)).toEqual(idList(documents.filter(({ parentId }) => parentId === id)));
    }
  });

  test('order: lists that other records give an issue, a state or a partner', async () => {
    const { crossPillarIssue, memberState, partner, smartCity } = await ask(
      graph,
      `{ crossPillarIssue(id: "industry-4-0") { indicators { id } initiatives { id } }
         memberState(code: "IDN") { smartCities { id } observations(first: 200) { nodes { id } } }
         partner(id: "united-nations") { children { id name } }
         smartCity(id: "bangkok") { partnerships { id } } }`,
    );
    const about = ({ issueIds }: DataRecord) => issueIds.includes('industry-4-0');
    const its = ({ memberState: code }: DataRecord) => code === 'IDN';
    expect(idList(crossPillarIssue.indicators)).toEqual(ordered(records('indicators').filter(about), byId));
    expect(idList(crossPillarIssue.initiatives)).toEqual(ordered(records('initiatives').filter(about), byDate));
    expect(idList(memberState.smartCities)).toEqual(ordered(records('smart-cities').filter(its), byName));
    expect(idList(memberState.observations.nodes)).toEqual(
      ordered(records('observations').filter(its), byObservation).slice(0, 200),
    );
    expect(idList(partner.children)).toEqual(
      ordered(
        records('partners').filter(({ parentId }) => parentId === 'united-nations'),
        byName,
      ),
    );
    expect(idList(smartCity.partnerships)).toEqual(
      ordered(
        records('smart-city-partnerships').filter(({ cityIds }) => cityIds.includes('bangkok')),
        byId,
      ),
    );
  });

  test('order: partial dates stand where their text does, before the days of the same month', async () => {
    const ids = await idsOf(graph, 'instruments', ', filter: { from: "2021-10-01", to: "2021-10-31" }');
    const dates = ids.map((id) => record('instruments', id).adoptedOn);
    expect(dates).toEqual(dates.toSorted(byText));
    expect(dates[0]).toBe('2021-10');
  });
});
