/** Whatever is asked, an answer through indexes is that of a plain scan: random filters, orders, skips and limits. */

import fc from 'fast-check';
import type { Model } from 'mongoose';
import { Query } from 'mingo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareValues, sortValue } from '../../subgraphs/kit/store/embedded/values.ts';
import { copyOf } from '../../subgraphs/kit/store/embedded/document.ts';
import type { Store } from '../../subgraphs/kit/store/open.ts';
import { embeddedFactory, freshModel, type TestDocument } from '../support/store/factory.ts';

const factory = embeddedFactory();
let store: Store;
let records: Model<TestDocument>;
let documents: TestDocument[];

const text = fc.constantFrom('a', 'ab', 'abc', 'b', 'é', '', 'a\0b', '😀', '\uffee');
const number = fc.constantFrom(-2, -0.5, 0, 1, 2, 1e9);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const document = fc.record(
  {
    name: optional(text),
    n: optional(number),
    m: number,
    open: fc.boolean(),
    scope: fc.constantFrom('s', 't'),
    at: optional(fc.constantFrom(new Date(0), new Date(1), new Date(-5))),
    tags: fc.array(text, { maxLength: 3 }),
    chair: optional(fc.record({ state: optional(text) })),
  },
  { requiredKeys: ['scope'] },
);

beforeAll(async () => {
  store = await factory.open();
  records = await freshModel(store.connection, [
    [{ name: 1, _id: 1 }],
    [{ scope: 1, n: 1, name: 1 }],
    [{ tags: 1, name: 1, n: 1, _id: 1 }],
    [{ n: 1, tags: 1 }],
    // Orders that several indexes have, one of them with more fields.
    [{ n: 1, name: 1 }],
    [{ n: 1, name: 1, scope: 1, at: 1 }],
    [{ scope: 1, n: 1, name: 1, at: 1 }],
    [{ open: 1, at: 1 }],
    [{ 'chair.state': 1, m: 1 }],
  ]);
  documents = fc
    .sample(document, 250)
    .map((fields, at) => ({ _id: `r${String(at).padStart(3, '0')}`, ...copyOf(fields) }));
  await records.collection.insertMany(copyOf(documents) as never[]);
});
afterAll(async () => {
  await store.close();
  await factory.dispose();
});

const operand: Record<string, fc.Arbitrary<unknown>> = {
  name: text,
  n: number,
  m: number,
  open: fc.boolean(),
  scope: fc.constantFrom('s', 't'),
  at: fc.constantFrom(new Date(0), new Date(1), new Date(3)),
  tags: text,
  'chair.state': text,
  _id: fc.integer({ min: 0, max: 260 }).map((at) => `r${String(at).padStart(3, '0')}`),
};
const condition = fc.constantFrom(...Object.keys(operand)).chain((path) => {
  const value = operand[path] as fc.Arbitrary<unknown>;
  const range = fc.constantFrom('$gt', '$gte', '$lt', '$lte');
  return fc
    .oneof(
      value,
      fc.constant(null),
      fc.constant({ $ne: null }),
      value.map(($ne) => ({ $ne })),
      fc.array(optional(value), { maxLength: 8 }).map(($in) => ({ $in })),
      fc.array(value, { maxLength: 8 }).map(($nin) => ({ $nin })),
      fc.tuple(range, value).map(([op, bound]) => ({ [op]: bound })),
      fc.tuple(value, value).map(([low, high]) => ({ $gte: low, $lt: high })),
      fc.boolean().map(($exists) => ({ $exists })),
      fc.constantFrom('^a', '^ab', 'b', '^a.').map(($regex) => ({ $regex })),
    )
    .map((asked) => ({ [path]: asked }) as Record<string, unknown>);
});
const filter: fc.Arbitrary<Record<string, unknown>> = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.tuple(condition, condition).map(([one, other]) => ({ ...one, ...other })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    fc.tuple(tie('tree'), condition).map(([tree, more]) => ({ $or: [tree, more], scope: 's' })),
  ),
})).tree;
const order = fc
  .tuple(fc.shuffledSubarray(['name', 'n', 'scope', 'at', 'tags', 'chair.state']), fc.constantFrom(1, -1), fc.boolean())
  .map(([paths, direction, mixed]) =>
    [...paths, '_id'].map((path, at) => [path, mixed && at > 0 ? -direction : direction] as [string, 1 | -1]),
  );

test('finds, counts and pages agree with a scan', async () => {
  await fc.assert(
    fc.asyncProperty(filter, order, fc.nat(5), fc.nat(30), async (asked, sort, skip, limit) => {
      const query = new Query(asked as never);
      const matching = documents.filter((candidate) => query.test(candidate as never));
      const expected = matching
        .map((candidate) => ({
          candidate,
          key: sort.map(([path, direction]) => sortValue(candidate, path.split('.'), direction)),
        }))
        .sort((left, right) => {
          const differs = sort.map(([, direction], at) => compareValues(left.key[at], right.key[at]) * direction);
          return differs.find((difference) => difference !== 0) ?? 0;
        })
        .map(({ candidate }) => candidate)
        .slice(skip, limit === 0 ? undefined : skip + limit);
      const options = { sort: Object.fromEntries(sort), skip, limit };
      expect(await records.collection.find(asked, options).toArray()).toEqual(expected);
      const keys = sort.map(([path]) => path).filter((path) => !path.includes('.'));
      const covered = await records.collection
        .find(asked, { ...options, projection: Object.fromEntries(keys.map((path) => [path, 1])) })
        .toArray();
      expect(covered).toEqual(
        expected.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => keys.includes(field)))),
      );
      expect(await records.collection.countDocuments(asked)).toBe(matching.length);
      const unordered = await records.collection.find(asked).toArray();
      expect(unordered.map(({ _id }) => String(_id)).toSorted()).toEqual(matching.map(({ _id }) => _id).toSorted());
    }),
    { numRuns: 300 },
  );
});
