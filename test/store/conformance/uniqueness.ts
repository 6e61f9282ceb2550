/** Unique indexes: error 11000 as MongoDB's, with the key that is taken. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

const TAKEN = { name: expect.stringMatching(/^Mongo/) as string, code: 11000 };

/** The cases. */
export function uniqueness({ model }: StoreContext): void {
  test('a second document with an id is refused', async () => {
    const records = await model();
    await records.create({ _id: 'a', n: 1 });
    await expect(records.create({ _id: 'a', n: 2 })).rejects.toMatchObject(TAKEN);
    expect(await records.findById('a').lean()).toMatchObject({ n: 1 });
  });

  const documents = [
    { _id: 'a', scope: 's', code: 'x' },
    { _id: 'b', scope: 's', code: 'y' },
    { _id: 'c', scope: 't', code: 'x' },
  ];

  test('a second document with the same values is refused, and taken when the first is gone', async () => {
    const records = await model([[{ scope: 1, code: 1 }, { unique: true }]]);
    await records.insertMany(documents);
    await expect(records.create({ _id: 'd', scope: 's', code: 'x' })).rejects.toMatchObject(TAKEN);
    expect(await records.countDocuments({ scope: 's', code: 'x' })).toBe(1);
    await records.deleteOne({ _id: 'a' });
    await records.updateOne({ _id: 'b' }, { $set: { code: 'x' } });
    expect(await records.findOne({ scope: 's', code: 'x' }).lean()).toMatchObject({ _id: 'b' });
  });

  test('an update to values that another document has is refused', async () => {
    const records = await model([[{ scope: 1, code: 1 }, { unique: true }]]);
    await records.insertMany(documents);
    await expect(records.updateOne({ _id: 'b' }, { $set: { code: 'x' } })).rejects.toMatchObject(TAKEN);
    await expect(records.findOneAndUpdate({ _id: 'c' }, { $set: { scope: 's' } })).rejects.toMatchObject(TAKEN);
    expect(await records.find({}).sort({ _id: 1 }).lean()).toEqual(documents);
  });

  test('the refusal says which key is taken', async () => {
    const records = await model([[{ scope: 1, code: 1 }, { unique: true }]]);
    await records.insertMany(documents);
    await expect(records.create({ _id: 'a' })).rejects.toMatchObject({
      keyPattern: { _id: 1 },
      keyValue: { _id: 'a' },
    });
    const taken = { keyPattern: { scope: 1, code: 1 }, keyValue: { scope: 's', code: 'x' } };
    await expect(records.create({ _id: 'd', scope: 's', code: 'x' })).rejects.toMatchObject(taken);
    await expect(records.updateOne({ _id: 'b' }, { $set: { code: 'x' } })).rejects.toMatchObject(taken);
    await expect(records.findOneAndUpdate({ _id: 'b' }, { $set: { code: 'x' } })).rejects.toMatchObject(taken);
  });

  test('a document may keep its own values', async () => {
    const records = await model([[{ code: 1 }, { unique: true }]]);
    await records.create({ _id: 'a', code: 'x' });
    await records.replaceOne({ _id: 'a' }, { code: 'x', n: 2 });
    expect(await records.findById('a').lean()).toEqual({ _id: 'a', code: 'x', n: 2 });
  });

  test('a unique index cannot be built over values that occur twice', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', code: 'x' },
      { _id: 'b', code: 'x' },
    ]);
    await expect(records.collection.createIndex({ code: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await records.collection.listIndexes().toArray()).toHaveLength(1);
    await records.collection.createIndex({ code: 1 });
    expect(await records.countDocuments({ code: 'x' })).toBe(2);
  });

  test('an index built over documents that are there answers like one built before them', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', tags: ['x', 'y'], n: 1 },
      { _id: 'b', tags: ['y'], n: 0 },
    ]);
    await records.collection.createIndex({ tags: 1, n: 1 });
    await records.insertMany([{ _id: 'c', tags: ['y'], n: -1 }]);
    const found = await records.find({ tags: 'y' }).sort({ n: 1 }).lean();
    expect(found.map(({ _id }) => _id)).toEqual(['c', 'b', 'a']);
    const indexes = await records.collection.listIndexes().toArray();
    expect(indexes.map(({ name, key }) => [name, key])).toEqual([
      ['_id_', { _id: 1 }],
      ['tags_1_n_1', { tags: 1, n: 1 }],
    ]);
    await records.collection.dropIndex('tags_1_n_1');
    expect(await records.countDocuments({ tags: 'y' })).toBe(3);
  });
}
