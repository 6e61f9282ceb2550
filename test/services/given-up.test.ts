/** A call that nobody waits for any more: a read asks the store for nothing further, a write is finished. */

import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { stewardByCode } from '../../schema/stewards.ts';
import { createExecutor, type Executor } from '../../subgraphs/kit/execute.ts';
import { closePillars, type OpenPillar } from '../../subgraphs/open.ts';
import { records, type DataRecord } from '../semantics/data.ts';
import { MUTATIONS, SECRETARIAT } from '../support/decisions.ts';
import { openSeededPillars, watchQueries } from '../support/pillars.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';

const [ELEMENT] = records('blueprint-elements', ['ascc']) as [DataRecord];
const LEFT = new Error('the gateway has left');

const folder = temporaryFolder();
let pillars: OpenPillar[];
let executor: Executor;
let queries: string[];
beforeAll(async () => {
  pillars = await openSeededPillars({ settings: embedded(folder.path), only: [stewardByCode('ASCC')] });
  executor = createExecutor({ subgraph: (pillars[0] as OpenPillar).subgraph, logger: pino({ level: 'silent' }) });
});
beforeEach(() => {
  queries = [];
  watchQueries(pillars, (query) => queries.push(query));
});
afterAll(async () => {
  await closePillars(pillars);
  folder.remove();
});

/** Aborted by the first query of the store. */
function untilQueried(): AbortSignal {
  const caller = new AbortController();
  watchQueries(pillars, (query) => {
    queries.push(query);
    caller.abort(LEFT);
  });
  return caller.signal;
}

test('a read', async () => {
  const text = '{ crossPillarIssues(first: 2) { nodes { lead { status } } } }';
  await executor.run({ text });
  expect(queries).toEqual(['ascc.issues.find', 'ascc.leadDecisions.find']);
  queries.length = 0;
  await expect(executor.run({ text, signal: untilQueried() })).rejects.toThrow(LEFT);
  await executor.run({ text: '{ crossPillarIssue(id: "smart-cities") { title } }' });
  expect(queries).toEqual(['ascc.issues.find', 'ascc.issues.find']);
});

test('a call whose caller has left before it began', async () => {
  await expect(executor.run({ text: '{ __typename }', signal: AbortSignal.abort(LEFT) })).rejects.toThrow(LEFT);
});

test('a write', async () => {
  const narrative = 'Three of five workshops were held.';
  const input = { elementId: ELEMENT.id, periodEnd: '2025-12-31', status: 'ON_TRACK', narrative };
  const writing = { text: MUTATIONS.report, variables: { input }, viewer: SECRETARIAT };
  await expect(executor.run({ ...writing, signal: untilQueried() })).rejects.toThrow(LEFT);
  const text = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on SocioCulturalBlueprintElement { progress { narrative } }
  } }`;
  const of = [{ __typename: 'SocioCulturalBlueprintElement', id: ELEMENT.id }];
  const reported = async () => (await executor.run({ text, variables: { of } })).data?.['_entities'];
  await vi.waitFor(async () => expect(await reported()).toEqual([{ progress: [{ narrative }] }]));
});
