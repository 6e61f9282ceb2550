/** Lists in filters: an element equal, one of several, elements that meet several conditions, sizes, lists of objects. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';
import type { TestIndexes } from '../../support/store/factory.ts';

const DOCUMENTS = [
  {
    _id: 'a',
    tags: ['x', 'y'],
    parts: [
      { role: 'lead', size: 1 },
      { role: 'member', size: 9 },
    ],
    n: 1,
  },
  { _id: 'b', tags: ['y', 'y'], parts: [{ role: 'lead', size: 9 }], n: 2 },
  { _id: 'c', tags: [], parts: [], n: 3 },
  { _id: 'd', tags: null, n: 4 },
  { _id: 'e', n: 5 },
  { _id: 'f', tags: ['z', 'x'], parts: [{ role: 'member', size: 5 }], n: 6 },
];
const CASES: [string, object, string][] = [
  ['an element is equal', { tags: 'y' }, 'ab'],
  ['an element is one of several, each document once', { tags: { $in: ['x', 'y', 'q'] } }, 'abf'],
  ['no element is one of several', { tags: { $nin: ['x'] } }, 'bcde'],
  ['no element is equal', { tags: { $ne: 'y' } }, 'cdef'],
  ['all of several', { tags: { $all: ['x', 'y'] } }, 'a'],
  ['the size of a list', { tags: { $size: 2 } }, 'abf'],
  ['the empty list', { tags: [] }, 'c'],
  ['null or missing', { tags: null }, 'de'],
  ['neither null nor missing', { tags: { $ne: null } }, 'abcf'],
  ['missing', { tags: { $exists: false } }, 'e'],
  ['there', { tags: { $exists: true } }, 'abcdf'],
  ['a field of an element', { 'parts.role': 'lead' }, 'ab'],
  ['two fields of any elements', { 'parts.role': 'lead', 'parts.size': 9 }, 'ab'],
  ['one or the other', { $or: [{ tags: 'z' }, { n: 3 }, { tags: 'x', n: 1 }] }, 'acf'],
  ['neither', { $nor: [{ tags: 'z' }, { n: 3 }] }, 'abde'],
];
const SEVERAL_CASES: typeof CASES = [
  ['a range met by any elements', { 'parts.size': { $gt: 1, $lt: 9 } }, 'af'],
  ['a range met by one text', { tags: { $elemMatch: { $gte: 'y', $lt: 'z' } } }, 'ab'],
  ['two fields of one element', { parts: { $elemMatch: { role: 'lead', size: 9 } } }, 'b'],
  ['a range met by one element', { parts: { $elemMatch: { size: { $gt: 1, $lt: 9 } } } }, 'f'],
];
const WAYS: [string, TestIndexes][] = [
  ['without an index', []],
  ['with an index', [[{ tags: 1, n: 1, _id: 1 }], [{ 'parts.role': 1, _id: 1 }], [{ 'parts.size': 1 }], [{ n: 1 }]]],
];

/** The cases. */
export function arrays({ model }: StoreContext): void {
  for (const [way, indexes] of WAYS) {
    for (const [what, cases] of [
      ['their elements', CASES],
      ['several conditions on their elements', SEVERAL_CASES],
    ] as const) {
      test(`lists are found by ${what}, ${way}`, async () => {
        const records = await model(indexes);
        await records.insertMany(DOCUMENTS);
        const found: Record<string, string> = {};
        const counted: Record<string, number> = {};
        for (const [name, filter] of cases) {
          const rows = await records.find(filter).sort({ _id: 1 }).lean();
          found[name] = rows.map(({ _id }) => _id).join('');
          counted[name] = await records.countDocuments(filter);
        }
        expect(found).toEqual(Object.fromEntries(cases.map(([name, , ids]) => [name, ids])));
        expect(counted).toEqual(Object.fromEntries(cases.map(([name, , ids]) => [name, ids.length])));
      });
    }
  }

  test('an index follows its lists when they change', async () => {
    const records = await model([[{ tags: 1, _id: 1 }]]);
    await records.insertMany([
      { _id: 'a', tags: ['x', 'y'] },
      { _id: 'b', tags: ['x'] },
    ]);
    await records.updateOne({ _id: 'a' }, { $pull: { tags: 'x' }, $set: { n: 1 } });
    await records.updateOne({ _id: 'b' }, { $addToSet: { tags: 'z' } });
    expect((await records.find({ tags: 'x' }).lean()).map(({ _id }) => _id)).toEqual(['b']);
    expect((await records.find({ tags: { $in: ['y', 'z'] } }).lean()).map(({ _id }) => _id).sort()).toEqual(['a', 'b']);
    await records.deleteOne({ _id: 'a' });
    expect(await records.countDocuments({ tags: 'y' })).toBe(0);
  });
}
