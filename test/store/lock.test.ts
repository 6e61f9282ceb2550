/** One process writes to a store; others learn who, in one line, or read beside it. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore, StoreError } from '../../subgraphs/kit/store/open.ts';
import { embedded, numberedModel, temporaryFolder } from '../support/store/factory.ts';
import { startWriter } from '../support/store/process.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const refusal = async (mode: 'read' | 'write' = 'write') =>
  openStore('asean_test', embedded(folder.path, { mode })).then(
    () => undefined,
    (error: unknown) => error,
  );

test('a second writer is refused and told who writes; a reader sees the writes; a killed writer blocks nobody', async () => {
  const writer = startWriter(folder.path);
  await writer.acknowledged(5);

  const error = await refusal();
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({
    code: 'STORE_LOCKED',
    message: expect.stringMatching(/asean_test\.sqlite is in use by the test writer \(process \d+\)$/),
  });
  const second = startWriter(folder.path);
  const { code, stderr } = await second.ended();
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/is in use by the test writer/);

  const reader = await openStore('asean_test', embedded(folder.path, { mode: 'read' }));
  const records = await numberedModel(reader.connection);
  const earlier = await records.findOne({}).sort({ n: -1, _id: -1 }).lean();
  await writer.acknowledged(Number(earlier?.['n']) + 10);
  const later = await records.findOne({}).sort({ n: -1, _id: -1 }).lean();
  expect(Number(later?.['n'])).toBeGreaterThan(Number(earlier?.['n']));
  await expect(records.updateOne({ _id: 'r1' }, { $set: { n: 0 } })).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
  await reader.close();

  await writer.kill();
  const store = await openStore('asean_test', embedded(folder.path));
  await store.close();
});

test('within one process too there is one writer, and the lock goes with it', async () => {
  const store = await openStore('asean_test', embedded(folder.path, { holder: 'npm start (process 1)' }));
  expect(await refusal()).toMatchObject({
    code: 'STORE_LOCKED',
    message: expect.stringMatching(/in use by npm start \(process 1\)$/),
  });
  const other = await openStore('asean_other', embedded(folder.path));
  await other.close();
  await store.close();
  expect(await refusal()).toBeUndefined();
});

test('there is nothing to read where nothing was written', async () => {
  const error = await openStore('asean_none', embedded(folder.path, { mode: 'read' })).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({
    code: 'STORE_UNREACHABLE',
    message: expect.stringMatching(/asean_none\.sqlite does not exist$/),
  });
});

test.for([
  ['a file of something else', (path: string): void => writeFileSync(path, 'garbage\n'), 'file is not a database'],
  ['a folder', (path: string): void => void mkdirSync(path), 'it is a folder'],
] as const)('a lock that is %s is named, not the store, and may be deleted', async ([, damage, reason]) => {
  await (await openStore('asean_damaged', embedded(folder.path))).close();
  const lock = join(folder.path, 'asean_damaged.lock');
  rmSync(lock);
  damage(lock);
  await expect(openStore('asean_damaged', embedded(folder.path))).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: `The lock ${lock} cannot be used: ${reason}. It may be deleted while no process uses the store`,
  });
  rmSync(lock, { recursive: true });
  await (await openStore('asean_damaged', embedded(folder.path))).close();
});
