/** What a store in this process answers from memory is what was last written, and stays as it was handed out. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INSTRUMENTS } from '../../subgraphs/kinds/instrument/model.ts';
import { createCollection, type Collection } from '../../subgraphs/kit/collection.ts';
import { createContext, type Context } from '../../subgraphs/kit/context.ts';
import { readRequest, startList, writeRequest } from '../../subgraphs/kit/list/request.ts';
import { createSearchModel } from '../../subgraphs/kit/search/entry.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';

let dataDir: string;
let store: Store;
let instruments: Collection;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'memory-'));
  store = await openStore('asean_aec', { kind: 'embedded', dataDir });
  instruments = createCollection(store.connection, ['AEC'], INSTRUMENTS, createSearchModel(store.connection));
  await instruments.model.init();
  await instruments.model.collection.insertMany([
    instrument('aec:a', 'First', '2015-01-01'),
    instrument('aec:b', 'Second', '2016-01-01'),
    instrument('aec:c', 'Third', '2017-01-01'),
  ]);
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

/** A document as the driver takes it: mongoose types the ids of raw collections as ObjectIds. */
function instrument(id: string, title: string, adoptedOn: string): never {
  const fields = { title, adoptedOn, steward: 'AEC', issueIds: ['smart-cities'], folded: [title.toLowerCase()] };
  return { _id: id, ...fields } as never;
}

const request = startList('Instrument', { scope: { by: 'issueId', of: 'smart-cities' } }, {});

/** A context of another request. */
function context(): Context {
  return createContext('aec', new Map([['Instrument', instruments]]));
}

/** Titles of the list of the issue, and how many rows it has. */
async function list(): Promise<unknown> {
  const of = context();
  const shared = readRequest(writeRequest(request));
  const { rows } = await of.pages('Instrument').page(shared);
  const records = await Promise.all(rows.map(({ id }) => of.record('Instrument', id)));
  return { titles: records.map((record) => record?.['title']), total: await of.pages('Instrument').total(shared) };
}

test('a record, a relation and a list are at hand without a wait', () => {
  const of = context();
  expect(of.record('Instrument', 'aec:a')).toMatchObject({ id: 'aec:a', title: 'First' });
  expect(of.record('Instrument', 'aec:none')).toBeNull();
  expect(of.related('Instrument', 'issueIds', 'smart-cities', ['title'])).toHaveLength(3);
  expect(of.all('Instrument', { adoptedOn: { $gte: '2016' } }, ['title'])).toHaveLength(2);
  expect(of.pages('Instrument').total(request)).toBe(3);
});

test('each write is seen by the next read', async () => {
  expect(await list()).toEqual({ titles: ['First', 'Second', 'Third'], total: 3 });
  await instruments.model.collection.updateOne({ _id: 'aec:b' as never }, { $set: { title: 'Changed' } });
  expect(await list()).toEqual({ titles: ['First', 'Changed', 'Third'], total: 3 });
  await instruments.model.collection.deleteOne({ _id: 'aec:a' as never });
  expect(await list()).toEqual({ titles: ['Changed', 'Third'], total: 2 });
  await instruments.model.collection.insertOne(instrument('aec:d', 'Fourth', '2014-01-01'));
  expect(await list()).toEqual({ titles: ['Fourth', 'Changed', 'Third'], total: 3 });
  expect(context().related('Instrument', 'issueIds', 'smart-cities')).toHaveLength(3);
});

test('what a refused write left is seen, too', async () => {
  await list();
  const rows = [instrument('aec:e', 'Fifth', '2018-01-01'), instrument('aec:a', 'Again', '2018-01-01')];
  await expect(instruments.model.collection.insertMany(rows)).rejects.toThrow(/duplicate/i);
  expect(await list()).toEqual({ titles: ['First', 'Second', 'Third', 'Fifth'], total: 4 });
  await expect(instruments.model.collection.insertOne(instrument('aec:a', 'Again', '2018-01-01'))).rejects.toThrow(
    /duplicate/i,
  );
  expect(await list()).toEqual({ titles: ['First', 'Second', 'Third', 'Fifth'], total: 4 });
});

test('a record that was handed out can neither be changed nor does it change', async () => {
  const record = (await context().record('Instrument', 'aec:a')) as unknown as { issueIds: string[] } | null;
  expect(() => Object.assign(record ?? {}, { title: 'Mine' })).toThrow(TypeError);
  expect(() => record?.issueIds.push('mine')).toThrow(TypeError);
  await instruments.model.collection.updateOne({ _id: 'aec:a' as never }, { $push: { issueIds: 'other' } as never });
  expect(record?.issueIds).toEqual(['smart-cities']);
  expect(await context().record('Instrument', 'aec:a')).toMatchObject({ issueIds: ['smart-cities', 'other'] });
});

test('a list that is longer than what is kept has the same pages', async () => {
  const many = Array.from({ length: 600 }, (_, index) => instrument(`aec:many-${1000 + index}`, 'Many', '2020-01-01'));
  await instruments.model.collection.insertMany(many);
  const of = context();
  expect(await of.pages('Instrument').total(request)).toBe(603);
  const { rows, more } = await of.pages('Instrument').page(request);
  expect(rows.slice(0, 4).map(({ id }) => id)).toEqual(['aec:a', 'aec:b', 'aec:c', 'aec:many-1000']);
  expect([rows.length, more]).toEqual([25, true]);
});

test('a closed store answers nothing any more', async () => {
  const of = context();
  await list();
  await store.close();
  expect(() => of.record('Instrument', 'aec:a')).toThrow(/is closed/);
  store = await openStore('asean_aec', { kind: 'embedded', dataDir });
});

test('whoever watches the queries, or reads beside the writer, asks the store', async () => {
  const queries: string[] = [];
  store.connection.set('debug', (_collection: string, method: string) => void queries.push(method));
  expect(await list()).toEqual({ titles: ['First', 'Second', 'Third'], total: 3 });
  expect(queries).toContain('find');
  store.connection.set('debug', false);
  const beside = await openStore('asean_aec', { kind: 'embedded', dataDir, mode: 'read' });
  expect(
    createCollection(beside.connection, ['AEC'], INSTRUMENTS, createSearchModel(beside.connection)).memory?.(),
  ).toBeUndefined();
  await beside.close();
});
