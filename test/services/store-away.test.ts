/** A subgraph whose database goes away and comes back: it says so meanwhile, stays, and goes on by itself. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startMongodbServer } from '../support/mongodb-server/server.ts';
import { signedCall, startSubgraph } from '../support/services/services.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { FERRETDB } from '../support/store/mongodb-servers.ts';

const CITY = '{ smartCity(id: "bangkok") { name } }';

describeOn(FERRETDB, 'a subgraph whose database is killed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-away-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('names its pillar until the database is back, and then answers again', async () => {
    const dataDir = join(folder, 'data');
    const server = await startMongodbServer({ dataDir });
    const service = await startSubgraph('AEC', { MONGODB_URI: `${server.uri}?serverSelectionTimeoutMS=500` });
    const asked = async () => (await fetch(`${service.url}/graphql`, signedCall(CITY))).json();
    const ready = async () => (await fetch(`${service.url}/ready`)).status;
    expect([await asked(), await ready()]).toEqual([{ data: { smartCity: { name: 'Bangkok' } } }, 200]);

    await server.kill('SIGKILL');
    expect(await asked()).toEqual({
      data: { smartCity: null },
      errors: [
        {
          message: 'The Economic Community did not answer',
          path: ['smartCity'],
          extensions: { code: 'PILLAR_UNAVAILABLE', pillar: 'AEC' },
        },
      ],
    });
    expect(await ready()).toBe(503);
    await service.until(/"msg":"the store did not answer"/);

    const again = await startMongodbServer({ dataDir, port: server.port });
    onTestFinished(() => again.stop());
    expect([await asked(), await ready()]).toEqual([{ data: { smartCity: { name: 'Bangkok' } } }, 200]);
    expect((await service.stop()).code).toBe(0);
  });
});
