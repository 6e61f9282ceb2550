/** The seed command: its settings, and what it says when it cannot do what it is told. */

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SEED_FLAGS } from '../../seed/settings.ts';
import { readSettings } from '../../subgraphs/kit/settings/setting.ts';
import { settingsOf } from '../../subgraphs/kit/settings/table.ts';

const read = (args: string[], env: Record<string, string> = {}) =>
  readSettings({ ...settingsOf('npm run seed'), ...SEED_FLAGS }, { args, env });

const command = (args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../seed/main.ts'), ...args], {
    env: { ...process.env, MONGODB_URI: '' },
  });

describe('the settings of the seed command', () => {
  it('load the data set alone into ./data by default', () => {
    expect(read([])).toEqual({ dataDir: './data', check: false });
  });

  it('take the folder from the environment and rather from the flag', () => {
    expect(read([], { DATA_DIR: 'here' }).dataDir).toBe('here');
    expect(read(['--data-dir', 'there'], { DATA_DIR: 'here' }).dataDir).toBe('there');
  });

  it('take a scale', () => {
    expect(read(['--scale', '100']).scale).toBe(100);
  });

  it.each([
    [['--scale', '0'], '--scale is "0": allowed is a whole number from 1 to 9999'],
    [['--scale', '1.5'], '--scale is "1.5": allowed is a whole number from 1 to 9999'],
    [['--scale=-3'], '--scale is "-3": allowed is a whole number from 1 to 9999'],
    [['--scale', 'many'], '--scale is "many": allowed is a whole number from 1 to 9999'],
    [
      ['--scale'],
      "Option '--scale <value>' argument missing: allowed are --data-dir <value>, --scale <value>, --check",
    ],
    [['--faster'], "Unknown option '--faster': allowed are --data-dir <value>, --scale <value>, --check"],
    [['--data-dir='], '--data-dir is "": allowed is the path of a folder'],
  ])('refuse %j in one line', (args, message) => {
    expect(() => read(args)).toThrow(message);
  });

  it('take the address of a MongoDB deployment from the environment', () => {
    expect(read([], { MONGODB_URI: 'mongodb://db' }).mongodbUri).toBe('mongodb://db');
  });
});

describe('the seed command', () => {
  it('loads all three pillars', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'asean-seed-'));
    try {
      const { stdout } = await command(['--data-dir', join(folder, 'data')]);
      expect(stdout).toMatch(
        /^APSC: .* 413 records, 0 removed\nAEC: .* 1255 records, 0 removed\nASCC: .* 422 records, 0 removed\n$/,
      );
      expect((await readdir(join(folder, 'data'))).filter((name) => name.endsWith('.sqlite'))).toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('ends with code 1 and one line without a stack', async () => {
    await expect(command(['--scale', 'x'])).rejects.toMatchObject({
      code: 1,
      stderr: '--scale is "x": allowed is a whole number from 1 to 9999\n',
    });
  });
});
