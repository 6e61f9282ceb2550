/** Models made from zod shapes: what the shape says is stored as it is, what it does not say is refused. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineModel } from '../../subgraphs/kit/store/model.ts';
import type { Store } from '../../subgraphs/kit/store/open.ts';
import { embeddedFactory } from '../support/store/factory.ts';

const SHAPE = z.object({
  title: z.string(),
  type: z.enum(['SUMMIT', 'OTHER']).nullable(),
  level: z.enum(['led-by', 'co-led']).transform((value) => value.toUpperCase().replace('-', '_')),
  year: z.number().int().nullable(),
  open: z.boolean().optional(),
  status: z.union([z.literal('DONE'), z.literal('OPEN')]),
  issueIds: z.array(z.string()),
  period: z.object({ from: z.string(), to: z.string().nullable() }).nullable(),
  outcomes: z.array(
    z.object({ type: z.string(), issueIds: z.array(z.string()), value: z.union([z.string(), z.number()]).nullable() }),
  ),
  provenance: z.object({
    basis: z.string(),
    sources: z.array(z.object({ url: z.string().nullable(), date: z.iso.date().nullable() })),
    notes: z.array(z.string()),
  }),
});
const RECORD = {
  _id: 'ascc:amme-17',
  steward: 'ASCC',
  title: 'Seventeenth meeting',
  type: null,
  level: 'LED_BY',
  year: null,
  status: 'DONE' as const,
  issueIds: [],
  period: null,
  outcomes: [
    { type: 'statement', issueIds: [], value: 3.5 },
    { type: 'plan', issueIds: ['haze'], value: 'x' },
    { type: 'plan', issueIds: ['haze'], value: null },
  ],
  provenance: { basis: 'document', sources: [{ url: null, date: '2025-01-02' }], notes: [] },
  folded: ['seventeenth meeting'],
  day: 20250102,
};
const factory = embeddedFactory();
let store: Store;
beforeAll(async () => {
  store = await factory.open();
});
afterAll(async () => {
  await store.close();
  await factory.dispose();
});

const define = (name: string) =>
  defineModel(store.connection, {
    name,
    collection: name.toLowerCase(),
    shape: SHAPE,
    derived: { folded: [String], day: { $type: Number } },
    indexes: [{ issueIds: 1, year: 1, _id: 1 }, [{ title: 1 }, { unique: true }]],
  });

test('a record comes back field for field, by every way of writing it', async () => {
  const meetings = define('Meeting');
  await meetings.init();
  const ways = [
    () =>
      meetings.bulkWrite([{ replaceOne: { filter: { _id: RECORD._id }, replacement: RECORD, upsert: true } }] as never),
    () => meetings.insertMany([RECORD as never]),
    () => meetings.create(RECORD as never),
    () => meetings.collection.insertOne(RECORD as never),
  ];
  for (const write of ways) {
    await meetings.deleteMany({});
    await write();
    expect(await meetings.findById(RECORD._id).lean()).toEqual(RECORD);
  }
});

test('fields beyond the shape are refused, at the top and below', async () => {
  const records = define('Strict');
  await expect(records.create({ ...RECORD, surprise: 1 } as never)).rejects.toThrow(/surprise/);
  await expect(
    records.create({ ...RECORD, outcomes: [{ type: 'x', issueIds: [], value: null, surprise: 1 }] } as never),
  ).rejects.toThrow(/surprise/);
  await expect(records.create({ ...RECORD, year: 'never' } as never)).rejects.toThrow(/year/);
});

test('the indexes that are declared are built, over records that are there already too', async () => {
  await store.connection.collection('late').insertOne(RECORD as never);
  const late = define('Late');
  await late.init();
  const indexes = await late.collection.listIndexes().toArray();
  expect(indexes.map(({ name }) => name)).toEqual(['_id_', 'issueIds_1_year_1__id_1', 'title_1']);
  await expect(late.create({ ...RECORD, _id: 'other' } as never)).rejects.toMatchObject({
    code: 11000,
    keyValue: { title: RECORD.title },
  });
});
