/** The data version of a pillar: whatever is written raises it before the write is acknowledged, each start begins anew, and nobody takes an old one for the one of now. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../../seed/transfer/database.ts';
import type { DataVersion } from '../../subgraphs/kit/version/data-version.ts';
import { VERSION_COLLECTION, VERSION_ID } from '../../subgraphs/kit/version/stored.ts';
import { openStore, type Store, type StoreSettings } from '../../subgraphs/kit/store/open.ts';
import { openLedger } from '../../subgraphs/socio-cultural/lead/ledger.ts';
import { openProgressReports, type ProgressReports } from '../../subgraphs/socio-cultural/progress/reports.ts';
import { RESOLUTION } from '../support/decisions.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { embedded, numberedModel, temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB, type RunningServer, type TestServer } from '../support/store/mongodb-servers.ts';

const EMBEDDED: TestServer = {
  name: 'the embedded store',
  missing: undefined,
  shared: undefined,
  prepare: async () => undefined,
  start: async () => ({ uri: '', stop: async () => undefined }),
};

const REPORT: Parameters<ProgressReports['append']>[0] = {
  elementId: 'ascc:a',
  periodEnd: '2026',
  status: 'ON_TRACK',
  value: null,
  unit: null,
  narrative: 'As planned.',
  actor: 'ASCC',
  sources: [],
};

const now = ({ last }: DataVersion) => last?.version;

for (const server of [EMBEDDED, FERRETDB])
  describeOn(server, `the data version on ${server.name}`, () => {
    const folder = temporaryFolder();
    let running: RunningServer;
    let settings: StoreSettings;
    let store: Store;
    beforeAll(async () => {
      running = await server.start();
      settings = server === EMBEDDED ? embedded(folder.path) : { kind: 'mongodb', uri: running.uri };
      store = await openStore('asean_ascc', settings);
      await store.version.begin();
    });
    afterAll(async () => {
      await store.close();
      await running.stop();
      folder.remove();
    });

    test('is another one after each kind of write, when the write is acknowledged', async () => {
      const { connection, version } = store;
      const ledger = await openLedger(connection);
      const reports = await openProgressReports(connection);
      const documents = createDatabase('asean_ascc', connection);
      const writes: Readonly<Record<string, () => Promise<unknown>>> = {
        decision: () => ledger.append(RESOLUTION, { previous: null, idempotencyKey: null }),
        report: () => reports.append(REPORT, null),
        'what is imported': () => documents.put('bodies', [{ _id: 'ascc:x' }, { _id: 'ascc:y' }]),
        'what gives way to an import': () => documents.empty(),
      };
      for (const [name, write] of Object.entries(writes)) {
        const before = now(version);
        await write();
        expect([name, now(version)]).not.toEqual([name, before]);
      }
      const before = now(version);
      await documents.find('bodies', 'ascc:x');
      await ledger.entries([RESOLUTION.issueId]);
      expect(now(version)).toEqual(before);
    });

    test('is another one after a write that failed half-way', async () => {
      const model = await numberedModel(store.connection);
      await model.create([{ _id: 'taken' }]);
      const before = now(store.version);
      const operations = ['new', 'taken'].map((_id) => ({ insertOne: { document: { _id } } }));
      await expect(model.bulkWrite(operations, { ordered: true })).rejects.toThrow();
      expect(await model.countDocuments({ _id: 'new' })).toBe(1);
      expect(now(store.version)).not.toEqual(before);
    });

    test('is one that never was after a start', async () => {
      const before = now(store.version);
      await store.close();
      store = await openStore('asean_ascc', settings);
      await store.version.begin();
      expect(now(store.version)?.epoch).not.toBe(before?.epoch);
    });

    test('is unknown once the store is closed', async () => {
      const other = await openStore('asean_apsc', settings);
      await other.version.begin();
      expect(now(other.version)).toBeDefined();
      const told = next(other.version, (version) => version === undefined);
      await other.close();
      expect(await told).toBeUndefined();
    });
  });

describeOn(FERRETDB, `sibling processes on ${FERRETDB.name}`, () => {
  let running: RunningServer;
  let settings: StoreSettings;
  let one: Store;
  let other: Store;
  beforeAll(async () => {
    running = await FERRETDB.start();
    settings = { kind: 'mongodb', uri: running.uri };
    [one, other] = [await openStore('asean_ascc', settings), await openStore('asean_ascc', settings)];
    await Promise.all([one.version.begin(), other.version.begin()]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await running.stop();
  });

  test('see the writes of each other', async () => {
    const model = await numberedModel(one.connection);
    await model.create([{ _id: 'first' }]);
    const seen = next(other.version, (version) => same(version, now(one.version)));
    expect(await seen).toEqual(now(one.version));
  });

  test('take a database that was dropped, or restored from before, for another one', async () => {
    const raw = one.connection.db!.collection<{ _id: string }>(VERSION_COLLECTION);
    const backup = await raw.findOne({ _id: VERSION_ID });
    await (await numberedModel(one.connection)).create([{ _id: 'later' }]);
    for (const harm of [
      () => raw.deleteOne({ _id: VERSION_ID }),
      () => raw.replaceOne({ _id: VERSION_ID }, { ...backup, number: 0 } as object),
    ]) {
      const { epoch } = (await next(other.version, (version) => version !== undefined))!;
      await harm();
      expect(await next(other.version, (version) => version !== undefined && version.epoch !== epoch)).toBeDefined();
    }
  });
});

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first of the versions that are confirmed from here on that is as wanted. */
function next(version: DataVersion, isWanted: (version: ReturnType<typeof now>) => boolean) {
  return new Promise<ReturnType<typeof now>>((resolve) => {
    const unwatch = version.watch((confirmed) => {
      if (!isWanted(confirmed?.version)) return;
      // Whoever watches may be told before it can stop.
      queueMicrotask(() => unwatch());
      resolve(confirmed?.version);
    });
  });
}
