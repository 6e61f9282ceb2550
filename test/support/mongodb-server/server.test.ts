/** The programs that other tests stand on: the MongoDB server and the check of compose files. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BUILD_TIMEOUT_MS, hasGo } from './build.ts';
import { composeCheck, mongodbServerBinary, startMongodbServer } from './server.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mongodb-server-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(!(await hasGo()))('the MongoDB server for tests', () => {
  beforeAll(mongodbServerBinary, BUILD_TIMEOUT_MS);

  it('ends at SIGTERM while clients are connected, and starts again on its port with its data', async () => {
    const dataDir = join(folder, 'again? #1');
    const first = await startMongodbServer({ dataDir });
    const connection = await connect(first.uri);
    await connection.collection('notes').insertOne({ text: 'kept' });
    await first.stop();
    const second = await startMongodbServer({ dataDir, port: first.port });
    onTestFinished(() => second.stop());
    expect(await connection.collection('notes').countDocuments({ text: 'kept' })).toBe(1);
  });

  it('keeps each acknowledged write when it is killed', async () => {
    const dataDir = join(folder, 'killed');
    const first = await startMongodbServer({ dataDir });
    const notes = (await connect(first.uri)).collection<{ _id: number }>('notes');
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) {
        await notes.insertOne({ _id: acknowledged + 1 });
        acknowledged += 1;
        if (acknowledged === 50) void first.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    const second = await startMongodbServer({ dataDir, port: first.port });
    onTestFinished(() => second.stop());
    expect(acknowledged).toBeGreaterThanOrEqual(50);
    expect(await notes.countDocuments({ _id: { $lte: acknowledged } })).toBe(acknowledged);
  });

  it('loses no addition when many clients add to one counter', async () => {
    const server = await startMongodbServer({ dataDir: join(folder, 'counter') });
    onTestFinished(() => server.stop());
    const clients = await Promise.all([connect(server.uri), connect(server.uri)]);
    const add = (client: Connection) =>
      client.collection('counters').updateOne({ name: 'n' }, { $inc: { n: 1 } }, { upsert: true });
    await Promise.all(clients.flatMap((client) => Array.from({ length: 25 }, () => add(client))));
    expect(await clients[0]?.collection('counters').find().toArray()).toMatchObject([{ name: 'n', n: 50 }]);
  });

  it('replaces some hundred documents in one bulk write', async () => {
    const server = await startMongodbServer({ dataDir: join(folder, 'bulk') });
    onTestFinished(() => server.stop());
    const notes = (await connect(server.uri)).collection<{ _id: number; text: string }>('notes');
    const put = (text: string) =>
      notes.bulkWrite(
        Array.from({ length: 300 }, (_, n) => ({
          replaceOne: { filter: { _id: n }, replacement: { text }, upsert: true },
        })),
      );
    expect(await put('old')).toMatchObject({ upsertedCount: 300 });
    expect(await put('new')).toMatchObject({ modifiedCount: 300 });
    expect(await notes.countDocuments({ text: 'new' })).toBe(300);
  });

  it('refuses a port in use in one line', async () => {
    const server = await startMongodbServer({ dataDir: join(folder, 'one') });
    onTestFinished(() => server.stop());
    await expect(startMongodbServer({ dataDir: join(folder, 'two'), port: server.port })).rejects.toThrow(
      /^mongodb-server: cannot listen on "127\.0\.0\.1:\d+": .*address already in use$/,
    );
  });
});

describe.skipIf(!(await hasGo()))("compose's loader", () => {
  it(
    'names the services of a valid file, and says what is wrong with another',
    async () => {
      const file = join(folder, 'docker-compose.yml');
      await writeFile(file, 'services:\n  b: { image: "${IMAGE:?is not set}" }\n  a: { image: x, depends_on: [b] }\n');
      expect(await composeCheck(file, { IMAGE: 'node:24-slim' })).toEqual({ valid: true, services: ['a', 'b'] });
      expect(await composeCheck(file, {})).toMatchObject({ valid: false, message: expect.stringContaining('IMAGE') });
      await writeFile(file, 'services:\n  a: { imag: x }\n');
      expect(await composeCheck(file, {})).toMatchObject({ valid: false, message: expect.stringContaining('imag') });
    },
    BUILD_TIMEOUT_MS,
  );
});

async function connect(uri: string): Promise<Connection> {
  const connection = await mongoose
    .createConnection(uri, { dbName: 'test', serverSelectionTimeoutMS: 10_000 })
    .asPromise();
  onTestFinished(() => connection.close());
  return connection;
}
