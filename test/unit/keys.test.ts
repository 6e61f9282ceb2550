/** Sort keys: the order of rows, and the filter for what lies beyond one of them. */

import fc from 'fast-check';
import { Query } from 'mingo';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../schema/orders.ts';
import { beyondKey, compareKeys, keyOf, type Key } from '../../subgraphs/kit/list/key.ts';

const ORDER: Order = { by: ['date', 'population.value', '_id'], descending: false };

describe('the order of keys', () => {
  test('null comes first, then values, the most significant field first', () => {
    const keys: Key[] = [
      ['b', 1, 'x'],
      ['a', 2, 'x'],
      ['a', null, 'y'],
      [null, 9, 'z'],
    ];
    expect(keys.toSorted(compareKeys)).toEqual([
      [null, 9, 'z'],
      ['a', null, 'y'],
      ['a', 2, 'x'],
      ['b', 1, 'x'],
    ]);
  });

  test('text is compared by code unit: capitals before small letters, accents last', () => {
    const keys: Key[] = [['é'], ['a'], ['Z'], ['z']];
    expect(keys.toSorted(compareKeys)).toEqual([['Z'], ['a'], ['z'], ['é']]);
  });

  test('equal keys compare as equal', () => {
    expect(compareKeys(['a', null, 'x'], ['a', null, 'x'])).toBe(0);
  });
});

test('the key of a document follows paths, and what is missing is null', () => {
  expect(keyOf({ _id: 'bangkok', population: { value: 8 } }, ORDER)).toEqual([null, 8, 'bangkok']);
  expect(keyOf({ _id: 'bangkok', date: '2018' }, ORDER)).toEqual(['2018', null, 'bangkok']);
});

const documents = fc.uniqueArray(
  fc.record({
    _id: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }),
    date: fc.constantFrom(null, '2018', '2019'),
    population: fc.constantFrom(null, { value: 1 }, { value: 2 }),
  }),
  { selector: ({ _id }) => _id, minLength: 1, maxLength: 12 },
);

describe.each([
  ['ascending', ORDER],
  ['descending', { ...ORDER, descending: true }],
])('the filter beyond a key of an %s order', (_name, order) => {
  test.each(['behind', 'ahead'] as const)('matches exactly the documents strictly %s it', (side) => {
    fc.assert(
      fc.property(documents, fc.nat(), (all, index) => {
        const key = keyOf(all[index % all.length] as (typeof all)[number], order);
        const filter = new Query(beyondKey(order, key, side));
        const isGreater = (side === 'behind') !== order.descending;
        for (const document of all) {
          const compared = compareKeys(keyOf(document, order), key);
          expect(filter.test(document)).toBe(isGreater ? compared > 0 : compared < 0);
        }
      }),
    );
  });
});
