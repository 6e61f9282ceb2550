/** However many decisions there are, after one more the ledger reads of them the newest of each issue, and what is new. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CollectionMemory } from '../../subgraphs/kit/store/memory.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';
import type { Decision, Resolution } from '../../subgraphs/socio-cultural/lead/decision.ts';
import { LEDGER_COLLECTION, openLedger, type Ledger } from '../../subgraphs/socio-cultural/lead/ledger.ts';
import { RESOLUTION } from '../support/decisions.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';

const ISSUES = ['asean-day', 'digital-economy', 'smart-cities'];
const DECISIONS = 20;

const folder = temporaryFolder();
let store: Store;
let ledger: Ledger;
beforeAll(async () => {
  store = await openStore('asean_ascc', embedded(folder.path));
  await store.version.begin();
  ledger = await openLedger(store.connection);
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

async function decide(issueId: string, kind: Resolution['kind'] = 'ASSIGNED'): Promise<Decision> {
  const resolution = { ...RESOLUTION, issueId, kind, pillar: kind === 'WITHDRAWN' ? null : RESOLUTION.pillar };
  const previous = await ledger.newest(issueId, 'any');
  return (await ledger.append(resolution, { previous, idempotencyKey: null })) as Decision;
}

/** How many rows of the ledger are looked at from here on. */
function watchRows(): () => number {
  let rows = 0;
  const database = store.connection.db as unknown as { memory(name: string): CollectionMemory };
  const memory = database.memory.bind(database);
  vi.spyOn(database, 'memory').mockImplementation((name) => {
    const real = memory(name);
    expect(name).toBe(LEDGER_COLLECTION);
    return {
      ...real,
      find(condition, query) {
        const found = real.find(condition, query);
        rows += found.length;
        return found;
      },
    };
  });
  return () => rows;
}

test('entries and standings follow the decisions', async () => {
  expect(await ledger.entries(ISSUES)).toEqual(new Map());
  for (let made = 1; made <= DECISIONS; made++)
    for (const issueId of ISSUES) {
      const { version, decidedAt, pillar, kind } = await decide(issueId);
      const entries = (await ledger.entries([issueId])).get(issueId);
      expect(entries).toHaveLength(made);
      expect(entries?.at(-1)).toMatchObject({ issueId, version, decidedAt, pillar, kind });
    }
  const standings = await ledger.standings();
  expect([...standings.keys()].toSorted()).toEqual(ISSUES);
  for (const { version, assigned } of standings.values())
    expect([version, assigned?.version]).toEqual([DECISIONS, DECISIONS]);

  const rows = watchRows();
  await decide('smart-cities', 'WITHDRAWN');
  expect((await ledger.standings()).get('smart-cities')).toMatchObject({ version: DECISIONS + 1, assigned: undefined });
  expect((await ledger.entries(ISSUES)).get('smart-cities')).toHaveLength(DECISIONS + 1);
  expect(rows()).toBe(ISSUES.length + 2);
  await ledger.standings();
  await ledger.entries(ISSUES);
  expect(rows()).toBe(ISSUES.length + 2);
  expect((await (await openLedger(store.connection)).entries(ISSUES)).get('smart-cities')).toEqual(
    (await ledger.entries(ISSUES)).get('smart-cities'),
  );
});

test('what was taken out of the store is known no more', async () => {
  await store.connection.collection(LEDGER_COLLECTION).deleteMany({});
  const { decidedAt } = await decide('smart-cities');
  expect(await ledger.entries(ISSUES)).toEqual(
    new Map([['smart-cities', [expect.objectContaining({ version: 1, decidedAt })]]]),
  );
});
