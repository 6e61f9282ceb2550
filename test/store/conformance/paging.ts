/** Ranges, and pages behind or before a position of a sorted list, over one to four sort fields, nulls included. */

import { expect, test } from 'vitest';
import { keysetFilter, type Position } from '../../support/store/keyset.ts';
import type { StoreContext } from './describe-store.ts';
import type { TestIndexes } from '../../support/store/factory.ts';

const DATES = [null, '2024', '2024-05', '2024-05-01', '2025', null, '2025-05-26', '2024'];
const DOCUMENTS = Array.from({ length: 120 }, (_, at) => ({
  _id: `r${String((at * 37) % 120).padStart(3, '0')}`,
  name: DATES[at % DATES.length] ?? null,
  code: at % 5 === 0 ? null : `c${at % 3}`,
  n: at % 7 === 0 ? null : at % 4,
  tags: [`t${at % 3}`, `t${at % 2}`],
  scope: at % 2 === 0 ? 'even' : 'odd',
}));
const ORDERS = [['_id'], ['name', '_id'], ['n', 'name', '_id'], ['n', 'code', 'name', '_id']];
const SCOPES = [{}, { scope: 'even' }, { tags: 't0' }, { tags: { $in: ['t0', 't2'] } }, { scope: 'odd', tags: 't1' }];
const INDEXED: TestIndexes = ORDERS.flatMap((order) =>
  [[], ['scope'], ['tags']].map(
    (scope) => [Object.fromEntries([...scope, ...order].map((path) => [path, 1 as const]))] as [Record<string, 1>],
  ),
).filter(([paths]) => Object.keys(paths).join() !== '_id');

/** The cases. */
export function paging({ model }: StoreContext): void {
  test('ranges keep to values of the type that is asked for', async () => {
    const records = await model([[{ n: 1 }], [{ name: 1 }], [{ at: 1 }]]);
    const at = (day: number) => new Date(Date.UTC(2025, 0, day));
    await records.insertMany([1, 2, 3, 4].map((n) => ({ _id: `${n}`, n, name: `n${n}`, at: at(n) })));
    await records.insertMany([{ _id: 'null', n: null, name: null, at: null }, { _id: 'none' }]);
    const ids = async (filter: object) =>
      (await records.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id).join(' ');
    expect(await ids({ n: { $gt: 1, $lte: 3 } })).toBe('2 3');
    expect(await ids({ n: { $lt: 3 } })).toBe('1 2');
    expect(await ids({ name: { $gte: 'n3' } })).toBe('3 4');
    expect(await ids({ name: { $lt: 'n10' } })).toBe('1');
    expect(await ids({ at: { $gte: at(2), $lt: at(4) } })).toBe('2 3');
    expect(await ids({ n: { $ne: null } })).toBe('1 2 3 4');
    expect(await ids({ n: null })).toBe('none null');
    expect(await ids({ n: { $in: [null, 4] } })).toBe('4 none null');
    expect(await ids({ n: { $gt: 4, $lt: 1 } })).toBe('');
    expect(await ids({ n: { $not: { $gt: 1 } } })).toBe('1 none null');
  });

  for (const [way, indexes] of [
    ['without', []],
    ['with', INDEXED],
  ] as [string, TestIndexes][]) {
    test(`pages read one after the other are the whole list, forwards and backwards, ${way} indexes`, async () => {
      const records = await model(indexes);
      await records.insertMany(DOCUMENTS);
      for (const order of ORDERS) {
        for (const scope of SCOPES) {
          for (const direction of [1, -1] as const) {
            const sort = Object.fromEntries(order.map((path) => [path, direction]));
            const whole = (await records.find(scope, { _id: 1 }).sort(sort).lean()).map(({ _id }) => _id);
            const read: string[] = [];
            let position: Position | undefined;
            for (let page = 0; page < 50; page += 1) {
              const filter = position ? { $and: [scope, keysetFilter(position, direction)] } : scope;
              const rows = await records
                .find(filter, Object.fromEntries(order.map((path) => [path, 1])))
                .sort(sort)
                .limit(17)
                .lean();
              read.push(...rows.map(({ _id }) => _id));
              const last = rows.at(-1);
              if (!last) break;
              position = order.map((path) => [path, last[path] ?? null] as const);
              const ahead = await records.countDocuments({
                $and: [scope, keysetFilter(position, direction === 1 ? -1 : 1)],
              });
              expect(ahead).toBe(read.length - 1);
            }
            expect(read).toEqual(whole);
          }
        }
      }
    });
  }
}
