/** Seeding one database from several processes: one loads, the others wait, and what a dead one has begun is done again. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { takeLease, type LeaseOptions } from '../../seed/lease.ts';
import type { Shelf } from '../../seed/load.ts';
import { createVersions } from '../../seed/versions.ts';
import { isFilled, seedWhereEmpty } from '../../seed/where-empty.ts';
import { createEconomicSubgraph } from '../../subgraphs/economic/subgraph.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';
import { launch } from '../support/services/process.ts';
import { signedCall, startSubgraph, type Service } from '../support/services/services.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { FERRETDB, MONGOD, type RunningServer, type TestServer } from '../support/store/mongodb-servers.ts';

const PACE = { beatMs: 20, lostAfterMs: 300 };
/** A load keeps its process busy for some hundred milliseconds at a time. */
const LOAD_PACE = { beatMs: 50, lostAfterMs: 3_000 };

// The services write to databases of fixed names.
for (const server of [FERRETDB, MONGOD])
  describeOn({ ...server, missing: server.missing ?? server.shared }, `services on ${server.name}`, () =>
    describeServices(server),
  );

function describeServices({ start }: TestServer): void {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  /** A store of its own, or another connection to the one of a name. */
  async function open(database = `asean_test_${randomUUID().slice(0, 8)}`): Promise<Store> {
    const store = await openStore(database, { kind: 'mongodb', uri: server.uri });
    onTestFinished(() => store.close());
    return store;
  }

  test('replicas that start at the same time load the data set once, and all are ready', async () => {
    const env = { MONGODB_URI: server.uri };
    const replicas = await Promise.all([1, 2].map(() => startSubgraph('AEC', env)));
    const [one, two] = replicas as [Service, Service];
    const said = replicas.map((replica) => /was loaded into the empty store/.test(replica.out()));
    expect(said.filter(Boolean)).toHaveLength(1);
    for (const { url } of replicas) {
      const ready = await fetch(`${url}/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([200, { checks: { 'data set': 'ok' } }]);
    }
    const counts = '{ observations { totalCount } smartCities { totalCount } initiatives { totalCount } }';
    const [mine, its] = await Promise.all(
      [one, two].map(async ({ url }) => (await fetch(`${url}/graphql`, signedCall(counts))).json()),
    );
    expect(mine).toMatchObject({ data: { smartCities: { totalCount: expect.any(Number) } } });
    expect(its).toEqual(mine);
    for (const service of replicas) expect((await service.stop()).code).toBe(0);
  });

  test('a replica that finds no data set is ready when `npm run seed` has loaded it', async () => {
    const empty = await start();
    onTestFinished(() => empty.stop());
    const env = { MONGODB_URI: empty.uri };
    const replica = await startSubgraph('ASCC', { ...env, SEED: 'false' });
    await replica.until(/Its store is empty/);
    expect((await fetch(`${replica.url}/ready`)).status).toBe(503);
    expect(await launch({ file: 'seed/main.ts', env }).ended).toMatchObject({ code: 0, err: '' });
    expect((await fetch(`${replica.url}/ready`)).status).toBe(200);
    expect((await replica.stop()).code).toBe(0);
  });

  test('a load whose process has died is done again, and is served only then', async () => {
    const dying = await open();
    const shelves = await shelvesOf(dying);
    const halted = seedWhereEmpty([{ connection: dying.connection, shelves: halting(shelves, dying) }], options());
    await expect(halted).rejects.toThrow();
    const next = await open(dying.connection.name);
    expect(await isFilled(next.connection)).toBe(false);
    const said: string[] = [];
    await seedWhereEmpty([{ connection: next.connection, shelves: await shelvesOf(next) }], options(said));
    expect(said).toEqual([
      'The data set is being loaded by tests: this process waits.',
      expect.stringMatching(/^The data set \S+ was loaded into the empty store\.$/),
    ]);
    expect(await isFilled(next.connection)).toBe(true);
    expect((await createVersions(next.connection).read())?.state).toBe('complete');
  });

  test('a lease is held by one at a time, and goes to the next when it is given back', async () => {
    const { connection } = await open();
    let holders = 0;
    let most = 0;
    const work = async () => {
      const lease = await takeLease(lessee({ connection }));
      most = Math.max(most, ++holders);
      await connection.collection('work').insertOne({ done: true });
      lease?.assertHeld();
      holders -= 1;
      await lease?.release();
    };
    await Promise.all(Array.from({ length: 4 }, work));
    expect(most).toBe(1);
    expect(await connection.collection('work').countDocuments()).toBe(4);
  });

  test('a lease whose holder has died is taken over, and its holder learns of it', async () => {
    const first = await open();
    const lease = await takeLease(lessee({ connection: first.connection }));
    await first.close();
    const { connection } = await open(first.connection.name);
    const waited: string[] = [];
    const next = await takeLease(lessee({ connection, onWait: (holder) => waited.push(holder) }));
    next?.assertHeld();
    expect(waited).toEqual(['tests']);
    expect(() => lease?.assertHeld()).toThrow('Another process may have begun to load the data set');
    await next?.release();
  });

  test('who waits for a lease goes when there is nothing left to do', async () => {
    const { connection } = await open();
    const lease = await takeLease(lessee({ connection }));
    let asked = 0;
    expect(await takeLease(lessee({ connection, isDone: async () => (asked += 1) > 2 }))).toBeUndefined();
    lease?.assertHeld();
    await lease?.release();
  });
}

function options(said: string[] = []) {
  return { isShared: true, holder: 'tests', say: (line: string) => void said.push(line), pace: LOAD_PACE };
}

function lessee(more: Pick<LeaseOptions, 'connection'> & Partial<LeaseOptions>): LeaseOptions {
  return { holder: 'tests', isDone: async () => false, onWait: () => undefined, pace: PACE, ...more };
}

async function shelvesOf({ connection }: Store): Promise<readonly Shelf[]> {
  return (await createEconomicSubgraph({ connection })).shelves;
}

/** The same shelves, on which a load dies: the process loses its database in the middle and writes nothing any more. */
function halting(shelves: readonly Shelf[], store: Store): readonly Shelf[] {
  return shelves.map((shelf, index) => {
    if (index !== 4) return shelf;
    const bulkWrite: Shelf['model']['bulkWrite'] = async (...args) => {
      await store.close();
      return shelf.model.bulkWrite(...args);
    };
    return {
      ...shelf,
      model: {
        bulkWrite,
        find: (...args) => shelf.model.find(...args),
        deleteMany: (...args) => shelf.model.deleteMany(...args),
      },
    };
  });
}
