/** Moving everything from store to store: what arrives, and what is refused before anything is written. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVersions } from '../../seed/versions.ts';
import { openStore } from '../../subgraphs/kit/store/open.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { COMPLETE, exportStore, fill, holdings, importStore, SMALL, using } from './stores.ts';

let folder: ReturnType<typeof temporaryFolder>;
let from: string;
let to: string;
let out: string;

beforeEach(async () => {
  folder = temporaryFolder();
  [from, to, out] = ['from', 'to', 'out'].map((name) => join(folder.path, name)) as [string, string, string];
  await fill(embedded(from));
});
afterEach(() => folder.remove());

describe('a move between embedded stores', () => {
  it('brings every document of every collection, also values that JSON has not and collections that no code knows', async () => {
    await exportStore(embedded(from), out);
    expect((await readdir(out)).toSorted()).toEqual(['asean_aec.ndjson', 'asean_apsc.ndjson', 'asean_ascc.ndjson']);
    expect(await readFile(join(out, 'asean_ascc.ndjson'), 'utf8')).toContain(
      '{"collection":"decisions","document":{"_id":{"$oid":"65f0c0ffee65f0c0ffee65f0"},"takenAt":{"$date":"2026-02-03T04:05:06.789Z"},"founded":{"$date":{"$numberLong":"-75772800000"}}',
    );
    await importStore(embedded(to), out);
    expect(await holdings(embedded(to))).toEqual(await holdings(embedded(from)));
  });

  it('goes through one file as well', async () => {
    const file = `${out}.ndjson`;
    await exportStore(embedded(from), file);
    await importStore(embedded(to), file);
    expect(await holdings(embedded(to))).toEqual(await holdings(embedded(from)));
  });

  it('leaves a store that the loader knows as complete', async () => {
    await exportStore(embedded(from), out);
    await importStore(embedded(to), out);
    const { connection, close } = await openStore('asean_aec', embedded(to));
    const { _id, ...version } = COMPLETE;
    expect(await createVersions(connection).read()).toMatchObject(version);
    await close();
  });

  it('moves one database alone, and leaves the others untouched', async () => {
    await exportStore(embedded(from), out, ['asean_aec']);
    await importStore(embedded(to), out);
    expect((await readdir(to)).filter((name) => name.endsWith('.sqlite'))).toEqual(['asean_aec.sqlite']);
  });

  it('writes nothing where the store holds all of it already', async () => {
    await exportStore(embedded(from), out);
    await importStore(embedded(to), out);
    expect((await importStore(embedded(to), out)).at(-1)).toBe(
      'Nothing was written: the stores hold all of it already.',
    );
  });
});

describe('an import into a store that holds other documents', () => {
  beforeEach(async () => {
    await exportStore(embedded(from), out);
    await fill(embedded(to), { ...SMALL, asean_ascc: { datasets: [COMPLETE], notes: [{ _id: 'mine' }] } });
  });

  it('refuses, and changes nothing', async () => {
    const before = await holdings(embedded(to));
    await expect(importStore(embedded(to), out)).rejects.toThrow(
      'asean_ascc holds documents already: nothing was written; --replace puts the file in their place',
    );
    expect(await holdings(embedded(to))).toEqual(before);
  });

  it('puts the file in their place when told to', async () => {
    await importStore(embedded(to), out, true);
    expect(await holdings(embedded(to))).toEqual(await holdings(embedded(from)));
  });
});

describe('an export', () => {
  it('reads beside whoever writes', async () => {
    await using(embedded(from), 'asean_aec', async () => {
      expect((await exportStore(embedded(from, { mode: 'read' }), out)).at(-1)).toMatch(/^Exported 1210 documents/);
    });
  });

  it.each([
    ['loading', 'asean_aec is incomplete: what was loaded or imported last did not come to its end'],
    [undefined, 'asean_aec holds no data set: there is nothing to export'],
  ])('refuses a store whose data set is %s', async (state, message) => {
    await fill(embedded(from), { asean_aec: { datasets: [{ ...COMPLETE, state }] } });
    await expect(exportStore(embedded(from), out)).rejects.toThrow(message);
    expect(await readdir(out)).toEqual([]);
  });

  it('writes over no file', async () => {
    await mkdir(out);
    await writeFile(join(out, 'asean_aec.ndjson'), 'mine');
    await expect(exportStore(embedded(from), out)).rejects.toThrow(
      `${out}/asean_aec.ndjson exists already: nothing was written`,
    );
    expect(await readdir(out)).toEqual(['asean_aec.ndjson']);
  });

  it('says where it cannot write', async () => {
    await expect(exportStore(embedded(from), join(from, 'asean_aec.sqlite', 'folder'))).rejects.toThrow(
      /^The folder .*asean_aec\.sqlite\/folder cannot be made: ENOTDIR/,
    );
  });
});
