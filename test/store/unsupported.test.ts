/** What the embedded store does not do it refuses by name, rather than answer something else. */

import mongoose, { type Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../subgraphs/kit/store/open.ts';
import { embeddedFactory, freshModel, type TestDocument } from '../support/store/factory.ts';

const factory = embeddedFactory();
let store: Store;
let records: Model<TestDocument>;
beforeAll(async () => {
  store = await factory.open();
  records = await freshModel(store.connection, [[{ n: 1 }]]);
  await records.insertMany([{ _id: 'a', n: 1, tags: ['x'] }]);
});
afterAll(async () => {
  await store.close();
  await factory.dispose();
});

const REFUSED: [string, () => unknown][] = [
  ['the operator $where', () => records.find({ $where: 'true' })],
  ['the operator $expr', () => records.find({ $expr: { $eq: ['$n', 1] } })],
  ['the operator $text', () => records.find({ $text: { $search: 'x' } })],
  ['the operator $near', () => records.collection.find({ n: { $near: [0, 0] } } as never).toArray()],
  ['the option collation', () => records.find({}).collation({ locale: 'vi' })],
  ['the option hint', () => records.find({}).hint({ n: 1 })],
  ['the option tailable', () => records.find({}).tailable()],
  ['the option session', () => records.collection.find({}, { session: {} as never }).toArray()],
  ['the option hint', () => records.updateOne({ _id: 'a' }, { n: 2 }, { hint: { n: 1 } } as never)],
  ['the option let', () => records.collection.find({}, { let: { a: 1 } } as never).toArray()],
  [
    'the aggregation stage $lookup',
    () => records.aggregate([{ $lookup: { from: 'x', localField: 'n', foreignField: 'n', as: 'y' } }]),
  ],
  ['the aggregation stage $facet', () => records.aggregate([{ $facet: { all: [{ $match: {} }] } }])],
  ['the aggregation stage $out', () => records.aggregate([{ $match: {} }, { $out: 'x' }])],
  [
    'the operator $function',
    () => records.aggregate([{ $project: { x: { $function: { body: '', args: [], lang: 'js' } } } }]),
  ],
  ['the update operator $bit', () => records.collection.updateOne({ n: 1 }, { $bit: { n: { or: 1 } } } as never)],
  ['updates by a pipeline', () => records.collection.updateOne({ n: 1 }, [{ $set: { n: 1 } }])],
  ['sessions and transactions', () => store.connection.startSession()],
  ['several databases on one connection', () => store.connection.useDb('other')],
  ['the method watch', () => records.collection.watch()],
  ['the method initializeOrderedBulkOp', () => records.collection.initializeOrderedBulkOp()],
  [
    'the option partialFilterExpression',
    () => records.collection.createIndex({ m: 1 }, { partialFilterExpression: { n: 1 } }),
  ],
  ['the option expireAfterSeconds', () => records.collection.createIndex({ at: 1 }, { expireAfterSeconds: 1 })],
  ['the option sparse', () => records.collection.createIndex({ m: 1 }, { sparse: true })],
  ['the index kind "text"', () => records.collection.createIndex({ name: 'text' })],
  ['binary values', () => records.collection.insertOne({ _id: 'b', name: Buffer.from('x') } as never)],
  [
    'values of type Decimal128',
    () => records.collection.insertOne({ _id: 'b', n: mongoose.mongo.Decimal128.fromString('1') } as never),
  ],
  ['the number NaN', () => records.collection.insertOne({ _id: 'b', n: Number.NaN } as never)],
  ['patterns with the flags g or y', () => records.collection.find({ name: /x/g }).toArray()],
];

for (const [name, attempt] of REFUSED) {
  test(name, async () => {
    const error: unknown = await (async () => attempt())().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ message: expect.stringContaining(`The embedded store does not support ${name}`) });
    expect(await records.find({}).lean()).toEqual([{ _id: 'a', n: 1, tags: ['x'] }]);
  });
}

test('lists at two paths of one index', async () => {
  const both = await freshModel(store.connection, [[{ tags: 1, 'parts.role': 1 }]]);
  await expect(both.insertMany([{ _id: 'a', tags: ['x'], parts: [{ role: 'y' }] }])).rejects.toThrow(
    /lists at two paths of one index/,
  );
  expect(await both.countDocuments({})).toBe(0);
});

test('options that change no answer are heard without a word', async () => {
  const found = records
    .find({})
    .maxTimeMS(10)
    .readConcern('majority')
    .read('secondary')
    .comment('x')
    .batchSize(5)
    .lean();
  expect(await found).toHaveLength(1);
  expect(await records.updateOne({ _id: 'a' }, { $set: { n: 1 } }, { writeConcern: { w: 'majority' } })).toMatchObject({
    matchedCount: 1,
  });
});
