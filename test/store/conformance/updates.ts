/** Updates by operators, and upserts. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

const BEFORE = {
  _id: 'a',
  name: 'n',
  n: 1,
  tags: ['x', 'y'],
  chair: { state: 'MYS', since: null },
  parts: [{ role: 'lead', size: 1 }],
};

/** The cases. */
export function updates({ model }: StoreContext): void {
  const cases: [string, object, object][] = [
    ['$set', { $set: { name: null, 'chair.since': '2025' } }, { name: null, chair: { state: 'MYS', since: '2025' } }],
    ['$unset', { $unset: { name: 1, 'chair.since': 1 } }, { name: undefined, chair: { state: 'MYS' } }],
    ['$inc', { $inc: { n: 2, m: -1 } }, { n: 3, m: -1 }],
    ['$mul', { $mul: { n: 5 } }, { n: 5 }],
    ['$min and $max', { $min: { n: 0 }, $max: { m: 7 } }, { n: 0, m: 7 }],
    ['$push', { $push: { tags: { $each: ['z', 'x'] } } }, { tags: ['x', 'y', 'z', 'x'] }],
    [
      '$push of an object',
      { $push: { parts: { role: 'member', size: 2 } } },
      {
        parts: [
          { role: 'lead', size: 1 },
          { role: 'member', size: 2 },
        ],
      },
    ],
    [
      '$push with $position and $slice',
      { $push: { tags: { $each: ['z'], $position: 0, $slice: 2 } } },
      { tags: ['z', 'x'] },
    ],
    ['$addToSet', { $addToSet: { tags: { $each: ['x', 'z'] } } }, { tags: ['x', 'y', 'z'] }],
    ['$pull', { $pull: { tags: 'x' } }, { tags: ['y'] }],
    ['$pull by a condition', { $pull: { tags: { $in: ['x', 'q'] } } }, { tags: ['y'] }],
    ['$pull of objects by a condition', { $pull: { parts: { role: 'lead' } } }, { parts: [] }],
    ['$pop', { $pop: { tags: 1 } }, { tags: ['x'] }],
  ];
  for (const [name, update, changes] of cases) {
    test(name, async () => {
      const records = await model([[{ tags: 1 }], [{ n: 1 }]]);
      await records.insertMany([BEFORE]);
      expect(await records.updateOne({ _id: 'a' }, update)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      expect(await records.findById('a').lean()).toEqual({ ...BEFORE, ...changes });
    });
  }

  test('an element that the filter found is changed in its place', async () => {
    const records = await model();
    await records.insertMany([
      {
        _id: 'a',
        parts: [
          { role: 'lead', size: 1 },
          { role: 'member', size: 1 },
        ],
      },
    ]);
    await records.updateOne({ _id: 'a', 'parts.role': 'member' }, { $set: { 'parts.$.size': 5 } });
    await records.updateOne(
      { _id: 'a' },
      { $inc: { 'parts.$[lead].size': 1 } },
      { arrayFilters: [{ 'lead.role': 'lead' }] },
    );
    expect(await records.findById('a').lean()).toMatchObject({
      parts: [
        { role: 'lead', size: 2 },
        { role: 'member', size: 5 },
      ],
    });
  });

  test('an update that changes nothing says so', async () => {
    const records = await model();
    await records.insertMany([BEFORE]);
    expect(await records.updateOne({ _id: 'a' }, { $set: { name: 'n' } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await records.updateOne({ _id: 'b' }, { $set: { name: 'n' } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
      upsertedCount: 0,
    });
  });

  test('updateMany changes each match once, also where the change moves it in the index that found it', async () => {
    const records = await model([[{ n: 1, _id: 1 }]]);
    await records.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: `${n}`, n })));
    expect(await records.updateMany({ n: { $gte: 100 } }, { $inc: { n: 50 } })).toMatchObject({
      matchedCount: 200,
      modifiedCount: 200,
    });
    expect(await records.countDocuments({ n: { $gte: 150 } })).toBe(200);
    expect((await records.find({}).sort({ n: -1 }).limit(1).lean()).map(({ n }) => n)).toEqual([349]);
  });

  test('findOneAndUpdate gives the document before or after', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 5, name: 'x' },
    ]);
    expect(await records.findOneAndUpdate({}, { $inc: { n: 1 } }, { sort: { n: -1 } }).lean()).toEqual({
      _id: 'b',
      n: 5,
      name: 'x',
    });
    const after = await records.findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1 } }, { returnDocument: 'after' }).lean();
    expect(after).toEqual({ _id: 'b', n: 7, name: 'x' });
    expect(await records.findOneAndUpdate({ _id: 'x' }, { $inc: { n: 1 } }).lean()).toBeNull();
  });

  test('findOneAndUpdate gives the fields that are asked for', async () => {
    const records = await model();
    await records.insertMany([{ _id: 'b', n: 5, name: 'x' }]);
    const after = await records
      .findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1 } }, { returnDocument: 'after', projection: { n: 1 } })
      .lean();
    expect(after).toEqual({ _id: 'b', n: 6 });
  });

  test('an upsert inserts what the filter and the update say, once', async () => {
    const records = await model([[{ code: 1 }, { unique: true }]]);
    const upsert = () =>
      records.updateOne(
        { _id: 'a', code: 'x', n: { $gt: 3 } },
        { $set: { name: 'n' }, $setOnInsert: { m: 1, n: 4 } },
        { upsert: true },
      );
    expect(await upsert()).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'a' });
    expect(await upsert()).toMatchObject({ matchedCount: 1, modifiedCount: 0, upsertedCount: 0 });
    expect(await records.find({}).lean()).toEqual([{ _id: 'a', code: 'x', name: 'n', m: 1, n: 4 }]);
    expect(await records.replaceOne({ _id: 'b' }, { code: 'y' }, { upsert: true })).toMatchObject({
      upsertedCount: 1,
      upsertedId: 'b',
    });
  });

  test('findOneAndUpdate upserts and gives what it made', async () => {
    const records = await model();
    const make = () =>
      records
        .findOneAndUpdate({ _id: 'version' }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' })
        .lean();
    expect(await make()).toEqual({ _id: 'version', n: 1 });
    expect(await make()).toEqual({ _id: 'version', n: 2 });
    expect(await records.findOneAndUpdate({ _id: 'other' }, { $set: { n: 1 } }, { upsert: true }).lean()).toBeNull();
  });
}
