/** Documents are inserted, found, replaced and deleted, and come back as they went in. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

/** The cases. */
export function crud({ model, store }: StoreContext): void {
  test('a document comes back as it went in, nulls, empty lists and dates included', async () => {
    const records = await model();
    const document = {
      _id: 'aec:aem',
      name: null,
      tags: [],
      parts: [{ role: null, size: 0, type: 'lead' }],
      chair: null,
      at: new Date('2025-05-26T01:02:03.004Z'),
      open: false,
      n: -1.5,
    };
    await records.insertMany([document]);
    expect(await records.findOne({ _id: 'aec:aem' }).lean()).toEqual(document);
  });

  test('a caller may change what he was given without changing the store', async () => {
    const records = await model();
    await records.insertMany([{ _id: 'a', tags: ['x'], chair: { state: 'MYS' } }]);
    const first = (await records.findById('a').lean()) as unknown as { tags: string[]; chair: { state: string } };
    first.tags.push('changed');
    first.chair.state = 'changed';
    expect(await records.findById('a').lean()).toEqual({ _id: 'a', tags: ['x'], chair: { state: 'MYS' } });
  });

  test('findOne answers null for what is not there, find an empty list', async () => {
    const records = await model();
    expect(await records.findOne({ _id: 'nobody' }).lean()).toBeNull();
    expect(await records.find({ _id: { $in: ['nobody'] } }).lean()).toEqual([]);
    expect(await records.find({ _id: { $in: [] } }).lean()).toEqual([]);
    expect(await records.countDocuments({})).toBe(0);
  });

  test('documents are found by many ids, each once', async () => {
    const records = await model();
    await records.insertMany(['a', 'b', 'c'].map((_id) => ({ _id })));
    const found = await records.find({ _id: { $in: ['c', 'a', 'x', 'a'] } }).lean();
    expect(found.map(({ _id }) => _id).sort()).toEqual(['a', 'c']);
  });

  test('counts hold with and without a filter', async () => {
    const records = await model();
    await records.insertMany(['a', 'b', 'c'].map((_id, n) => ({ _id, n })));
    expect(await records.countDocuments({ n: { $gt: 0 } })).toBe(2);
    expect(await records.estimatedDocumentCount()).toBe(3);
    expect(await records.countDocuments({}).skip(1).limit(1)).toBe(1);
  });

  test('a document is replaced whole', async () => {
    const records = await model();
    await records.insertMany([{ _id: 'a', name: 'old', n: 1 }]);
    expect(await records.replaceOne({ _id: 'a' }, { name: 'new' })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await records.findById('a').lean()).toEqual({ _id: 'a', name: 'new' });
  });

  test('deleteOne deletes one, deleteMany all that match', async () => {
    const records = await model();
    await records.insertMany(['a', 'b', 'c', 'd'].map((_id, n) => ({ _id, n })));
    expect(await records.deleteOne({ n: { $gte: 2 } })).toMatchObject({ deletedCount: 1 });
    expect(await records.deleteMany({ n: { $lt: 2 } })).toMatchObject({ deletedCount: 2 });
    expect(await records.countDocuments({})).toBe(1);
    expect(await records.deleteOne({ _id: 'a' })).toMatchObject({ deletedCount: 0 });
  });

  test('findOneAndDelete gives back what it deleted', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ]);
    expect(await records.findOneAndDelete({}).sort({ n: 1 }).lean()).toEqual({ _id: 'b', n: 1 });
    expect(await records.findOneAndDelete({ _id: 'b' }).lean()).toBeNull();
  });

  test('a document that was read is changed and saved', async () => {
    const records = await model();
    await records.insertMany([{ _id: 'a', tags: ['x'] }]);
    const document = await records.findById('a').orFail();
    document.set('tags', ['x', 'y']);
    document.set('n', 4);
    await document.save();
    expect(await records.findById('a').lean()).toEqual({ _id: 'a', tags: ['x', 'y'], n: 4 });
  });

  test('a cursor gives one document after the other', async () => {
    const records = await model();
    await records.insertMany(Array.from({ length: 700 }, (_, n) => ({ _id: `r${n}`, n })));
    const seen: unknown[] = [];
    for await (const document of records.find({}, { n: 1 }).sort({ n: 1 }).lean().cursor()) seen.push(document['n']);
    expect(seen).toEqual(Array.from({ length: 700 }, (_, n) => n));
  });

  test('distinct values are those of the documents that match, list elements one by one', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', tags: ['x', 'y'], n: 1 },
      { _id: 'b', tags: ['y', 'z'], n: 2 },
      { _id: 'c', tags: [], n: 3 },
    ]);
    expect(await records.distinct('tags')).toEqual(['x', 'y', 'z']);
    expect(await records.distinct('tags', { n: { $gt: 1 } })).toEqual(['y', 'z']);
  });

  test('each operation is told to whoever debugs: collection, method, arguments', async () => {
    const records = await model();
    const told: unknown[][] = [];
    const { connection } = store();
    connection.set('debug', (...parts: unknown[]) => void told.push(parts));
    try {
      await records.find({ n: 1 }).lean();
      await records.countDocuments({ n: 1 });
    } finally {
      connection.set('debug', false);
    }
    expect(told.map((parts) => parts.slice(0, 3))).toEqual([
      [records.collection.name, 'find', { n: 1 }],
      [records.collection.name, 'countDocuments', { n: 1 }],
    ]);
  });

  test('fields that the model does not know are refused', async () => {
    const records = await model();
    await expect(records.create({ _id: 'a', unknown: 1 })).rejects.toThrow(/unknown/);
  });
}
