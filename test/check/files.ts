/** The files of the project: those that are committed or will be. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const ROOT = new URL('../../', import.meta.url);

/** Paths from the root, without what git ignores; each of a file that exists. Throws where git does not answer. */
export function projectFiles(): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git does not list the files of the project: ${stderr.trim()}`);
  const paths = new Set(stdout.split('\0').filter((path) => path !== ''));
  return [...paths].filter((path) => existsSync(new URL(path, ROOT))).sort();
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
