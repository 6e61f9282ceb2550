/** What a store on MongoDB asks of its server, and what it does while the server is away. */

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { mongo } from 'mongoose';
import { z } from 'zod';
import { createVersions } from '../../seed/versions.ts';
import { defineModel } from '../../subgraphs/kit/store/model.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';
import { startMongodbServer } from '../support/mongodb-server/server.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { embeddedFactory, freshModel, temporaryFolder } from '../support/store/factory.ts';
import {
  dropDatabases,
  FERRETDB,
  MONGOD,
  testDatabase,
  withOptions,
  type RunningServer,
  type TestServer,
} from '../support/store/mongodb-servers.ts';

const WRITES = /^(?:insert|update|delete|findAndModify|create|createIndexes|drop|dropIndexes|dropDatabase)$/;
const SHAPE = z.object({ title: z.string(), day: z.string().nullable(), issueIds: z.array(z.string()) });

for (const server of [FERRETDB, MONGOD]) describeOn(server, `a store on ${server.name}`, () => asking(server));
describeOn(FERRETDB, 'a store on MongoDB while its server is away', away);

function asking(server: TestServer): void {
  const databases: string[] = [];
  let running: RunningServer;
  beforeAll(async () => {
    running = await server.start();
  });
  afterAll(async () => {
    await dropDatabases(running.uri, databases);
    await running.stop();
  });

  async function open(database: string, options: Record<string, string> = {}): Promise<Store> {
    databases.push(database);
    const store = await openStore(database, { kind: 'mongodb', uri: withOptions(running.uri, options) });
    onTestFinished(() => store.close());
    return store;
  }

  test('each write asks for the majority, whatever the URI says, and is sent again only where the server can tell', async () => {
    const store = await open(testDatabase(), { monitorCommands: 'true', w: '1', maxPoolSize: '7' });
    const client = store.connection.getClient() as unknown as mongo.MongoClient;
    const sent: { name: string; command: Record<string, unknown> }[] = [];
    client.on('commandStarted', ({ commandName, command }) => sent.push({ name: commandName, command }));
    const records = await freshModel(store.connection, [[{ n: 1 }, { unique: true }]]);
    await records.create({ _id: 'a', n: 1 });
    await records.insertMany([{ _id: 'b', n: 2 }]);
    await records.updateOne({ _id: 'a' }, { $set: { m: 1 } });
    await records.updateMany({}, { $set: { m: 2 } });
    await records.replaceOne({ _id: 'c' }, { n: 3 }, { upsert: true });
    await records.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 10 } });
    await records.bulkWrite([
      { insertOne: { document: { _id: 'd', n: 4 } } },
      { updateOne: { filter: { _id: 'd' }, update: { $set: { m: 4 } } } },
      { deleteOne: { filter: { _id: 'd' } } },
    ]);
    await records.findOneAndDelete({ _id: 'b' });
    await records.deleteMany({});
    await createVersions(store.connection).write({ version: '1', hash: 'x', synthetic: 0, state: 'complete' });
    await store.connection.dropCollection(records.collection.name);

    const writes = sent.filter(({ name }) => WRITES.test(name));
    expect(new Set(writes.map(({ name }) => name))).toEqual(
      new Set(['createIndexes', 'insert', 'update', 'findAndModify', 'delete', 'create', 'drop']),
    );
    for (const { name, command } of writes)
      expect({ name, ...(command['writeConcern'] as object) }).toMatchObject({ name, w: 'majority' });
    const { setName, msg } = (await store.connection.db?.command({ hello: 1 })) ?? {};
    const numbered = writes.filter(({ command }) => 'txnNumber' in command).map(({ name }) => name);
    expect(new Set(numbered)).toEqual(
      new Set((setName ?? msg) === undefined ? [] : ['insert', 'update', 'findAndModify', 'delete']),
    );
    expect(client.options.maxPoolSize).toBe(7);
  });

  test('two that start at the same time build the same indexes, and a later start none', async () => {
    const database = testDatabase();
    const start = async () => {
      const { connection } = await open(database);
      const names = ['Meeting', 'Body', 'Issue', 'Stake'];
      const models = names.map((name) =>
        defineModel(connection, {
          name,
          collection: name.toLowerCase(),
          shape: SHAPE,
          indexes: [{ issueIds: 1, day: 1, _id: 1 }, { day: 1, _id: 1 }, [{ title: 1 }, { unique: true }]],
        }),
      );
      await Promise.all(models.map((model) => model.init()));
      return Promise.all(
        models.map(async ({ collection }) => (await collection.listIndexes().toArray()).map(({ name }) => name)),
      );
    };
    const built = await Promise.all([start(), start()]);
    expect([...built, await start()].flat().map((names) => names.toSorted())).toEqual(
      Array.from({ length: 12 }, () => ['_id_', 'day_1__id_1', 'issueIds_1_day_1__id_1', 'title_1']),
    );
  });

  test('an embedded store works beside it, and a closed one says so', async () => {
    const factory = embeddedFactory();
    const embedded = await factory.open();
    onTestFinished(() => factory.dispose());
    const store = await open(testDatabase());
    const [here, there] = [await freshModel(embedded.connection), await freshModel(store.connection)];
    await here.create({ _id: 'a', name: 'here' });
    await there.create({ _id: 'a', name: 'there' });
    expect([await here.findById('a').lean(), await there.findById('a').lean()]).toMatchObject([
      { name: 'here' },
      { name: 'there' },
    ]);
    await store.close();
    await expect(there.findById('a').lean()).rejects.toThrow(/closed|connected/i);
    expect(await here.countDocuments({})).toBe(1);
    await embedded.close();
  });
}

function away(): void {
  const QUICK = { serverSelectionTimeoutMS: '500', connectTimeoutMS: '500', heartbeatFrequencyMS: '500' };

  async function openOn(uri: string): Promise<Store> {
    const store = await openStore('asean_test', { kind: 'mongodb', uri: withOptions(uri, QUICK) });
    onTestFinished(() => store.close());
    return store;
  }

  test('operations fail in time with the reason; when it is back they go on, and nothing acknowledged is lost', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    const first = await startMongodbServer({ dataDir: folder.path });
    const { connection, close } = await openOn(first.uri);
    const records = await freshModel(connection);
    await records.create({ _id: 'before' });
    await first.kill('SIGKILL');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const started = performance.now();
      await expect(records.find({}).lean()).rejects.toThrow(/ECONNREFUSED|ECONNRESET|closed/);
      await expect(records.create({ _id: `attempt ${attempt}` })).rejects.toThrow(/ECONNREFUSED|closed/);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
    const second = await startMongodbServer({ dataDir: folder.path, port: first.port });
    onTestFinished(() => second.stop());
    await expect.poll(() => records.countDocuments({}).catch(() => 'away'), { timeout: 10_000 }).toBe(1);
    await records.create({ _id: 'after' });
    expect(await records.distinct('_id')).toEqual(['after', 'before']);
    await close();
  });

  test('what waits for a server that has stopped answering fails in time', async () => {
    const folder = temporaryFolder();
    const server = await startMongodbServer({ dataDir: folder.path });
    onTestFinished(async () => {
      await server.stop();
      folder.remove();
    });
    const { connection } = await openOn(server.uri);
    const records = await freshModel(connection);
    await records.create({ _id: 'before' });
    await server.kill('SIGSTOP');
    const started = performance.now();
    await expect(records.find({}).lean()).rejects.toThrow(/timed out|timeout|cleared/i);
    await expect(records.create({ _id: 'meanwhile' })).rejects.toThrow(/timed out|timeout|cleared/i);
    expect(performance.now() - started).toBeLessThan(10_000);
    await server.kill('SIGCONT');
    await expect
      .poll(
        () =>
          records
            .findById('before')
            .lean()
            .catch(() => 'away'),
        { timeout: 10_000 },
      )
      .toEqual({ _id: 'before' });
  });

  test('closing does not wait for it', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    const server = await startMongodbServer({ dataDir: folder.path });
    const store = await openOn(server.uri);
    await (await freshModel(store.connection)).create({ _id: 'a' });
    await server.kill('SIGKILL');
    const started = performance.now();
    await store.close();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
}
