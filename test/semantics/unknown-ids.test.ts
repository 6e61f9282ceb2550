/** Rule 26: what is not there, and what is lost on the way. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startGraph, type Graph } from '../support/graph.ts';
import { record } from './data.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
afterEach(() => graph.mend());

/** A look-up of each kind, with an id that has the right form and a non-null field. */
const UNKNOWN = [
  'body(id: "aec:nope") { name }',
  'meeting(id: "ascc:nope") { title }',
  'instrument(id: "asean:nope") { title }',
  'monitoringItem(id: "apsc:nope") { title }',
  'regionalEntity(id: "aec:nope") { name }',
  'smartCityProject(id: "ascc:nope") { title }',
  'sector(id: "apsc:nope") { name }',
  'blueprintElement(id: "ascc:nope") { title }',
  'crossPillarIssue(id: "nope") { title }',
  'sdg(number: 18) { title }',
  'sdg(number: 0) { title }',
  'sdgPriorityArea(id: "nope") { title }',
  'smartCity(id: "nope") { name }',
  'smartCityPartnership(id: "nope") { title }',
  'readinessIndicator(id: "nope") { name }',
  'initiative(id: "nope") { title }',
  'memberState(code: "USA") { name }',
  'partner(id: "nope") { name }',
  'visionDocument(id: "asean:nope") { title }',
] as const;

/** The same with a field that may be null. */
const UNKNOWN_WITH_NULLABLE_FIELD = [
  'body(id: "aec:nope") { acronym }',
  'body(id: "asean:nope") { parent { id } meetings { totalCount } }',
  'meeting(id: "ascc:nope") { city }',
  'instrument(id: "asean:nope") { adoptedOn }',
  'monitoringItem(id: "apsc:nope") { date }',
  'regionalEntity(id: "aec:nope") { acronym }',
  'smartCityProject(id: "ascc:nope") { summary }',
  'sector(id: "apsc:nope") { description }',
  'blueprintElement(id: "ascc:nope") { description }',
] as const;

const fieldOf = (lookUp: string) => lookUp.slice(0, lookUp.indexOf('('));

describe('unknown ids', () => {
  test.for(UNKNOWN)('rule 26: an unknown id gives null without an error: %s', async (lookUp) => {
    expect(await graph.ask(`{ ${lookUp} }`)).toEqual({ data: { [fieldOf(lookUp)]: null } });
  });

  test.for([
    'crossPillarIssue(id: "nope") { lead { label } }',
    'smartCity(id: "nope") { summary }',
    'memberState(code: "idn") { capital }',
    'partner(id: "nope") { acronym }',
    'visionDocument(id: "asean:nope") { status }',
  ])('rule 26: an unknown id gives null without an error, also with nullable fields alone: %s', async (lookUp) => {
    expect(await graph.ask(`{ ${lookUp} }`)).toEqual({ data: { [fieldOf(lookUp)]: null } });
  });

  test.for(UNKNOWN_WITH_NULLABLE_FIELD)(
    'rule 26: an unknown id of a split kind gives null with nullable fields alone: %s',
    async (lookUp) => {
      expect(await graph.ask(`{ ${lookUp} }`)).toEqual({ data: { [fieldOf(lookUp)]: null } });
    },
  );

  test.for([
    'body(id: "nope:aem") { name acronym }',
    'body(id: "aem") { acronym }',
    'body(id: "") { acronym }',
    'body(id: "AEC:aem") { acronym }',
    'meeting(id: ":x") { title }',
    'sector(id: "asean:energy") { name }',
    'blueprintElement(id: "asean:2025-a") { title }',
    'smartCityProject(id: "asean:x") { title }',
  ])('rule 26: a prefix that nobody has, or of who keeps no such records, asks nobody: %s', async (lookUp) => {
    const { data, errors, calls } = await graph.measure(`{ ${lookUp} }`);
    expect({ data, errors }).toEqual({ data: { [fieldOf(lookUp)]: null }, errors: undefined });
    expect(calls).toMatchObject({ apsc: 0, aec: 0, ascc: 0 });
  });

  test('rule 26: a look-up of a right prefix for nothing but identity is not checked', async () => {
    const { data, errors, calls } = await graph.measure(
      '{ body(id: "aec:nope") { __typename id } meeting(id: "ascc:nope") { id } }',
    );
    expect({ data, errors }).toEqual({
      data: { body: { __typename: 'EconomicBody', id: 'aec:nope' }, meeting: { id: 'ascc:nope' } },
      errors: undefined,
    });
    expect(calls).toMatchObject({ apsc: 0, aec: 0, ascc: 0 });
  });

  test('rule 26: one unknown id among known ones costs nothing but itself', async () => {
    const { data, errors } = await graph.ask(
      '{ a: body(id: "aec:nope") { name } b: body(id: "aec:aem") { name } c: body(id: "ascc:amme") { name } }',
    );
    expect({ data, errors }).toEqual({
      data: {
        a: null,
        b: { name: record('bodies', 'aec:aem').name },
        c: { name: record('bodies', 'ascc:amme').name },
      },
      errors: undefined,
    });
  });
});

describe('lost values', () => {
  test('rule 26: a value that is lost with its pillar is in `errors`, with its path', async () => {
    graph.break('AEC');
    const { data, errors = [] } = await graph.ask('{ body(id: "aec:aem") { name } pillars { name vision } }');
    expect(data.body).toBeNull();
    expect(data.pillars.map(({ vision }: { vision: string | null }) => vision === null)).toEqual([false, true, false]);
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining([['body'], ['pillars', 1, 'vision']]));
    expect(errors.every(({ extensions }) => extensions?.['code'] === 'PILLAR_UNAVAILABLE')).toBe(true);
  });

  test('rule 26: a list member that is lost to a non-null field has its error', async () => {
    graph.break('AEC');
    const { data, errors = [] } = await graph.ask(
      '{ crossPillarIssue(id: "smart-cities") { stakes { bodies { body { name } } } } }',
    );
    expect(data.crossPillarIssue.stakes[1]).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      path: ['crossPillarIssue', 'stakes', 1],
      extensions: { code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' },
    });
  });

  test.for(['APSC', 'AEC', 'ASCC'] as const)(
    'rule 26: the path of an error never has the name of a hidden field, nor its message: %s down',
    async (pillar) => {
      graph.break(pillar);
      const { errors = [] } = await graph.ask(
        `{ meetings(first: 2) { totalCount nodes { title } } memberState(code: "IDN") { hostedEntities { totalCount } }
           smartCity(id: "bangkok") { projects { totalCount } } sdg(number: 11) { blueprintElements { title } }
           body(id: "asean:acc") { mandates { why } } crossPillarIssue(id: "resilience") { meetings { totalCount } } }`,
      );
      expect(errors.length).toBeGreaterThan(0);
      for (const { path, message } of errors) {
        expect(path?.join('.')).toMatch(
          /^(meetings|memberState|smartCity|sdg|body|crossPillarIssue)(\.(hostedEntities|projects|blueprintElements|mandates|meetings))?$/,
        );
        expect(message).not.toMatch(/Page|contribution|_entities|subgraph/i);
      }
    },
  );

  test.for([
    ['body(id: "asean:acc") { name mandates { why } }', 'mandates', 'AEC'],
    ['smartCity(id: "bangkok") { name projects { totalCount } }', 'projects', 'ASCC'],
    ['crossPillarIssue(id: "resilience") { title monitoring { totalCount } }', 'monitoring', 'APSC'],
  ] as const)(
    'rule 26: what a contributor costs is an error of the merged field: %s',
    async ([lookUp, field, pillar]) => {
      graph.break(pillar);
      const { data, errors = [] } = await graph.ask(`{ ${lookUp} }`);
      expect(data[fieldOf(lookUp)][field]).toBeNull();
      expect(errors.map(({ path }) => path)).toEqual([[fieldOf(lookUp), field]]);
    },
  );

  test('rule 26: what a contributor costs is an error of the merged field: of a goal', async () => {
    graph.break('AEC');
    const { data, errors = [] } = await graph.ask('{ sdg(number: 11) { title blueprintElements { id } } }');
    expect(data.sdg.blueprintElements).toBeNull();
    expect(errors.map(({ path }) => path)).toEqual([['sdg', 'blueprintElements']]);
  });

  test.for([
    '{ crossPillarIssues(first: 3) { nodes { stakes { rationale } } } }',
    '{ partners(first: 3) { nodes { name smartCityPartnerships { id } } } }',
  ])('rule 26: each value that is lost with a call has an error at its own path: %s', async (query) => {
    graph.break('AEC');
    const { data, errors = [] } = await graph.ask(query);
    expect(errors.map(({ path }) => path)).toEqual(nullPaths(data));
  });
});

/** Where the nulls of an answer stand. */
function nullPaths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((one, index) => nullPaths(one, [...path, index]));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => nullPaths(one, [...path, key]));
}
