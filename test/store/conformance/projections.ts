/** Projections: fields in, fields out, below lists and objects. */

import { expect, test } from 'vitest';
import type { StoreContext } from './describe-store.ts';

const DOCUMENT = {
  _id: 'a',
  name: 'n',
  n: 1,
  chair: { state: 'MYS', since: '2025' },
  parts: [
    { role: 'lead', size: 1, type: 'x' },
    { role: null, size: 2, type: 'y' },
  ],
};

/** The cases. */
export function projections({ model }: StoreContext): void {
  const cases: [string, Record<string, 0 | 1>, object][] = [
    ['whole fields in, with the id', { name: 1, n: 1 }, { _id: 'a', name: 'n', n: 1 }],
    ['without the id', { name: 1, _id: 0 }, { name: 'n' }],
    ['the id alone', { _id: 1 }, { _id: 'a' }],
    ['below an object', { 'chair.state': 1 }, { _id: 'a', chair: { state: 'MYS' } }],
    ['below a list', { 'parts.role': 1 }, { _id: 'a', parts: [{ role: 'lead' }, { role: null }] }],
    ['what is not there', { code: 1 }, { _id: 'a' }],
    ['fields out', { parts: 0, chair: 0 }, { _id: 'a', name: 'n', n: 1 }],
    [
      'out below a list',
      { 'parts.size': 0, chair: 0, name: 0, n: 0 },
      {
        _id: 'a',
        parts: [
          { role: 'lead', type: 'x' },
          { role: null, type: 'y' },
        ],
      },
    ],
  ];
  for (const [name, projection, expected] of cases) {
    test(name, async () => {
      const records = await model();
      await records.insertMany([DOCUMENT]);
      expect(await records.findOne({}, projection).lean()).toEqual(expected);
    });
  }

  test('indexed fields are the same whether they come from the index or the document', async () => {
    const records = await model([[{ scope: 1, at: 1, n: 1, name: 1, _id: 1 }]]);
    const at = new Date('2025-06-01T00:00:00.001Z');
    await records.insertMany([
      { _id: 'a', scope: 's', at, n: -0.25, name: 'é\0z' },
      { _id: 'b', scope: 's', at: null, n: 1e300, name: null },
      { _id: 'c', scope: 's' },
    ]);
    const rows = await records
      .find({ scope: 's' }, { at: 1, n: 1, name: 1 })
      .sort({ at: 1, n: 1, name: 1, _id: 1 })
      .lean();
    expect(rows).toEqual([
      { _id: 'c' },
      { _id: 'b', at: null, n: 1e300, name: null },
      { _id: 'a', at, n: -0.25, name: 'é\0z' },
    ]);
  });
}
