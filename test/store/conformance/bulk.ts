/** Bulk writes, in order and not: what was done is counted, what failed is listed, what succeeded stands. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

/** The cases. */
export function bulk({ model }: StoreContext): void {
  const all = [
    { insertOne: { document: { _id: 'a', n: 1 } } },
    { insertOne: { document: { _id: 'b', n: 1 } } },
    { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 1 } } } },
    { updateMany: { filter: {}, update: { $set: { scope: 's' } } } },
    { replaceOne: { filter: { _id: 'c' }, replacement: { name: 'new' } as never, upsert: true } },
    { updateOne: { filter: { _id: 'd' }, update: { $set: { n: 9 } }, upsert: true } },
    { deleteOne: { filter: { _id: 'b' } } },
    { deleteMany: { filter: { n: { $gt: 8 } } } },
  ];

  test('operations of all kinds run in order', async () => {
    const records = await model();
    const result = await records.bulkWrite(all);
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 3,
      modifiedCount: 3,
      upsertedCount: 2,
      deletedCount: 2,
    });
    expect(await records.find({}).sort({ _id: 1 }).lean()).toEqual([
      { _id: 'a', n: 2, scope: 's' },
      { _id: 'c', name: 'new' },
    ]);
  });

  test('what was inserted by an upsert is named by its place', async () => {
    const records = await model();
    expect((await records.bulkWrite(all)).upsertedIds).toEqual({ 4: 'c', 5: 'd' });
  });

  const operations = [
    { insertOne: { document: { _id: 'a' } } },
    { insertOne: { document: { _id: 'a' } } },
    { insertOne: { document: { _id: 'b' } } },
    { insertOne: { document: { _id: 'b' } } },
  ];

  test('in order, the first fault ends it', async () => {
    const records = await model();
    await expect(records.bulkWrite(operations)).rejects.toMatchObject({
      code: 11000,
      writeErrors: [{ index: 1, code: 11000 }],
    });
    expect(await records.distinct('_id')).toEqual(['a']);
  });

  test('without order, all that can be done is done', async () => {
    const records = await model();
    const fault = records.bulkWrite(operations, { ordered: false });
    await expect(fault).rejects.toMatchObject({ code: 11000, writeErrors: [{ index: 1 }, { index: 3 }] });
    expect(await records.distinct('_id')).toEqual(['a', 'b']);
  });

  test('many documents are inserted at once; those before a fault stay', async () => {
    const records = await model();
    await expect(records.insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }])).rejects.toMatchObject({
      code: 11000,
    });
    expect(await records.distinct('_id')).toEqual(['a', 'b']);
    await expect(records.insertMany([{ _id: 'a' }, { _id: 'd' }], { ordered: false })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await records.distinct('_id')).toEqual(['a', 'b', 'd']);
  });

  test('a collection is replaced by upserts without a trace of the old fields', async () => {
    const records = await model([[{ tags: 1 }]]);
    const put = (documents: { _id: string; [field: string]: unknown }[]) =>
      records.bulkWrite(
        documents.map((replacement) => ({
          replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
        })),
        { ordered: false },
      );
    await put(Array.from({ length: 500 }, (_, n) => ({ _id: `r${n}`, n, tags: ['old'] })));
    const again = await put(Array.from({ length: 500 }, (_, n) => ({ _id: `r${n}`, n, tags: ['new'] })));
    expect(again).toMatchObject({ matchedCount: 500, modifiedCount: 500, upsertedCount: 0 });
    expect(await records.countDocuments({ tags: 'old' })).toBe(0);
    expect(await records.countDocuments({ tags: 'new' })).toBe(500);
  });
}
