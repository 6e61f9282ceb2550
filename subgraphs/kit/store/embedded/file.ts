/** Opens the file of a database and says in one clear line what is wrong where that fails. */

import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../errors.ts';
import { APPLICATION_ID, createCatalog, FORMAT } from './sql.ts';

/** Files up to this size are checked whole when they are opened; of larger ones only what is read. Bytes. */
export const CHECKED_BYTES = 16 * 1024 * 1024;

/** Creates a folder where it is missing. Throws StoreError naming it where that is impossible. */
export function prepareFolder(folder: string): void {
  if (isFile(folder)) throw new StoreError('STORE_UNREACHABLE', `The data folder ${folder} is a file, not a folder`);
  try {
    makeFolder(resolve(folder));
  } catch (error) {
    throw new StoreError('STORE_UNREACHABLE', `The data folder ${folder} cannot be created: ${reason(error)}`, {
      cause: error,
    });
  }
}

/** One level at a time: Node's recursive mkdir never returns where the system makes no folders, as under /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (isFile(folder)) throw new Error(`${folder} is a file, not a folder`);
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

/** Opens a database file to write, creating it where it is missing. */
export function openToWrite(path: string): DatabaseSync {
  return opened(path, () => {
    const sqlite = new DatabaseSync(path, { timeout: 5000 });
    try {
      sqlite.exec('PRAGMA locking_mode = NORMAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
      if (isNew(sqlite)) {
        sqlite.exec('PRAGMA journal_mode = WAL');
        createCatalog(sqlite);
      }
      checkFormat(sqlite, path);
      sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA cache_size = -8000');
      checkWhole(sqlite, path);
      return sqlite;
    } catch (error) {
      sqlite.close();
      throw error;
    }
  });
}

/** Opens an existing database file to read beside whoever writes. */
export function openToRead(path: string): DatabaseSync {
  return opened(path, () => {
    if (!statSync(path, { throwIfNoEntry: false })) {
      throw new StoreError('STORE_UNREACHABLE', `There is no store to read: ${path} does not exist`);
    }
    const sqlite = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      checkFormat(sqlite, path);
      return sqlite;
    } catch (error) {
      sqlite.close();
      throw error;
    }
  });
}

/** Words an error of SQLite as a StoreError that names the file; other errors stay as they are. */
export function sqliteFault(error: unknown, path: string): unknown {
  const code =
    typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
  if (code === undefined) return error;
  const options = { cause: error };
  if (code === 26) return new StoreError('STORE_DAMAGED', `${path} is no database`, options);
  if (code === 11) return new StoreError('STORE_DAMAGED', `The store ${path} is damaged: ${reason(error)}`, options);
  if (code === 8)
    return new StoreError('STORE_UNREACHABLE', `The store ${path} cannot be written: ${reason(error)}`, options);
  if (code === 14) {
    const folder = dirname(path);
    return new StoreError(
      'STORE_UNREACHABLE',
      `The store ${path} cannot be opened; is ${folder} a folder that may be written?`,
      options,
    );
  }
  return new StoreError('STORE_FAILED', `The store ${path} failed: ${reason(error)}`, options);
}

function opened<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw sqliteFault(error, path);
  }
}

function isNew(sqlite: DatabaseSync): boolean {
  return sqlite.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] === 0;
}

function checkFormat(sqlite: DatabaseSync, path: string): void {
  const application = sqlite.prepare('PRAGMA application_id').get()?.['application_id'];
  const format = sqlite.prepare('PRAGMA user_version').get()?.['user_version'];
  if (application !== APPLICATION_ID)
    throw new StoreError('STORE_DAMAGED', `${path} is a database of something else, not a store`);
  if (format !== FORMAT) {
    throw new StoreError(
      'STORE_DAMAGED',
      `The store ${path} has format ${String(format)}; this version reads format ${FORMAT}`,
    );
  }
}

function checkWhole(sqlite: DatabaseSync, path: string): void {
  if (statSync(path).size > CHECKED_BYTES) return;
  const found = sqlite.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (found !== 'ok')
    throw new StoreError('STORE_DAMAGED', `The store ${path} is damaged: ${String(found).replaceAll('\n', ' ')}`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
