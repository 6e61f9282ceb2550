/** Moves of much more than the memory that they are given. */

import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { command, COMPLETE, fill, importStore, many } from './stores.ts';

const folder = temporaryFolder();
const place = (name: string) => join(folder.path, name);

afterAll(() => folder.remove());

it('export and import need no more memory for more than fits into it', async () => {
  const heap = { node: ['--max-old-space-size=80'] };
  const [much, file, copy] = [embedded(place('much')), place('much.ndjson'), embedded(place('copy'))];
  const text = 'x'.repeat(16_000);
  await fill(much, { asean_aec: { datasets: [COMPLETE], observations: many(6_000, text) } });
  const args = ['--out', file, '--data-dir', much.dataDir, '--pillar', 'AEC'];
  expect(await command('export', args, heap)).toMatchObject({ code: 0, stderr: '' });
  expect(await command('import', ['--from', file, '--data-dir', copy.dataDir], heap)).toMatchObject({ code: 0 });
  expect((await importStore(copy, file)).at(-1)).toMatch(/^Nothing was written/);
});
