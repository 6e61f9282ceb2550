/** A store in which an import was interrupted is not seeded over. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVersions } from '../../seed/versions.ts';
import { seedWhereEmpty, UnfinishedImportError } from '../../seed/where-empty.ts';
import { closePillars, openPillars, type OpenPillar } from '../../subgraphs/open.ts';

let dataDir: string;
let pillars: OpenPillar[];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'unfinished-'));
  pillars = await openPillars({ kind: 'embedded', dataDir });
});
afterAll(async () => {
  await closePillars(pillars);
  await rm(dataDir, { recursive: true });
});

it('refuses to load the data set, and writes nothing', async () => {
  const databases = pillars.map(({ store, shelves }) => ({ connection: store.connection, shelves }));
  const unfinished = { version: '2026-11-26', hash: 'x', synthetic: 0, state: 'loading', import: 'abc' } as const;
  const versions = createVersions((pillars[1] as OpenPillar).store.connection);
  await versions.write(unfinished);
  const seeding = seedWhereEmpty(databases, { isShared: false, holder: 'the test', say: () => undefined });
  await expect(seeding).rejects.toThrow(UnfinishedImportError);
  await expect(versions.read()).resolves.toMatchObject(unfinished);
  await expect(createVersions((pillars[0] as OpenPillar).store.connection).read()).resolves.toBeNull();
});
