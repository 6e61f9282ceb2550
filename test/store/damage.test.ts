/** Folders that cannot be used and files that are damaged: one clear line that names them. */

import { closeSync, mkdirSync, openSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, StoreError } from '../../subgraphs/kit/store/open.ts';
import { embedded, numberedModel, temporaryFolder } from '../support/store/factory.ts';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const fault = async (dataDir = folder.path) => {
  const error: unknown = await openStore('asean_test', embedded(dataDir)).then(
    async (store) => store.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  const { code, message } = error as StoreError;
  expect(message).not.toContain('\n');
  return { code, message };
};
const file = () => join(folder.path, 'asean_test.sqlite');

async function fill(): Promise<void> {
  const store = await openStore('asean_test', embedded(folder.path));
  const records = await numberedModel(store.connection);
  await records.insertMany(
    Array.from({ length: 500 }, (_, n) => ({ _id: `r${n}`, n, name: 'x'.repeat(200), tags: ['a', 'b'] })),
  );
  await store.close();
}

test('a folder that is a file', async () => {
  const path = join(folder.path, 'data');
  writeFileSync(path, '');
  expect(await fault(path)).toEqual({
    code: 'STORE_UNREACHABLE',
    message: `The data folder ${path} is a file, not a folder`,
  });
  const below = join(path, 'below');
  expect(await fault(below)).toEqual({
    code: 'STORE_UNREACHABLE',
    message: `The data folder ${below} cannot be created: ${path} is a file, not a folder`,
  });
});

test('a file that is no database', async () => {
  writeFileSync(file(), 'This is a letter, not a database. '.repeat(100));
  expect(await fault()).toEqual({ code: 'STORE_DAMAGED', message: `${file()} is no database` });
});

test('a folder in the place of the file', async () => {
  mkdirSync(file());
  expect(await fault()).toMatchObject({ code: 'STORE_UNREACHABLE', message: expect.stringContaining(file()) });
});

test('a database of something else', async () => {
  const sqlite = new DatabaseSync(file());
  sqlite.exec('CREATE TABLE letters (text)');
  sqlite.close();
  expect(await fault()).toEqual({
    code: 'STORE_DAMAGED',
    message: `${file()} is a database of something else, not a store`,
  });
});

test('a store of a later format', async () => {
  await fill();
  const sqlite = new DatabaseSync(file());
  sqlite.exec('PRAGMA user_version = 99');
  sqlite.close();
  expect(await fault()).toEqual({
    code: 'STORE_DAMAGED',
    message: expect.stringMatching(/has format 99; this version reads format 1$/),
  });
});

test('a file that was cut off', async () => {
  await fill();
  truncateSync(file(), Math.floor(statSync(file()).size / 2));
  expect(await fault()).toMatchObject({ code: 'STORE_DAMAGED', message: expect.stringContaining(file()) });
});

test('a file that was overwritten in its middle', async () => {
  await fill();
  const descriptor = openSync(file(), 'r+');
  writeSync(descriptor, Buffer.alloc(40_000, 0xa5), 0, 40_000, Math.floor(statSync(file()).size / 2));
  closeSync(descriptor);
  expect(await fault()).toMatchObject({ code: 'STORE_DAMAGED', message: expect.stringContaining(file()) });
});

test('an empty file, as a start that was killed leaves it, is a new store', async () => {
  writeFileSync(file(), '');
  await fill();
  expect(readdirSync(folder.path).toSorted()).toEqual(['asean_test.lock', 'asean_test.sqlite']);
});

test('after closing, operations say that the store is closed', async () => {
  const store = await openStore('asean_test', embedded(folder.path));
  const records = await numberedModel(store.connection);
  await store.close();
  await expect(records.countDocuments({}).exec()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
});
