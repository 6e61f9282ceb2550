/** Moves between the embedded store and MongoDB, over the wire and back. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../seed/transfer/database.ts';
import { BUILD_TIMEOUT_MS } from '../support/mongodb-server/build.ts';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB, type RunningServer } from '../support/store/mongodb-servers.ts';
import { command, COMPLETE, exportStore, fill, holdings, importStore, using } from './stores.ts';

describe.skipIf(FERRETDB.missing !== undefined)('a move to MongoDB and back', () => {
  const folder = temporaryFolder();
  const place = (name: string) => join(folder.path, name);
  let server: RunningServer;
  let env: { MONGODB_URI: string };

  beforeAll(async () => {
    await FERRETDB.prepare();
    server = await FERRETDB.start();
    env = { MONGODB_URI: server.uri };
    await fill(embedded(place('from')));
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('brings everything over the wire', async () => {
    await exportStore(embedded(place('from')), place('out'));
    expect(await command('import', ['--from', place('out')], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await holdings({ kind: 'mongodb', uri: server.uri })).toEqual(await holdings(embedded(place('from'))));
  });

  it('and everything back', async () => {
    expect(await command('export', ['--out', place('back')], { env })).toMatchObject({ code: 0, stderr: '' });
    await importStore(embedded(place('to')), place('back'));
    expect(await holdings(embedded(place('to')))).toEqual(await holdings(embedded(place('from'))));
  });

  it('replaces only when told to', async () => {
    const store = { kind: 'mongodb', uri: server.uri } as const;
    await fill(store, { asean_aec: { datasets: [COMPLETE], notes: [{ _id: 'mine' }] } });
    await expect(importStore(store, place('out'))).rejects.toThrow(
      'asean_aec holds documents already: nothing was written; --replace puts the file in their place',
    );
    await importStore(store, place('out'), true);
    expect(await holdings(store)).toEqual(await holdings(embedded(place('from'))));
  });

  it('refuses what only MongoDB can hold, by name', async () => {
    const { default: mongoose } = await import('mongoose');
    const store = { kind: 'mongodb', uri: server.uri } as const;
    const document = { _id: 'odd', parts: [{ size: new mongoose.mongo.Binary(Buffer.from('x')) }] };
    await fill(store, { asean_ascc: { notes: [document] } });
    await expect(exportStore(store, place('odd'))).rejects.toThrow(
      'asean_ascc.notes: odd: parts[0].size is a value of type Binary, which cannot be moved',
    );
  });

  it('leaves no lease behind', async () => {
    for (const name of DATABASES)
      await using({ kind: 'mongodb', uri: server.uri }, name, async (database) => {
        expect(await database.find('datasets', 'lease')).toBeNull();
      });
  });
});
