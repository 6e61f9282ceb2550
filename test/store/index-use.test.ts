/** How much the embedded store looks at: a page costs the same at any size of the list, counts and sort keys need no document. */

import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Explanation } from '../../subgraphs/kit/store/embedded/explain.ts';
import type { Store } from '../../subgraphs/kit/store/open.ts';
import { embeddedFactory, freshModel, type TestDocument } from '../support/store/factory.ts';
import { keysetFilter } from '../support/store/keyset.ts';

const SIZE = 20_000;
const PAGE = 25;
const SORT = { name: 1, _id: 1 } as const;
const factory = embeddedFactory();
let store: Store;
let records: Model<TestDocument>;

beforeAll(async () => {
  store = await factory.open();
  records = await freshModel(store.connection, [
    [{ name: 1, _id: 1 }],
    [{ scope: 1, name: 1, _id: 1 }],
    [{ tags: 1, name: 1, _id: 1 }],
    [{ code: 1 }, { unique: true }],
    [{ n: 1, code: 1 }],
    [{ n: 1, code: 1, name: 1, _id: 1 }],
  ]);
  const documents = Array.from({ length: SIZE }, (_, at) => ({
    _id: `r${at}`,
    name: at % 10 === 0 ? null : `2025-${String((at * 7919) % 1000).padStart(3, '0')}`,
    scope: `s${at % 4}`,
    tags: [`t${at % 5}`, `u${at % 3}`],
    code: `c${at}`,
    n: at % 6,
  }));
  await records.collection.insertMany(documents as never[]);
});
afterAll(async () => {
  await store.close();
  await factory.dispose();
});

async function explain(
  filter: object,
  sort: Record<string, 1 | -1> = {},
  projection: object = {},
): Promise<Explanation> {
  return (await records
    .find(filter, projection as never)
    .sort(sort)
    .limit(PAGE)
    .explain()) as unknown as Explanation;
}

const SCOPES: [string, object, string][] = [
  ['of all', {}, 'name_1__id_1'],
  ['of a scope', { scope: 's1' }, 'scope_1_name_1__id_1'],
  ['of what has a tag', { tags: 't2' }, 'tags_1_name_1__id_1'],
];
for (const [name, scope, index] of SCOPES) {
  for (const direction of [1, -1] as const) {
    const sort = { name: direction, _id: direction };
    const way = direction === 1 ? 'forwards' : 'backwards';

    test(`a sorted page ${name} looks at its own rows only, ${way}`, async () => {
      const told = await explain(scope, sort);
      expect(told).toMatchObject({ stage: 'IXSCAN', indexName: index, exact: true, sorts: false, returned: PAGE });
      expect(told.keysExamined).toBe(PAGE);
      expect(told.documentsExamined).toBe(PAGE);
    });

    test(`a page ${name} behind a position looks at no more than its rows for each part of the position, ${way}`, async () => {
      for (const value of ['2025-500', null]) {
        const position = [
          ['name', value],
          ['_id', 'r5'],
        ] as const;
        const told = await explain({ $and: [scope, keysetFilter(position, direction)] }, sort);
        expect(told).toMatchObject({ stage: 'IXSCAN', indexName: index, exact: true, sorts: false });
        expect(told.keysExamined).toBeLessThanOrEqual(3 * PAGE);
        expect(told.documentsExamined).toBe(told.returned);
      }
    });
  }
}

test('a page of several scopes is merged from their stretches', async () => {
  const told = await explain({ scope: { $in: ['s0', 's2', 's3'] } }, SORT);
  expect(told).toMatchObject({
    indexName: 'scope_1_name_1__id_1',
    exact: true,
    sorts: false,
    ranges: 3,
    documentsExamined: PAGE,
  });
  expect(told.keysExamined).toBeLessThanOrEqual(3 * PAGE);
});

test('a position of four parts is read from the index too', async () => {
  const position = [
    ['n', 2],
    ['code', 'c15000'],
    ['name', '2025-500'],
    ['_id', 'r9'],
  ] as const;
  const told = await explain(keysetFilter(position, 1), { n: 1, code: 1, name: 1, _id: 1 });
  expect(told).toMatchObject({ indexName: 'n_1_code_1_name_1__id_1', exact: true, sorts: false, returned: PAGE });
  expect(told.keysExamined).toBeLessThanOrEqual(4 * PAGE);
});

test('sort keys come from the index without a document', async () => {
  expect(await explain({ scope: 's1' }, SORT, { name: 1 })).toMatchObject({ documentsExamined: 0, returned: PAGE });
  expect(await explain({ tags: 't1' }, SORT, { name: 1, _id: 1 })).toMatchObject({
    documentsExamined: 0,
    returned: PAGE,
  });
  expect(await explain({ tags: 't1' }, SORT, { name: 1, tags: 1 })).toMatchObject({ documentsExamined: PAGE });
});

test('of two indexes with the order, the one is read that has all fields', async () => {
  const told = await explain({ n: 3 }, { n: 1, code: 1 }, { n: 1, code: 1, name: 1 });
  expect(told).toMatchObject({ indexName: 'n_1_code_1_name_1__id_1', sorts: false, documentsExamined: 0 });
  expect(told.returned).toBe(PAGE);
});

test('a look-up by id or by a unique value looks at what it finds', async () => {
  expect(await explain({ _id: { $in: ['r1', 'r2', 'nobody'] } })).toMatchObject({
    stage: 'IDHACK',
    documentsExamined: 2,
  });
  expect(await explain({ code: 'c77' })).toMatchObject({ indexName: 'code_1', keysExamined: 1, documentsExamined: 1 });
  expect(await explain({ code: 'c77', scope: 's1' })).toMatchObject({ indexName: 'code_1', documentsExamined: 1 });
});

test('a filter that the index does not hold stops as soon as the page is full', async () => {
  const told = await explain({ scope: 's1', m: { $exists: false } }, SORT);
  expect(told).toMatchObject({
    indexName: 'scope_1_name_1__id_1',
    exact: false,
    sorts: false,
    documentsExamined: PAGE,
  });
});

test('what can match nothing looks at nothing', async () => {
  expect(await explain({ _id: { $in: [] } })).toMatchObject({ keysExamined: 0, documentsExamined: 0 });
  expect(await explain({ scope: { $in: [] } }, SORT)).toMatchObject({
    keysExamined: 0,
    documentsExamined: 0,
    returned: 0,
  });
});

test('a count on an index is far cheaper than reading what it counts', async () => {
  const before = performance.now();
  expect(await records.countDocuments({ scope: 's1' })).toBe(SIZE / 4);
  expect(await records.countDocuments({ tags: { $in: ['t1', 'u1'] } })).toBe(Math.round((SIZE * 7) / 15));
  expect(performance.now() - before).toBeLessThan(500);
});
