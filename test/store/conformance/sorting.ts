/** Orders: null and missing first, text by code unit, several fields, both directions, the same with and without an index. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';
import type { TestIndexes } from '../../support/store/factory.ts';

const DOCUMENTS = [
  { _id: 'a', name: 'b', n: 2 },
  { _id: 'b', name: null, n: 2 },
  { _id: 'c', n: 1 },
  { _id: 'd', name: 'B', n: null },
  { _id: 'e', name: 'é', n: -3.5 },
  { _id: 'f', name: 'ba', n: 10 },
  { _id: 'g', name: '', n: 2 },
];
const WAYS: [string, TestIndexes][] = [
  ['without an index', []],
  ['with an index', [[{ name: 1, _id: 1 }], [{ n: 1, name: 1, _id: 1 }]]],
];

/** The cases. */
export function sorting({ model }: StoreContext): void {
  for (const [way, indexes] of WAYS) {
    test(`nulls and missing values come first, then text by code unit, ${way}`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      const sorted = await records.find({}, { _id: 1 }).sort({ name: 1, _id: 1 }).lean();
      expect(sorted.map(({ _id }) => _id).join('')).toBe('bcgdafe');
      const reversed = await records.find({}, { _id: 1 }).sort({ name: -1, _id: -1 }).lean();
      expect(reversed.map(({ _id }) => _id).join('')).toBe('efadgcb');
    });

    test(`numbers order as numbers, ties by the next field, ${way}`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      const sorted = await records.find({}).sort({ n: 1, name: 1, _id: 1 }).lean();
      expect(sorted.map(({ _id }) => _id).join('')).toBe('decbgaf');
      const mixed = await records.find({}).sort({ n: -1, name: 1, _id: 1 }).lean();
      expect(mixed.map(({ _id }) => _id).join('')).toBe('fbgaced');
    });

    test(`skip and limit cut the sorted list, ${way}`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      const page = await records.find({}).sort({ name: 1, _id: 1 }).skip(2).limit(3).lean();
      expect(page.map(({ _id }) => _id)).toEqual(['g', 'd', 'a']);
      expect(await records.find({}).sort({ name: 1, _id: 1 }).skip(20).limit(3).lean()).toEqual([]);
    });
  }

  test('dates, truth values and text order by type', async () => {
    const records = await model();
    const at = new Date('2025-01-01');
    await records.collection.insertMany(
      [true, at, 'text', 5, null, false].map((name, index) => ({ _id: `${index}`, name })) as never[],
    );
    const sorted = await records.find({}).sort({ name: 1 }).lean();
    expect(sorted.map(({ name }) => name)).toEqual([null, 5, 'text', false, true, at]);
  });

  test('a list sorts by its least element, and by its greatest when the order descends', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', tags: ['c', 'b'] },
      { _id: 'b', tags: ['a', 'z'] },
      { _id: 'c', tags: ['d'] },
    ]);
    expect((await records.find({}).sort({ tags: 1 }).lean()).map(({ _id }) => _id)).toEqual(['b', 'a', 'c']);
    expect((await records.find({}).sort({ tags: -1 }).lean()).map(({ _id }) => _id)).toEqual(['b', 'c', 'a']);
  });
}
