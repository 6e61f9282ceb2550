/** The lock of a database: held by the one process that writes, released by the operating system when it ends in whatever way. */

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../errors.ts';
import { sqliteFault } from './file.ts';

/** A held lock. */
export interface Lock {
  release(): void;
}

/** What a lock is taken with. */
export interface LockOptions {
  /** The path of the database without ending; `.lock` and `.holder` are put beside it. */
  base: string;
  /** The database file, for the message. */
  path: string;
  /** Who holds it, in words for whoever is refused: `npm start (process 4711)`. */
  holder: string;
}

/**
 * Takes the lock, or throws StoreError naming the holder, or the lock itself where it is none. It is SQLite's exclusive lock on an empty file, hence a lock of the
 * operating system; the name of the holder lies in a file of its own, because a locked file cannot be read everywhere.
 */
export function takeLock({ base, path, holder }: LockOptions): Lock {
  const lockPath = `${base}.lock`;
  const notePath = `${base}.holder`;
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(lockPath, { timeout: 0 });
    sqlite.exec('BEGIN EXCLUSIVE');
    writeFileSync(notePath, `${holder}\n`);
  } catch (error) {
    if (sqlite?.isOpen) sqlite.close();
    const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : undefined;
    if (code === BUSY) throw new StoreError('STORE_LOCKED', `The store ${path} is in use by ${noteOf(notePath)}`);
    if (code !== undefined) throw lockFault(error, lockPath) ?? sqliteFault(error, path);
    throw new StoreError('STORE_UNREACHABLE', `The store ${path} cannot be locked: ${notePath} cannot be written`, {
      cause: error,
    });
  }
  const held = sqlite;
  return {
    release() {
      rmSync(notePath, { force: true });
      held.exec('ROLLBACK');
      held.close();
    },
  };
}

/** SQLite's code for a file that another process has locked. */
const BUSY = 5;

/** Undefined where there is no lock yet: then it is the folder that is at fault. */
function lockFault(error: unknown, lockPath: string): StoreError | undefined {
  const lock = statSync(lockPath, { throwIfNoEntry: false });
  if (!lock) return undefined;
  const reason = lock.isDirectory() ? 'it is a folder' : error instanceof Error ? error.message : String(error);
  return new StoreError(
    'STORE_DAMAGED',
    `The lock ${lockPath} cannot be used: ${reason}. It may be deleted while no process uses the store`,
    { cause: error },
  );
}

function noteOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().replaceAll(/\s+/g, ' ') || 'another process';
  } catch {
    return 'another process';
  }
}
