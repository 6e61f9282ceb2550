/** The stages that models use: matching, unwinding, grouping, ordering, cutting. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

const DOCUMENTS = [
  { _id: 'a', scope: 's', tags: ['x', 'y'], n: 1, name: 'one' },
  { _id: 'b', scope: 's', tags: ['y'], n: 2, name: null },
  { _id: 'c', scope: 't', tags: [], n: 3 },
  { _id: 'd', scope: 't', tags: ['y', 'z'], n: null },
];

/** The cases. */
export function aggregation({ model }: StoreContext): void {
  const cases: [string, object[], unknown[]][] = [
    [
      'groups are counted',
      [{ $group: { _id: '$scope', count: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: 's', count: 2 },
        { _id: 't', count: 2 },
      ],
    ],
    [
      'list elements are counted one by one',
      [
        { $match: { tags: { $in: ['x', 'y'] } } },
        { $unwind: '$tags' },
        { $match: { tags: { $in: ['x', 'y'] } } },
        { $group: { _id: '$tags', count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'x', count: 1 },
        { _id: 'y', count: 3 },
      ],
    ],
    [
      'sums',
      [{ $match: { n: { $ne: null } } }, { $group: { _id: null, sum: { $sum: '$n' } } }],
      [{ _id: null, sum: 6 }],
    ],
    [
      'least, greatest, averages',
      [
        { $match: { n: { $ne: null } } },
        { $group: { _id: null, least: { $min: '$n' }, greatest: { $max: '$n' }, average: { $avg: '$n' } } },
      ],
      [{ _id: null, least: 1, greatest: 3, average: 2 }],
    ],
    [
      'documents are ordered, skipped and limited',
      [{ $match: {} }, { $sort: { n: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { n: 1 } }],
      [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    ],
    [
      'the first of each group',
      [{ $sort: { n: -1 } }, { $group: { _id: '$scope', first: { $first: '$_id' } } }, { $sort: { _id: 1 } }],
      [
        { _id: 's', first: 'b' },
        { _id: 't', first: 'c' },
      ],
    ],
    ['fields are renamed', [{ $match: { _id: 'a' } }, { $project: { _id: 0, title: '$name' } }], [{ title: 'one' }]],
    ['matches are counted', [{ $match: { tags: 'y' } }, { $count: 'total' }], [{ total: 3 }]],
    ['nothing matches', [{ $match: { tags: 'q' } }, { $count: 'total' }], []],
  ];
  for (const [name, pipeline, expected] of cases) {
    test(name, async () => {
      const records = await model([[{ tags: 1, n: 1 }], [{ n: 1 }]]);
      await records.insertMany(DOCUMENTS);
      expect(await records.aggregate(pipeline as never)).toEqual(expected);
      expect(await records.find({}).sort({ _id: 1 }).lean()).toEqual(DOCUMENTS);
    });
  }
}
