/** The few words of SQL that the store's tables share. */

import type { DatabaseSync } from 'node:sqlite';
import { unsupported } from '../errors.ts';
import { isObjectId } from './encode.ts';

/** A document's id as SQLite holds it: texts and numbers as they are, ObjectIds as twelve bytes. */
export type SqlId = string | number | Uint8Array;

/** The format of the file; raised when a later version lays its tables out otherwise. */
export const FORMAT = 1;
/** Marks a file as one of this store (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x41534e47;

/** A name in double quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The table of a collection's documents. */
export function documentsTable(collection: string): string {
  return `documents:${collection}`;
}

/** The table of an index. */
export function indexTable(collection: string, index: string): string {
  return `index:${collection}:${index}`;
}

/** An id as SQLite holds it. */
export function toSqlId(id: unknown): SqlId {
  if (typeof id === 'string' || (typeof id === 'number' && !Number.isNaN(id))) return id;
  if (isObjectId(id)) return id.id;
  throw unsupported(`an _id that is not a string, a number or an ObjectId (${id === null ? 'null' : typeof id})`);
}

/** Lays out the catalog of a new file. */
export function createCatalog(database: DatabaseSync): void {
  database.exec(`
    BEGIN IMMEDIATE;
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${FORMAT};
    CREATE TABLE collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE indexes (
      collection TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, is_unique INTEGER NOT NULL,
      multikey INTEGER NOT NULL, PRIMARY KEY (collection, name)
    ) WITHOUT ROWID;
    COMMIT;
  `);
}
