/** Moves that are interrupted or disturbed: what then stands in the store, and how it ends when they are repeated. */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../seed/transfer/database.ts';
import { exportDatabases } from '../../seed/transfer/export.ts';
import { takeLease } from '../../seed/lease.ts';
import { isFilled } from '../../seed/where-empty.ts';
import { openStore, type Store } from '../../subgraphs/kit/store/open.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { exportStore, fill, holdings, importStore, runNode } from './stores.ts';

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

const killedAfter = (write: number) =>
  runNode([fileURLToPath(new URL('killed-import.ts', import.meta.url)), out, to, String(write)]);

describe('an import that is killed', () => {
  beforeEach(() => exportStore(embedded(from), out));

  // Three marks, six batches of documents, and for each database the document that says that it is complete.
  it.each([2, 5, 9, 11])('after write %i ends the same when it is repeated', async (write) => {
    expect(await killedAfter(write)).toMatchObject({ code: -1, stdout: '' });
    await importStore(embedded(to), out);
    expect(await holdings(embedded(to))).toEqual(await holdings(embedded(from)));
  });

  it('leaves databases that no start takes for complete, no export takes, and no other import but when told to', async () => {
    await killedAfter(5);
    for (const name of ['asean_apsc', 'asean_aec', 'asean_ascc']) {
      const { connection, close } = await openStore(name, embedded(to));
      expect(await isFilled(connection)).toBe(false);
      await close();
    }
    await expect(exportStore(embedded(to), join(folder.path, 'no'))).rejects.toThrow(/^asean_apsc is incomplete: /);
    await fill(embedded(from), { asean_ascc: { notes: [{ _id: 'new' }] } });
    const second = join(folder.path, 'second');
    await exportStore(embedded(from), second);
    await expect(importStore(embedded(to), second)).rejects.toThrow(
      'asean_aec holds an unfinished import of another file: nothing was written; --replace puts the file in their place',
    );
    await importStore(embedded(to), second, true);
    expect(await holdings(embedded(to))).toEqual(await holdings(embedded(from)));
  });
});

describe('an export while others write', () => {
  let stores: Store[];
  let databases: Database[];

  beforeEach(async () => {
    stores = [];
    databases = [];
    for (const name of ['asean_apsc', 'asean_aec']) {
      const store = await openStore(name, embedded(from));
      stores.push(store);
      databases.push(createDatabase(name, store.connection));
    }
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
  });

  /** A database into which somebody writes each time when it has been read, so often. */
  function disturbed(database: Database, times: number): Database {
    let left = times;
    return {
      ...database,
      async *rows() {
        yield* database.rows();
        left -= 1;
        if (left >= 0) await database.put('bodies', [{ _id: 'apsc:amm', name: `name ${left}` }]);
      },
    };
  }

  it('begins again until it has one state of all databases', async () => {
    const said: string[] = [];
    const [first, second] = databases as [Database, Database];
    await exportDatabases({
      databases: [disturbed(first, 2), second],
      out,
      exportedAt: new Date(),
      log: (line) => said.push(line),
    });
    expect(said.filter((line) => line.endsWith('the export begins again'))).toHaveLength(1);
    expect(await readFile(join(out, 'asean_apsc.ndjson'), 'utf8')).toContain('"name":"name 0"');
    expect((await readdir(out)).toSorted()).toEqual(['asean_aec.ndjson', 'asean_apsc.ndjson']);
  });

  it('gives up on stores that do not come to rest, and leaves no file', async () => {
    const exporting = exportDatabases({
      databases: databases.map((database) => disturbed(database, 1000)),
      out,
      exportedAt: new Date(),
      log: () => {},
    });
    await expect(exporting).rejects.toThrow(
      'asean_apsc: documents of bodies are others: the stores were written to at each of 5 attempts; try again later',
    );
    expect(await readdir(out)).toEqual([]);
  });

  it('leaves out who is loading at the moment', async () => {
    const [{ connection }] = stores as [Store];
    const lease = await takeLease({ connection, holder: 'a test', isDone: async () => false, onWait: () => {} });
    await exportDatabases({ databases, out, exportedAt: new Date(), log: () => {} });
    await lease?.release();
    expect(await readFile(join(out, 'asean_apsc.ndjson'), 'utf8')).not.toContain('a test');
  });
});
