/** The MongoDB servers that tests of stores run on: FerretDB where Go is installed, a real mongod where the environment names one. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { hasGo, WITHOUT_GO } from '../mongodb-server/build.ts';
import { mongodbServerBinary, startMongodbServer } from '../mongodb-server/server.ts';
import { openStore } from '../../../subgraphs/kit/store/open.ts';
import { temporaryFolder, type StoreFactory } from './factory.ts';
import { FERRETDB_LACKS } from './ferretdb-lacks.ts';
import { startMongod } from './mongod.ts';

/** A server that tests may write to. */
export interface RunningServer {
  readonly uri: string;
  stop(): Promise<void>;
}

/** A server that tests run on, or why they cannot. */
export interface TestServer {
  readonly name: string;
  /** Why there is none here; undefined if there is one. */
  readonly missing: string | undefined;
  /** Why tests may write to databases of their own names only; undefined where the server is theirs alone. */
  readonly shared: string | undefined;
  /** Builds what has to be built: give it time. */
  prepare(): Promise<unknown>;
  start(): Promise<RunningServer>;
  readonly lacks?: StoreFactory['lacks'];
}

const { MONGOD_BINARY, MONGODB_URI } = process.env;

/** FerretDB, with an empty folder of its own each time it is started. */
export const FERRETDB: TestServer = {
  name: 'FerretDB',
  missing: (await hasGo()) ? undefined : WITHOUT_GO,
  shared: undefined,
  lacks: FERRETDB_LACKS,
  prepare: mongodbServerBinary,
  async start() {
    const folder = temporaryFolder();
    const server = await startMongodbServer({ dataDir: join(folder.path, 'data') });
    return {
      uri: server.uri,
      async stop() {
        await server.stop();
        folder.remove();
      },
    };
  },
};

/** A mongod of MongoDB's own: the binary that `MONGOD_BINARY` names, else the deployment at `MONGODB_URI`. */
export const MONGOD: TestServer = {
  name: 'mongod',
  missing: MONGOD_BINARY || MONGODB_URI ? undefined : 'neither MONGOD_BINARY nor MONGODB_URI is set',
  shared: MONGOD_BINARY ? undefined : 'the deployment at MONGODB_URI may hold the databases of a running graph',
  prepare: async () => undefined,
  start: async () => (MONGOD_BINARY ? startMongod(MONGOD_BINARY) : { uri: String(MONGODB_URI), stop: async () => {} }),
};

/** A name for a database that no one else uses on a server that may not be ours. */
export function testDatabase(): string {
  return `asean_test_${randomBytes(6).toString('hex')}`;
}

/** A URI with more options, which replace those that it has. */
export function withOptions(uri: string, options: Readonly<Record<string, string>>): string {
  const [address = '', query] = uri.split('?', 2);
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(options)) all.set(name, value);
  return `${/\/\/.*\//.test(address) ? address : `${address}/`}?${all}`;
}

/** A factory of stores on a server; their database is dropped afterwards. */
export function mongodbFactory({ start, lacks = {} }: TestServer): StoreFactory {
  const database = testDatabase();
  let server: RunningServer;
  return {
    lacks,
    async open() {
      server = await start();
      return openStore(database, { kind: 'mongodb', uri: server.uri });
    },
    async dispose() {
      await dropDatabases(server.uri, [database]);
      await server.stop();
    },
  };
}

/** Drops databases of tests. */
export async function dropDatabases(uri: string, databases: readonly string[]): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  for (const database of databases) await client.db(database).dropDatabase();
  await client.close();
}
