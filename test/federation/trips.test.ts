/** Trips: how often an operation calls a subgraph, and how often a subgraph asks its store, whatever the number of rows. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraph, type Graph, type Trips } from '../support/graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

/** Calls by subgraph and store queries by collection, each with its number. */
async function trips(query: string): Promise<Pick<Trips, 'calls'> & { queries: Record<string, number> }> {
  const { errors, calls, queries } = await graph.measure(query);
  expect(errors).toBeUndefined();
  const counts: Record<string, number> = {};
  for (const name of [...queries].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return { calls, queries: counts };
}

describe('trips', () => {
  it('asks nobody for the identity of stewards', async () => {
    expect(await trips('{ pillars { code name order } community { name } stewards { id name } }'))
      .toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 0,
          "apsc": 0,
          "ascc": 0,
          "directory": 1,
        },
        "queries": {},
      }
    `);
  });

  it('answers a look-up with one call and one query', async () => {
    expect(await trips('{ body(id: "aec:aem") { name steward { name } } }')).toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 1,
          "apsc": 0,
          "ascc": 0,
          "directory": 1,
        },
        "queries": {
          "aec.bodies.find": 1,
        },
      }
    `);
  });

  it('asks each pillar once for a merged list, with the page and its count', async () => {
    expect(await trips('{ meetings(first: 5) { totalCount nodes { title } } }')).toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 2,
          "apsc": 2,
          "ascc": 1,
          "directory": 2,
        },
        "queries": {
          "aec.meetings.countDocuments": 1,
          "aec.meetings.find": 2,
          "apsc.meetings.countDocuments": 1,
          "apsc.meetings.find": 2,
          "ascc.meetings.countDocuments": 1,
          "ascc.meetings.find": 1,
        },
      }
    `);
  });

  it('counts only where a count is asked for', async () => {
    expect(await trips('{ instruments { pageInfo { hasNextPage } edges { cursor } } }')).toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 1,
          "apsc": 1,
          "ascc": 1,
          "directory": 2,
        },
        "queries": {
          "aec.instruments.find": 1,
          "apsc.instruments.find": 1,
          "ascc.instruments.find": 1,
        },
      }
    `);
  });

  it('reads only sort keys of the lists under many parents, in one query, and then the rows shown', async () => {
    expect(
      await trips(
        '{ pillar(code: ASCC) { bodies(first: 50) { nodes { name meetings(first: 2) { totalCount nodes { title } } } } } }',
      ),
    ).toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 0,
          "apsc": 0,
          "ascc": 1,
          "directory": 1,
        },
        "queries": {
          "ascc.bodies.find": 1,
          "ascc.meetings.find": 2,
          "ascc.pillars.find": 1,
        },
      }
    `);
  });

  it('reads a small issue with its lead and stakes', async () => {
    expect(
      await trips(
        '{ crossPillarIssue(id: "smart-cities") { title lead { status bodies { name } } stakes { rationale bodies { body { name } } } } }',
      ),
    ).toMatchInlineSnapshot(`
      {
        "calls": {
          "aec": 1,
          "apsc": 1,
          "ascc": 1,
          "directory": 0,
        },
        "queries": {
          "aec.bodies.find": 1,
          "aec.stakes.find": 1,
          "apsc.bodies.find": 2,
          "apsc.stakes.find": 1,
          "ascc.bodies.find": 1,
          "ascc.issues.find": 1,
          "ascc.leadDecisions.find": 1,
          "ascc.stakes.find": 1,
        },
      }
    `);
  });

  it.each([
    [
      'issues',
      (n: number) =>
        `{ crossPillarIssues(first: ${n}) { nodes { title pillars { name } stakes { rationale bodies { body { name } } instruments(first: 3) { nodes { title } } } meetings(first: 3) { totalCount nodes { title } } } } }`,
    ],
    [
      'bodies',
      (n: number) =>
        `{ bodies(first: ${n}) { nodes { name parent { name } children { name } sectors { name } meetings(first: 2) { nodes { title } } mandates { issue { title } } } } }`,
    ],
    [
      'cities',
      (n: number) =>
        `{ smartCities(first: ${n}) { nodes { name memberState { name } projects(first: 2) { totalCount nodes { title } } partnerships { title } } } }`,
    ],
    [
      'meetings',
      (n: number) =>
        `{ pillar(code: ASCC) { meetings(first: ${n}) { nodes { title body { name } agenda { issues { title } } outcomes { instruments { title } } } } } }`,
    ],
  ])('costs the same for few %s as for many', async (_name, query) => {
    const few = await trips(query(25));
    const many = await trips(query(50));
    expect(many.calls).toEqual(few.calls);
    expect(many.queries).toEqual(few.queries);
  });

  it.each([
    '{ crossPillarIssues(first: 9) { totalCount nodes { title sdgs { number } lead { bodies { name } } stakes { bodies { body { name } } evidence { instruments } } instruments(last: 4) { totalCount edges { cursor node { title steward { name } } } } } } }',
    '{ bodies(first: 9) { nodes { name parent { name } children { name } meetings(first: 2) { nodes { title } } mandates { issue { title } } } } }',
    '{ sdgs { number blueprintElements { title } issues { title } } partners(last: 3) { nodes { name children { name } } } }',
    '{ observations(first: 5, filter: { latest: true }) { totalCount nodes { year indicator { name } } } memberStates { code smartCities { name } } }',
  ])('answers from memory what the store answers: %s', async (query) => {
    const { data, errors, queries } = await graph.measure(query);
    expect(errors).toBeUndefined();
    expect(queries).not.toEqual([]);
    expect(await graph.ask(query)).toEqual({ data });
  });
});
