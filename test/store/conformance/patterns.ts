/** Escaped patterns on texts and lists of texts: the substring filter, and beginnings of words. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';
import type { TestIndexes } from '../../support/store/factory.ts';

const DOCUMENTS = [
  { _id: 'a', name: 'asean (acc)', tags: ['asean coordinating council', 'acc'] },
  { _id: 'b', name: 'a.c', tags: ['a.c', 'x|y'] },
  { _id: 'c', name: 'abc', tags: [] },
  { _id: 'd', name: null },
  { _id: 'e', name: 'thành phố', tags: ['thành', 'phố'] },
];
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The cases. */
export function patterns({ model }: StoreContext): void {
  test('signs that cannot be printed are found by their number', async () => {
    const records = await model();
    await records.insertMany([
      { _id: 'a', name: 'x\0y', tags: ['\n', '\u{1f600}'] },
      { _id: 'b', name: 'xy', tags: ['n'] },
    ]);
    const filters = [{ name: { $regex: 'x\\x00' } }, { tags: { $regex: '\\x0a' } }, { tags: { $regex: '\u{1f600}' } }];
    for (const filter of filters) expect((await records.find(filter).lean()).map(({ _id }) => _id)).toEqual(['a']);
  });

  for (const [way, indexes] of [
    ['without', []],
    ['with', [[{ name: 1 }], [{ tags: 1 }]]],
  ] as [string, TestIndexes][]) {
    test(`a substring is found as it stands, its special signs included, ${way} indexes`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      const ids = async (filter: object) =>
        (await records.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id).join('');
      expect(await ids({ name: { $regex: escaped('(acc)') } })).toBe('a');
      expect(await ids({ name: { $regex: escaped('a.c') } })).toBe('b');
      expect(await ids({ tags: { $regex: escaped('x|y') } })).toBe('b');
      expect(await ids({ tags: { $regex: escaped('ting cou') } })).toBe('a');
      expect(await ids({ tags: { $regex: escaped('ACC') } })).toBe('');
      expect(await ids({ tags: { $regex: escaped('phố') } })).toBe('e');
      expect(await ids({ $or: [{ name: { $regex: 'bc' } }, { tags: { $regex: 'hà' } }] })).toBe('ce');
    });

    test(`a beginning is found, ${way} indexes`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      const ids = async (filter: object) =>
        (await records.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id).join('');
      expect(await ids({ name: { $regex: '^a' } })).toBe('abc');
      expect(await ids({ name: /^a\.c/ })).toBe('b');
      expect(await ids({ tags: /^ac+$/ })).toBe('a');
      expect(await ids({ tags: { $regex: '^th' } })).toBe('e');
      expect(await ids({ name: { $regex: '^A', $options: 'i' } })).toBe('abc');
      expect(await ids({ name: { $not: /^a/ } })).toBe('de');
    });
  }
}
