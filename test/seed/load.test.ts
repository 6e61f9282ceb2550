/** Loading: what a database holds afterwards, again and again, after an interruption, and with synthetic records. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RECORD_KIND_NAMES } from '../../schema/records/index.ts';
import { createDataset, readDataset, type Dataset } from '../../seed/dataset.ts';
import { load, type LoadReport, type Shelf } from '../../seed/load.ts';
import { isSyntheticId } from '../../seed/scale.ts';
import { createSurvey, type Entry } from '../../seed/survey.ts';
import { createVersions, storeState, type Versions } from '../../seed/versions.ts';
import type { Collection } from '../../subgraphs/kit/collection.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';
import { createSocioCulturalSubgraph } from '../../subgraphs/socio-cultural/subgraph.ts';

let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset();
});

let folder: string;
let store: Store;
let shelves: readonly Collection[];
let versions: Versions;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asean-load-'));
  store = await openStore('asean_ascc', { kind: 'embedded', dataDir: folder });
  ({ shelves } = await createSocioCulturalSubgraph({ connection: store.connection }));
  versions = createVersions(store.connection);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const loaded = (
  options: { dataset?: Dataset; shelves?: readonly Shelf[]; synthetic?: number } = {},
): Promise<LoadReport> => load({ shelves, versions, dataset, log: () => undefined, ...options });

/** How many of the records are of kinds that are not searched. */
async function unsearched(): Promise<number> {
  const { pillar = [], stake = [] } = await contents();
  return pillar.length + stake.length;
}

async function contents(): Promise<Record<string, unknown[]>> {
  const lists = shelves.map(async ({ kind, model }) => [kind, await model.find({}).sort({ _id: 1 }).lean()] as const);
  return Object.fromEntries(await Promise.all(lists));
}

describe('loading a database', () => {
  it('fills an empty one with the records of its stewards, in the spelling of the graph, and names their version', async () => {
    expect(storeState(await versions.read(), dataset)).toBe('empty');
    expect(await loaded()).toEqual({ written: 422, removed: 0 });
    expect(storeState(await versions.read(), dataset)).toBe('current');
    const { body, issue, sdg, 'smart-city': cities } = await contents();
    expect(body).toHaveLength(57);
    expect(sdg?.[0]).toMatchObject({ _id: 'sdg-01', number: 1, steward: 'ASCC' });
    expect(cities).toBeUndefined();
    expect(issue?.find((each) => (each as { leadStatus: string }).leadStatus === 'DOCUMENTED')).toMatchObject({
      provenance: { basis: 'DOCUMENTED' },
    });
    expect(storeState(await versions.read(), { ...dataset, hash: 'of another content' })).toBe('older');
  });

  it('is told from one whose records were stored by code that stores them in another way', async () => {
    await loaded();
    await store.connection.collection('datasets').updateOne({}, { $unset: { form: 1 } });
    expect(storeState(await versions.read(), dataset)).toBe('reshaped');
    await loaded();
    expect(storeState(await versions.read(), dataset)).toBe('current');
  });

  it('keeps one entry for searches of each record that is searched, and takes it away with the record', async () => {
    const entries = async () => {
      const found = await store.connection.collection('searchEntries').find({}).toArray();
      return found.map(({ _id, title }) => `${String(_id)} ${String(title)}`);
    };
    await loaded();
    const before = await entries();
    expect(before).toHaveLength(422 - (await unsearched()));
    expect(before).toContain('16 11 SDG 11: Sustainable cities and communities');
    await loaded({ dataset: edited({ without: 'ascc:aathp', renamed: 'ascc:amme', version: '2027-01-01' }) });
    const after = await entries();
    expect(after).toHaveLength(before.length - 1);
    expect(after.filter((entry) => entry.includes('ascc:aathp'))).toEqual([]);
    expect(after).toContain('00 ascc:amme Renamed (AMME)');
  });

  it('changes nothing when it is repeated', async () => {
    await loaded();
    const before = await contents();
    expect(await loaded()).toEqual({ written: 422, removed: 0 });
    expect(await contents()).toEqual(before);
  });

  it('replaces what changed, removes what is gone and leaves other collections alone', async () => {
    await loaded();
    const notes = store.connection.collection('notes');
    await notes.insertOne({ kind: 'mine' });
    const next = edited({ without: 'ascc:aathp', renamed: 'ascc:amme', version: '2027-01-01' });
    expect(storeState(await versions.read(), next)).toBe('older');
    expect(await loaded({ dataset: next })).toEqual({ written: 421, removed: 1 });
    const { instrument, body } = await contents();
    expect(instrument?.map((each) => (each as { _id: string })._id)).not.toContain('ascc:aathp');
    expect(body?.filter((each) => (each as { name: string }).name === 'Renamed')).toHaveLength(1);
    expect(await notes.findOne({ kind: 'mine' })).toMatchObject({ kind: 'mine' });
    expect(await versions.read()).toMatchObject({ version: '2027-01-01', state: 'complete' });
    expect(storeState(await versions.read(), dataset)).toBe('newer');
  });

  it('is incomplete after an interruption, until it is repeated', async () => {
    await loaded();
    const before = await contents();
    const failing = shelves.map((shelf) => (shelf.kind === 'meeting' ? interrupted(shelf) : shelf));
    await expect(loaded({ shelves: failing, dataset: edited({ version: '2027-01-01' }) })).rejects.toThrow('power cut');
    expect(storeState(await versions.read(), dataset)).toBe('incomplete');
    await loaded();
    expect(storeState(await versions.read(), dataset)).toBe('current');
    expect(await contents()).toEqual(before);
  });
});

describe('loading synthetic records', () => {
  it('adds N times the real ones under the version of the data set, and the next load without takes them away', async () => {
    await loaded();
    const before = await contents();
    expect(await loaded({ synthetic: 1 })).toEqual({ written: 422 + 353, removed: 0 });
    const after = await contents();
    for (const [kind, records] of Object.entries(after)) {
      const real = records.filter((each) => !isSyntheticId((each as { _id: string })._id));
      expect({ kind, real }).toEqual({ kind, real: before[kind] });
    }
    expect(after['issue']).toHaveLength(2 * 35);
    expect(await versions.read()).toMatchObject({ version: dataset.version, state: 'complete', synthetic: 1 });
    expect(storeState(await versions.read(), dataset)).toBe('current');
    expect(await loaded()).toEqual({ written: 422, removed: 353 });
    expect(await contents()).toEqual(before);
  });
});

/** The data set without a record, with another name of a body, under another version. */
function edited({ without, renamed, version }: { without?: string; renamed?: string; version: string }): Dataset {
  const entries = RECORD_KIND_NAMES.flatMap((kind) => dataset.entries(kind) as readonly unknown[] as Entry[])
    .filter(({ id }) => id !== without)
    .map((entry) => (entry.id === renamed ? rename(entry) : entry));
  return createDataset(createSurvey(entries), { version, hash: version });
}

function rename(entry: Entry): Entry {
  return { ...entry, record: { ...entry.record, name: 'Renamed' } } as Entry;
}

const powerCut = () => Promise.reject(new Error('power cut'));

function interrupted(shelf: Shelf): Shelf {
  const { model } = shelf;
  return {
    ...shelf,
    model: {
      bulkWrite: powerCut,
      find: (...args) => model.find(...args),
      deleteMany: (...args) => model.deleteMany(...args),
    },
  };
}
