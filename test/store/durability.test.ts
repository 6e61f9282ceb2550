/** What was acknowledged survives: a process that writes is killed at any moment, and all of it is there afterwards. */

import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../subgraphs/kit/store/open.ts';
import { embedded, numberedModel, temporaryFolder } from '../support/store/factory.ts';
import { startWriter } from '../support/store/process.ts';

const folder = temporaryFolder();
afterEach(folder.remove);

test('every acknowledged write is there after SIGKILL, and the indexes agree with the documents', async () => {
  const moments = fc.sample(fc.integer({ min: 20, max: 150 }), { numRuns: 3, seed: Date.now() });
  const written: number[] = [];
  for (const moment of moments) {
    const first = (written.at(-1) ?? -1) + 10;
    const writer = startWriter(folder.path, first);
    await writer.acknowledged(moment);
    written.push(...(await writer.kill()));

    const store = await openStore('asean_test', embedded(folder.path));
    const records = await numberedModel(store.connection);
    const all = await records.collection.find({}).toArray();
    const numbers = new Set(all.map(({ n }) => n as number));
    expect(written.filter((n) => !numbers.has(n))).toEqual([]);
    expect(written.filter((n) => n % 3 === 0 && all.filter((document) => document.n === n).length !== 3)).toEqual([]);
    const inOrder = all
      .toSorted((a, b) => Number(a.n) - Number(b.n) || (String(a._id) < String(b._id) ? -1 : 1))
      .map(({ _id }) => _id);
    expect((await records.find({}, { _id: 1 }).sort({ n: 1, _id: 1 }).lean()).map(({ _id }) => _id)).toEqual(inOrder);
    expect(await records.countDocuments({ tags: 'all' })).toBe(all.length);
    const changed = all.filter(({ tags }) => (tags as string[]).includes('changed')).length;
    expect(await records.countDocuments({ tags: 'changed' })).toBe(changed);
    await store.close();
  }
}, 60_000);

test('a closed store leaves one whole file and finds its data and indexes again', async () => {
  const first = await openStore('asean_test', embedded(folder.path));
  const before = await numberedModel(first.connection);
  await before.insertMany([{ _id: 'a', n: 1, tags: ['x'], at: new Date(5) }]);
  await first.close();
  const second = await openStore('asean_test', embedded(folder.path));
  const after = await numberedModel(second.connection);
  expect(await after.find({ tags: 'x' }).lean()).toEqual([{ _id: 'a', n: 1, tags: ['x'], at: new Date(5) }]);
  await second.close();
});
