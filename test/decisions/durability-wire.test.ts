/** Acknowledged means durable, over the wire too: the subgraph, the database or both are killed at random moments, and every acknowledged decision is there. */

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMongodbServer } from '../support/mongodb-server/server.ts';
import { describeOn } from '../support/store/describe-on.ts';
import { temporaryFolder } from '../support/store/factory.ts';
import { FERRETDB } from '../support/store/mongodb-servers.ts';
import { addAll, expectAllThere, killed, seedAt, startDeciders, type Acknowledged } from './killed.ts';

const WIRE_KILLS = 20;
const LONGEST_MS = 250;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describeOn(FERRETDB, 'over the wire', () => {
  test(`${WIRE_KILLS} kills of the subgraph, the database and both`, { timeout: 600_000 }, async () => {
    const dataDir = join(folder.path, 'data');
    let server = await startMongodbServer({ dataDir });
    await seedAt(server.uri);
    const acknowledged: Acknowledged = new Map();
    for (let kill = 0; kill < WIRE_KILLS; kill += 1) {
      const what = (['subgraph', 'database', 'both'] as const)[kill % 3];
      const deciders = await startDeciders(server.uri, kill);
      const at = Math.random() * LONGEST_MS;
      if (what === 'subgraph') addAll(acknowledged, await killed(deciders, at));
      else {
        const dying = killed(deciders, what === 'both' ? at : at + LONGEST_MS);
        const { promise, resolve } = Promise.withResolvers<void>();
        setTimeout(resolve, at);
        await promise;
        const { port } = server;
        await server.kill('SIGKILL');
        addAll(acknowledged, await dying);
        server = await startMongodbServer({ dataDir, port });
      }
      await expectAllThere(server.uri, acknowledged);
    }
    expect(acknowledged.size).toBeGreaterThan(WIRE_KILLS);
    await server.stop();
  });
});
