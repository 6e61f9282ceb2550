/** Builds the Go programs of the tests, once for each state of their sources. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A Go program of this folder. */
export type GoProgram = 'mongodb-server' | 'compose-check';

/** Why a test that needs a Go program is skipped. */
export const WITHOUT_GO = 'Go is not installed (no "go" on the PATH)';

/** How long a hook that builds should be given, in milliseconds: the first build of a machine compiles SQLite. */
export const BUILD_TIMEOUT_MS = 600_000;

const SOURCES: Readonly<Record<GoProgram, { package: string; files: readonly string[] }>> = {
  'mongodb-server': { package: '.', files: ['main.go', 'relay.go'] },
  'compose-check': { package: './compose-check', files: ['compose-check/main.go'] },
};
// FerretDB's PostgreSQL handler is left out: nobody uses it here.
const FLAGS = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-tags=ferretdb_no_postgresql'];
const FOLDER = import.meta.dirname;
const CACHE = join(FOLDER, '../../../node_modules/.cache/mongodb-server');
const LOCK_RETRY_MS = 200;
const run = promisify(execFile);

/** Says whether Go programs can be built here. */
export async function hasGo(): Promise<boolean> {
  try {
    await run('go', ['version'], { cwd: FOLDER });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Gives the path of a built program, or undefined without Go; throws what the compiler says. */
export async function goBinary(program: GoProgram): Promise<string | undefined> {
  const { package: path, files } = SOURCES[program];
  const hash = createHash('sha256').update(FLAGS.join(' '));
  for (const file of ['go.mod', 'go.sum', ...files]) hash.update(await readFile(join(FOLDER, file)));
  const binary = join(CACHE, `${program}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(binary)) return binary;
  if (!(await hasGo())) return undefined;
  const release = await lockCache();
  try {
    if (!existsSync(binary)) {
      const unfinished = `${binary}.unfinished`;
      await run('go', ['build', ...FLAGS, '-o', unfinished, path], { cwd: FOLDER });
      await rename(unfinished, binary);
    }
    return binary;
  } finally {
    release();
  }
}

/** Test processes that start together build one after the other; a lock of SQLite's ends with its process. */
async function lockCache(): Promise<() => void> {
  await mkdir(CACHE, { recursive: true });
  const lock = new DatabaseSync(join(CACHE, 'lock.sqlite'), { timeout: 0 });
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch {
      await wait(LOCK_RETRY_MS);
    }
  }
}
