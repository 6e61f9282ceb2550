/** Starts that fail: one clear line that names what to change, exit code 1, no stack trace, nothing written. */

import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAndEnd, startRunning, type Ended } from './started.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

/** A start that must be refused before anything is written. */
async function refusedStart(dataDir: string, options: Parameters<typeof startAndEnd>[0]): Promise<Ended> {
  return startAndEnd({ ...options, env: { DATA_DIR: dataDir, ...options.env } });
}

function expectOneLine({ code, out, err }: Ended, words: RegExp): void {
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(words);
  expect(err).not.toMatch(/\n\s+at |\.ts:\d/);
  expect({ code, out }).toEqual({ code: 1, out: '' });
}

describe('a malformed setting', () => {
  test.each([
    ['PORT', { env: { PORT: 'eighty' } }, /^PORT is "eighty": allowed is a whole number from 0 to 65535$/m],
    ['a port beyond the last', { env: { PORT: '65536' } }, /^PORT is "65536"/],
    ['--port', { args: ['--port', '-1'] }, /--port/],
    [
      'an unknown flag',
      { args: ['--prot', '80'] },
      /'--prot': allowed are --host <value>, --port <value>, --data-dir <value>/,
    ],
    ['an argument without a flag', { args: ['4000'] }, /'4000': allowed are --host/],
    ['LOG_LEVEL', { env: { LOG_LEVEL: 'loud' } }, /^LOG_LEVEL is "loud": allowed is one of fatal, error/],
    [
      'GATEWAY_EXECUTION',
      { env: { GATEWAY_EXECUTION: 'fast' } },
      /^GATEWAY_EXECUTION is "fast": allowed is "compiled" or "stock"/,
    ],
    ['HOST', { env: { HOST: 'not a host' } }, /^HOST is "not a host": allowed is/],
    [
      'a HOST of another machine',
      { env: { HOST: '192.0.2.1', PORT: '0' } },
      /^HOST "192\.0\.2\.1" cannot be listened on/,
    ],
    [
      'MONGODB_URI',
      { env: { MONGODB_URI: 'mongo://root:secret@db/', PORT: '0' } },
      /^MONGODB_URI .*is malformed: it must begin with mongodb:/,
    ],
    ['the address of a remote subgraph', { env: { AEC_URL: 'aec' } }, /^AEC_URL is "aec": allowed is an address/],
    [
      'the secret that a remote subgraph needs',
      { env: { AEC_URL: 'http://127.0.0.1:9/graphql' } },
      /^SUBGRAPH_SIGNING_SECRET is not set: calls to a remote subgraph are signed; allowed is/,
    ],
  ])('is named: %s', async (_case, options, words) => {
    const dataDir = join(folder, 'never-made');
    const ended = await refusedStart(dataDir, options);
    expectOneLine(ended, words);
    expect(ended.err).not.toContain('secret');
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
  });
});

test('a taken port is named before anything is written', async () => {
  const other = createServer();
  const listening = Promise.withResolvers<void>();
  other.listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const { port } = other.address() as { port: number };
  const dataDir = join(folder, 'taken-port');
  expectOneLine(
    await refusedStart(dataDir, { env: { PORT: String(port) } }),
    new RegExp(`^PORT ${port} of 127.0.0.1 is in use`),
  );
  await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
  other.close();
});

test('a data folder that is a file is named', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, 'not a folder');
  expectOneLine(await refusedStart(file, { env: { PORT: '0' } }), /a-file/);
  expect(await readFile(file, 'utf8')).toBe('not a folder');
});

test('a data folder that cannot be written is named', async () => {
  const dataDir = join(folder, 'read-only');
  await mkdir(dataDir);
  await chmod(dataDir, 0o555);
  // No mode binds root, so root starts it as somebody else.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;
  expectOneLine(await refusedStart(dataDir, { env: { PORT: '0' }, uid }), /read-only/);
  expect(await readdir(dataDir)).toEqual([]);
});

describe('on a store', () => {
  test('that another process uses, the start names the folder and the process', async () => {
    const dataDir = join(folder, 'in-use');
    const first = await startRunning({ env: { DATA_DIR: dataDir } });
    expectOneLine(
      await refusedStart(dataDir, { env: { PORT: '0' } }),
      /in-use.* is in use by npm start \(process \d+\)/,
    );
    const { status } = await fetch(`${first.url}/ready`);
    expect(status).toBe(200);
    first.signal('SIGTERM');
    expect((await first.ended).code).toBe(0);

    const damaged = join(dataDir, 'asean_aec.sqlite');
    const noise = Buffer.alloc(8192, 'no database ');
    await writeFile(damaged, noise);
    expectOneLine(await refusedStart(dataDir, { env: { PORT: '0' } }), /asean_aec\.sqlite/);
    expect((await readFile(damaged)).equals(noise)).toBe(true);
  });
});

test('a broken file of the data set is named with the record and the field, and no record is written', async () => {
  const root = join(folder, 'copy');
  for (const part of ['gateway', 'schema', 'seed', 'subgraphs', 'package.json'])
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const file = join(root, 'seed/data/aec/bodies.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"level": ', '"level": "no such level", "was": '));
  const dataDir = join(folder, 'never-seeded');
  expectOneLine(await refusedStart(dataDir, { root, env: { PORT: '0' } }), /aec\/bodies\.json: aec:[a-z0-9-]+: /);

  await cp(join(ROOT, 'seed/data/aec/bodies.json'), file);
  const healed = await startRunning({ root, env: { DATA_DIR: dataDir } });
  expect(healed.out()).toContain('was loaded into the empty store');
  healed.signal('SIGTERM');
  expect((await healed.ended).code).toBe(0);
});
