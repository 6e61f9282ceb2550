/** Writes at the same time: none is lost, and of those that exclude each other exactly one wins. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

/** The cases. */
export function concurrency({ model }: StoreContext): void {
  test('of a hundred increments none is lost', async () => {
    const records = await model();
    await records.create({ _id: 'a', n: 0 });
    await Promise.all(Array.from({ length: 100 }, () => records.updateOne({ _id: 'a' }, { $inc: { n: 1 } })));
    expect(await records.findById('a').lean()).toMatchObject({ n: 100 });
  });

  test('each increment is given a number of its own', async () => {
    const records = await model();
    const given = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        if (at === 0) await records.findOneAndUpdate({ _id: 'a' }, { $setOnInsert: { n: 0 } }, { upsert: true });
        return records.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } }, { returnDocument: 'after' }).lean();
      }),
    );
    const numbers = given.flatMap((document) => (document ? [document['n']] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('of conditional updates on one version exactly one wins', async () => {
    const records = await model();
    await records.create({ _id: 'a', n: 7 });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        records.updateOne({ _id: 'a', n: 7 }, { $set: { name: `writer ${at}` }, $inc: { n: 1 } }),
      ),
    );
    expect(results.map(({ modifiedCount }) => modifiedCount).reduce((sum, count) => sum + count)).toBe(1);
    expect(await records.findById('a').lean()).toMatchObject({
      n: 8,
      name: `writer ${results.findIndex(({ modifiedCount }) => modifiedCount === 1)}`,
    });
  });

  test('of inserts with one unique key exactly one wins, the others learn why', async () => {
    const records = await model([[{ code: 1 }, { unique: true }]]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => records.create({ _id: `${at}`, code: 'x' })),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(19);
    expect(refused.every(({ reason }) => (reason as { code: number }).code === 11000)).toBe(true);
    expect(await records.countDocuments({})).toBe(1);
  });
}
