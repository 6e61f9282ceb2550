/** The table of settings: what is read, from where, and how it is printed. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings, SETTINGS } from '../../gateway/config.ts';

const DEFAULTS = { host: '127.0.0.1', port: 4000, dataDir: './data', execution: 'stock', logLevel: 'info' };

test('without a setting the defaults hold, and an empty variable is none', () => {
  expect(readSettings({ env: {} })).toEqual(DEFAULTS);
  expect(readSettings({ env: { PORT: '', HOST: '', DATA_DIR: '', LOG_LEVEL: '', MONGODB_URI: '' } })).toEqual(DEFAULTS);
});

test('a flag goes before its variable', () => {
  const env = { PORT: '4100', HOST: '0.0.0.0', DATA_DIR: '/srv/a' };
  expect(readSettings({ env, args: ['--port', '0', '--data-dir=/srv/b'] })).toEqual({
    ...DEFAULTS,
    port: 0,
    host: '0.0.0.0',
    dataDir: '/srv/b',
  });
});

test('a flag without a value is refused, and not taken for its variable', () => {
  expect(() => readSettings({ env: { PORT: '4100' }, args: ['--port='] })).toThrow(
    '--port is "": allowed is a whole number',
  );
  expect(() => readSettings({ env: {}, args: ['--port'] })).toThrow("'--port <value>' argument missing");
});

test('`npm run config` prints every setting with its default', async () => {
  const script = fileURLToPath(new URL('../../gateway/print-config.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const lines = stdout.trim().split('\n').slice(1);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(SETTINGS.map(({ variable }) => variable));
  for (const [index, row] of SETTINGS.entries()) expect(lines[index]).toContain(row.default);
});
