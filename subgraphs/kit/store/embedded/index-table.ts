/** One index: a table whose rows are the encoded values of its paths (and `_id`) in order, beside the id of the document. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DuplicateKeyError, unsupported } from '../errors.ts';
import { idText } from './decode.ts';
import type { StoredDocument } from './document.ts';
import { encodeKey, LAST } from './encode.ts';
import { keysOf, type IndexKeys } from './index-keys.ts';
import { quoted, type SqlId } from './sql.ts';

/** An index as it is declared. */
export interface IndexSpec {
  name: string;
  key: Record<string, 1 | -1>;
  unique: boolean;
}

/** A row read from an index: its key and the id of its document as SQLite holds it. */
export type IndexRow = [key: Uint8Array, id: SqlId];

/** How a stretch of an index is read. */
export interface Stretch {
  lo: Uint8Array;
  hi: Uint8Array;
  reverse: boolean;
}

/** The most columns an index may have, `_id` included: the mask of missing values is one byte below 0x80. */
export const MAX_COLUMNS = 7;

const KEPT_COUNTS = 32;

/** The table of one index, with its prepared statements. */
export class IndexTable {
  readonly spec: IndexSpec;
  /** The indexed paths in order; `_id` is always the last. */
  readonly paths: readonly string[];
  /** The columns in which some document has, or had, a list: a bit for each. */
  multikey: number;
  readonly #namespace: string;
  readonly #segments: readonly (readonly string[])[];
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #idsForwards: StatementSync;
  readonly #idsBackwards: StatementSync;
  readonly #database: DatabaseSync;
  readonly #table: string;
  readonly #counts = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, namespace: string, table: string, spec: IndexSpec, multikey: number) {
    this.spec = spec;
    this.multikey = multikey;
    const paths = Object.keys(spec.key);
    const at = paths.indexOf('_id');
    this.paths = at === -1 ? [...paths, '_id'] : paths.slice(0, at + 1);
    if (this.paths.length > MAX_COLUMNS)
      throw unsupported(`an index of more than ${MAX_COLUMNS - 1} paths (${spec.name})`);
    this.#segments = this.paths.map((path) => path.split('.'));
    this.#namespace = namespace;
    this.#database = database;
    this.#table = quoted(table);
    this.#insert = database.prepare(`INSERT OR IGNORE INTO ${this.#table} (key, id) VALUES (?, ?)`);
    this.#delete = database.prepare(`DELETE FROM ${this.#table} WHERE key = ?`);
    const range = `FROM ${this.#table} WHERE key >= ? AND key < ? ORDER BY key`;
    this.#forwards = arrays(database.prepare(`SELECT key, id ${range} LIMIT ?`));
    this.#backwards = arrays(database.prepare(`SELECT key, id ${range} DESC LIMIT ?`));
    this.#idsForwards = arrays(database.prepare(`SELECT id ${range} LIMIT ?`));
    this.#idsBackwards = arrays(database.prepare(`SELECT id ${range} DESC LIMIT ?`));
  }

  /** Whether its rows have each of these fields whole: no field of a list is. */
  holds(fields: readonly string[]): boolean {
    return fields.every((field) => {
      const at = this.paths.indexOf(field);
      return at !== -1 && (this.multikey & (1 << at)) === 0;
    });
  }

  /** The keys of a document; throws where it has lists at two paths. */
  keysOf(document: StoredDocument): IndexKeys {
    return keysOf(document, this.#segments, this.spec.name);
  }

  /** Throws DuplicateKeyError where another document than `own` has the same values of a unique index. */
  check(keys: IndexKeys, own?: unknown): void {
    if (!this.spec.unique) return;
    const ownId = own === undefined ? undefined : idText(own);
    const declared = Object.keys(this.spec.key);
    for (const values of keys.tuples) {
      const prefix = encodeKey(values.slice(0, declared.length));
      for (const [id] of this.readIds({ lo: prefix, hi: encodeKey([], prefix, LAST), reverse: false }, 2)) {
        if (idText(id) === ownId) continue;
        const shown = Object.fromEntries(declared.map((path, index) => [path, values[index]]));
        throw new DuplicateKeyError(this.#namespace, this.spec.name, this.spec.key, shown);
      }
    }
  }

  insert(id: SqlId, keys: IndexKeys): void {
    for (const key of keys.encoded) this.#insert.run(key, id);
  }

  /** Puts the keys of the document's new version in the place of those of its old one; rows that stay are not touched. */
  replace(id: SqlId, before: IndexKeys, after: IndexKeys): void {
    const kept = new Set(after.encoded.map((key) => key.toString('latin1')));
    const stood = new Set(before.encoded.map((key) => key.toString('latin1')));
    for (const key of before.encoded) if (!kept.has(key.toString('latin1'))) this.#delete.run(key);
    for (const key of after.encoded) if (!stood.has(key.toString('latin1'))) this.#insert.run(key, id);
  }

  remove(keys: IndexKeys): void {
    for (const key of keys.encoded) this.#delete.run(key);
  }

  /** The first rows of a stretch, in its direction. */
  read({ lo, hi, reverse }: Stretch, limit: number): IndexRow[] {
    return (reverse ? this.#backwards : this.#forwards).all(lo, hi, limit) as unknown as IndexRow[];
  }

  /** The same without the keys; all of them where the limit is -1. */
  readIds({ lo, hi, reverse }: Stretch, limit: number): [id: SqlId][] {
    return (reverse ? this.#idsBackwards : this.#idsForwards).all(lo, hi, limit) as unknown as [SqlId][];
  }

  /** The number of rows in some stretches, of documents where `distinct`; counts no further than `cap`. */
  count(stretches: readonly Pick<Stretch, 'lo' | 'hi'>[], distinct: boolean, cap?: number): number {
    const one = `SELECT id FROM ${this.#table} WHERE key >= ? AND key < ?`;
    const many = stretches.map(() => one).join(distinct ? ' UNION ' : ' UNION ALL ');
    const source = distinct && stretches.length === 1 ? one.replace('SELECT', 'SELECT DISTINCT') : many;
    const sql = `SELECT count(*) AS n FROM (${source}${cap === undefined ? '' : ` LIMIT ${cap}`})`;
    let statement = this.#counts.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      if (this.#counts.size >= KEPT_COUNTS) this.#counts.clear();
      this.#counts.set(sql, statement);
    }
    return Number(statement.get(...stretches.flatMap(({ lo, hi }) => [lo, hi]))?.['n'] ?? 0);
  }
}

function arrays(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true);
  return statement;
}
