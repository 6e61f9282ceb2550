/** Rules 15 and 18 to 21: what the conditions of a filter mean. Dates and text have files of their own. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { ask, idList, idsOf, refusal } from './asking.ts';
import { records, sortedBy, type DataRecord } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const BODIES = records('bodies');
const MEETINGS = records('meetings');
const INSTRUMENTS = records('instruments');
const OBSERVATIONS = records('observations');

const idsWhere = (list: readonly DataRecord[], condition: (one: DataRecord) => boolean) =>
  idList(list.filter(condition)).sort();
const sortedIdsOf = async (list: string, filter: string) => (await idsOf(graph, list, `filter: ${filter}`)).sort();

describe('conditions', () => {
  test('rule 15: conditions are joined by AND, and a list matches any of its values', async () => {
    const expected = idsWhere(
      BODIES,
      ({ level, status }) => ['ministerial', 'senior-officials'].includes(level) && status === 'unverified',
    );
    expect(expected).not.toEqual([]);
    expect(await sortedIdsOf('bodies', '{ levels: [MINISTERIAL, SENIOR_OFFICIALS], statuses: [UNVERIFIED] }')).toEqual(
      expected,
    );
  });

  test.for([
    ['bodies', '{ levels: [] }'],
    ['meetings', '{ types: [] }'],
    ['meetings', '{ bodyIds: [] }'],
    ['instruments', '{ pillars: [] }'],
    ['monitoring', '{ kinds: [] }'],
    ['smartCityProjects', '{ cityIds: [] }'],
    ['smartCityProjects', '{ memberStates: [] }'],
    ['regionalEntities', '{ memberStates: [] }'],
    ['crossPillarIssues', '{ ids: [] }'],
    ['crossPillarIssues', '{ leadStatus: [] }'],
    ['smartCities', '{ focusAreas: [] }'],
    ['smartCityPartnerships', '{ kinds: [] }'],
    ['observations', '{ indicators: [] }'],
    ['observations', '{ families: [] }'],
    ['observations', '{ memberStates: [], latest: true }'],
    ['initiatives', '{ pillars: [] }'],
    ['partners', '{ statuses: [] }'],
  ] as const)('rule 15: an empty list matches nothing: %s %s', async ([list, filter]) => {
    expect(await idsOf(graph, list, `filter: ${filter}`)).toEqual([]);
  });

  test('rule 15: an empty list matches nothing, also of lists without pages', async () => {
    const { memberStates, readinessIndicators } = await ask(
      graph,
      '{ memberStates(filter: { codes: [] }) { code } readinessIndicators(filter: { families: [] }) { id } }',
    );
    expect([memberStates, readinessIndicators]).toEqual([[], []]);
  });

  test.for([
    ['bodies', '{ levels: null, acronym: null, sectorId: null, text: null }', BODIES],
    ['meetings', '{ from: null, to: null, types: null, issueId: null, chairedBy: null }', MEETINGS],
    ['instruments', '{ legallyBinding: null, allThreePillars: null, pillars: null }', INSTRUMENTS],
    ['smartCities', '{ pilot: null, joinedYear: null }', records('smart-cities')],
    ['observations', '{ latest: null, fromYear: null, memberStates: null }', OBSERVATIONS],
  ] as const)('rule 15: null is no condition: %s %s', async ([list, filter, all]) => {
    expect(await sortedIdsOf(list, filter)).toEqual(idList(all).sort());
  });

  test('rule 15: a filter that is null is no condition', async () => {
    const { bodies } = await ask(graph, '{ bodies(filter: null, first: 0) { totalCount } }');
    expect(bodies).toEqual({ totalCount: BODIES.length });
  });

  test.for([
    ['bodies', '{ sectorId: "aec:nope" }'],
    ['bodies', '{ acronym: "NOPE" }'],
    ['meetings', '{ bodyIds: ["zzz:nope"] }'],
    ['meetings', '{ issueId: "nope" }'],
    ['meetings', '{ memberStates: ["ZZZ"] }'],
    ['instruments', '{ adoptedAtId: "asean:nope" }'],
    ['monitoring', '{ instrumentId: "nope" }'],
    ['crossPillarIssues', '{ ids: ["nope"] }'],
    ['smartCities', '{ joinedYear: 1900 }'],
    ['smartCityPartnerships', '{ partnerId: "nope" }'],
    ['observations', '{ indicators: ["nope"], latest: true }'],
    ['partners', '{ statuses: ["Nope"] }'],
  ] as const)('rule 15: a value that nobody has matches nothing and is no error: %s %s', async ([list, filter]) => {
    expect(await idsOf(graph, list, `filter: ${filter}`)).toEqual([]);
  });

  test('rule 18: `acronym` equals the acronym or an alternative one, without case', async () => {
    const named = (acronym: string) =>
      idsWhere(BODIES, (body) =>
        [body.acronym ?? '', ...body.alternativeAcronyms].some((one) => one.toLowerCase() === acronym.toLowerCase()),
      );
    expect(await sortedIdsOf('bodies', '{ acronym: "aIpR" }')).toEqual(named('AIPR'));
    expect(named('AIPR')).toEqual(['apsc:asean-ipr']);
    expect(await sortedIdsOf('bodies', '{ acronym: "ewgs" }')).toEqual(named('EWGs'));
    expect(await sortedIdsOf('bodies', '{ acronym: "SOM" }')).toEqual(named('SOM'));
    expect(await sortedIdsOf('bodies', '{ acronym: "SO" }')).toEqual([]);
  });

  test.for([
    ['bodies', '{ sectorId: "AEC:Energy" }'],
    ['meetings', '{ memberStates: ["mys"] }'],
    ['meetings', '{ chairedBy: "mys" }'],
    ['crossPillarIssues', '{ ids: ["Smart-Cities"] }'],
    ['partners', '{ statuses: ["comprehensive strategic partnership"] }'],
  ] as const)('rule 18: all other ids, codes and words are compared exactly: %s %s', async ([list, filter]) => {
    expect(await idsOf(graph, list, `filter: ${filter}`)).toEqual([]);
  });

  test.for([
    ['smartCities', 'pilot', records('smart-cities'), ({ cohort }: DataRecord) => cohort === 'pilot-2018'],
    ['instruments', 'legallyBinding', INSTRUMENTS, ({ legallyBinding }: DataRecord) => legallyBinding],
    ['instruments', 'allThreePillars', INSTRUMENTS, ({ pillars }: DataRecord) => pillars.length === 3],
    ['crossPillarIssues', 'allThreePillars', records('issues'), ({ pillars }: DataRecord) => pillars.length === 3],
  ] as const)('rule 19: a boolean is a condition both ways: %s %s', async ([list, field, all, holds]) => {
    const yes = idsWhere(all, holds);
    const no = idsWhere(all, (one) => !holds(one));
    expect([yes.length > 0, no.length > 0]).toEqual([true, true]);
    expect(await sortedIdsOf(list, `{ ${field}: true }`)).toEqual(yes);
    expect(await sortedIdsOf(list, `{ ${field}: false }`)).toEqual(no);
  });

  test('rule 20: `memberStates` is where a meeting was held, `chairedBy` who was in a chair', async () => {
    const chaired = ({ chairs }: DataRecord) => chairs.some(({ countryCode }: DataRecord) => countryCode === 'VNM');
    const held = ({ countryCode }: DataRecord) => countryCode === 'VNM';
    expect(await sortedIdsOf('meetings', '{ memberStates: ["VNM"] }')).toEqual(idsWhere(MEETINGS, held));
    expect(await sortedIdsOf('meetings', '{ chairedBy: "VNM" }')).toEqual(idsWhere(MEETINGS, chaired));
    expect(idsWhere(MEETINGS, held)).not.toEqual(idsWhere(MEETINGS, chaired));
  });

  test('rule 20: `InitiativeFilter.pillars` counts the pillar and the others', async () => {
    const expected = idsWhere(records('initiatives'), ({ pillar, otherPillars }) =>
      [pillar, ...otherPillars.map((other: DataRecord) => other.pillar)].includes('APSC'),
    );
    expect(await sortedIdsOf('initiatives', '{ pillars: [APSC] }')).toEqual(expected);
    expect(expected).toContain('civil-service-declaration-2017');
  });

  test.for([
    ['{ latest: true }', () => true],
    ['{ latest: true, toYear: 2022 }', ({ year }: DataRecord) => year <= 2022],
    ['{ latest: true, fromYear: 2020, toYear: 2021 }', ({ year }: DataRecord) => year >= 2020 && year <= 2021],
    ['{ latest: true, memberStates: ["IDN", "VNM"] }', ({ memberState }: DataRecord) => /IDN|VNM/.test(memberState)],
    [
      '{ latest: true, indicators: ["imd-wdcr", "asec-i40-readiness-assessment"] }',
      ({ indicatorId }: DataRecord) => ['imd-wdcr', 'asec-i40-readiness-assessment'].includes(indicatorId),
    ],
  ] as const)(
    'rule 21: after the other conditions, the newest row with a value of each indicator and state: %s',
    async ([filter, holds]) => {
      expect(await sortedIdsOf('observations', filter)).toEqual(latest(OBSERVATIONS.filter(holds)));
    },
  );

  test('rule 21: `latest` of an issue or a family, where each counts on its own', async () => {
    const indicators = records('indicators');
    const of = (condition: (one: DataRecord) => boolean) => {
      const ids = idsWhere(indicators, condition);
      return latest(OBSERVATIONS.filter(({ indicatorId }) => ids.includes(indicatorId)));
    };
    expect(await sortedIdsOf('observations', '{ latest: true, issueId: "industry-4-0" }')).toEqual(
      of(({ issueIds }) => issueIds.includes('industry-4-0')),
    );
    const family = indicators[0].family.toUpperCase().replaceAll('-', '_');
    expect(await sortedIdsOf('observations', `{ latest: true, families: [${family}] }`)).toEqual(
      of((one) => one.family === indicators[0].family),
    );
  });

  test('rule 21: `latest` of one indicator, and of one state', async () => {
    const { readinessIndicator, memberState } = await ask(
      graph,
      `{ readinessIndicator(id: "imd-wdcr") { observations(filter: { latest: true }, first: 200) { nodes { id } } }
         memberState(code: "VNM") { observations(filter: { latest: true }, first: 200) { nodes { id } } } }`,
    );
    expect(idList(readinessIndicator.observations.nodes).sort()).toEqual(
      latest(OBSERVATIONS.filter(({ indicatorId }) => indicatorId === 'imd-wdcr')),
    );
    expect(idList(memberState.observations.nodes).sort()).toEqual(
      latest(OBSERVATIONS.filter((one) => one.memberState === 'VNM')),
    );
  });

  test('rule 21: a rank alone does not count, so it stays out even where no row has a value', async () => {
    const bare = OBSERVATIONS.filter(({ value, valueText }) => value === null && valueText === null);
    expect(bare).not.toEqual([]);
    const found = await sortedIdsOf('observations', '{ latest: true }');
    expect(found.filter((id) => bare.some((one) => one.id === id))).toEqual([]);
  });

  test('rule 21: `latest: false` keeps every row', async () => {
    expect(await sortedIdsOf('observations', '{ latest: false }')).toEqual(idList(OBSERVATIONS).sort());
  });

  test('rule 21: `memberStates` leaves the regional rows out', async () => {
    const states = idList(records('member-states'));
    const found = await sortedIdsOf('observations', `{ memberStates: ${JSON.stringify(states)} }`);
    expect(found).toEqual(idsWhere(OBSERVATIONS, ({ memberState }) => memberState !== null));
    expect(found.length).toBeLessThan(OBSERVATIONS.length);
  });

  test('rule 16: `fromYear` after `toYear` is an error, and both are inclusive', async () => {
    expect(await refusal(graph, '{ observations(filter: { fromYear: 2022, toYear: 2021 }) { totalCount } }')).toEqual([
      'INVALID_FILTER',
    ]);
    expect(await sortedIdsOf('observations', '{ fromYear: 2021, toYear: 2021 }')).toEqual(
      idsWhere(OBSERVATIONS, ({ year }) => year === 2021),
    );
  });
});

/** Of each indicator and state the newest row with a value, of one year the last by edition. */
function latest(rows: readonly DataRecord[]): string[] {
  const newest = new Map<string, DataRecord>();
  for (const row of sortedBy(rows, ({ year, edition, id }) => [year, edition, id])) {
    if (row.value !== null || row.valueText !== null) newest.set(`${row.indicatorId} ${row.memberState}`, row);
  }
  return idList([...newest.values()]).sort();
}
