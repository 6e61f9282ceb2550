/** `npm run export` and `npm run import` as an operator meets them: what they say, and how they end. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { embedded, temporaryFolder } from '../support/store/factory.ts';
import { command, exportStore, fill, holdings, using } from './stores.ts';

const folder = temporaryFolder();
const place = (name: string) => join(folder.path, name);
const from = embedded(place('from'));

beforeAll(() => fill(from));
afterAll(() => folder.remove());

it('say what was moved', async () => {
  const out = place('out');
  expect(await command('export', ['--out', out, '--data-dir', from.dataDir])).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      `asean_apsc: 3 documents (bodies 2, datasets 1) in ${out}/asean_apsc.ndjson`,
      `asean_aec: 1204 documents (datasets 1, observations 1203) in ${out}/asean_aec.ndjson`,
      `asean_ascc: 3 documents (counters 1, datasets 1, decisions 1) in ${out}/asean_ascc.ndjson`,
      'Exported 1210 documents of the data set 2026-01-31; stores and files were read again and agree.\n',
    ].join('\n'),
  });
  expect(await command('import', ['--from', out], { env: { DATA_DIR: place('to') } })).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      `asean_aec: 1204 documents (datasets 1, observations 1203) from ${out}/asean_aec.ndjson`,
      `asean_apsc: 3 documents (bodies 2, datasets 1) from ${out}/asean_apsc.ndjson`,
      `asean_ascc: 3 documents (counters 1, datasets 1, decisions 1) from ${out}/asean_ascc.ndjson`,
      'Imported 1210 documents of the data set 2026-01-31; the stores were read again and agree with the files.\n',
    ].join('\n'),
  });
  expect(await holdings(embedded(place('to')))).toEqual(await holdings(from));
});

it.each([
  ['export', [], '--out is not given: allowed is the path of a file or a folder'],
  ['export', ['--out', 'x', '--pillar', 'UN'], '--pillar is "UN": allowed is one of APSC, AEC, ASCC'],
  [
    'export',
    ['--out', 'x', '--data-dir', '/none', '--pillar', 'AEC'],
    'There is no store to read: /none/asean_aec.sqlite does not exist',
  ],
  ['import', ['--form', 'x'], "Unknown option '--form': allowed are --data-dir <value>, --from <value>, --replace"],
] as const)('%s %j is refused in one line', async (name, args, message) => {
  expect(await command(name, args)).toEqual({ code: 1, stdout: '', stderr: `${message}\n` });
});

it('import refuses a store in use, and names who uses it', async () => {
  await exportStore(from, place('files'));
  const used = embedded(place('used'), { holder: 'npm start (process 4711)' });
  await using(used, 'asean_ascc', async () => {
    expect(await command('import', ['--from', place('files'), '--data-dir', used.dataDir])).toEqual({
      code: 1,
      stdout: '',
      stderr: `The store ${used.dataDir}/asean_ascc.sqlite is in use by npm start (process 4711)\n`,
    });
  });
});

it('import refuses two stores at once', async () => {
  const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/' };
  expect(await command('import', ['--from', 'x', '--data-dir', 'y'], { env })).toEqual({
    code: 1,
    stdout: '',
    stderr: '--data-dir and MONGODB_URI are both given, which are two stores: allowed is one of them\n',
  });
});
