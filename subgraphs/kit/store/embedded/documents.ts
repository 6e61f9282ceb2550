/** One collection as it lies in the file: its documents and its indexes, kept in step. Callers hold the transaction. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { ServerError, StoreError, unsupported } from '../errors.ts';
import type { CollectionCache } from './cache.ts';
import { idText, type ObjectIdFactory } from './decode.ts';
import { fromText, isFields, toText, type StoredDocument } from './document.ts';
import { isObjectId } from './encode.ts';
import { IndexTable, type IndexSpec } from './index-table.ts';
import { documentsTable, indexTable, quoted, toSqlId, type SqlId } from './sql.ts';

/** What a collection needs of its database. */
export interface DocumentsOptions {
  database: DatabaseSync;
  /** `asean_apsc.bodies`, for messages. */
  namespace: string;
  name: string;
  cache: CollectionCache;
  objectId: ObjectIdFactory;
}

/** The name of the index on `_id` that every collection has. */
export const ID_INDEX = '_id_';

const SCAN_CHUNK = 256;

/** The documents and indexes of one collection. Documents that it hands out are the cache's: never change them. */
export class Documents {
  readonly namespace: string;
  readonly name: string;
  readonly objectId: ObjectIdFactory;
  readonly indexes = new Map<string, IndexTable>();
  readonly #database: DatabaseSync;
  readonly #cache: CollectionCache;
  readonly #get: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #scan: StatementSync;
  readonly #scanIds: StatementSync;
  readonly #count: StatementSync;
  readonly #setMultikey: StatementSync;

  constructor({ database, namespace, name, cache, objectId }: DocumentsOptions) {
    this.namespace = namespace;
    this.name = name;
    this.objectId = objectId;
    this.#database = database;
    this.#cache = cache;
    const table = quoted(documentsTable(name));
    const chunk = `FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${SCAN_CHUNK}`;
    this.#get = database.prepare(`SELECT document FROM ${table} WHERE id = ?`);
    this.#insert = database.prepare(`INSERT INTO ${table} (id, document) VALUES (?, ?)`);
    this.#update = database.prepare(`UPDATE ${table} SET document = ? WHERE id = ?`);
    this.#delete = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.#scan = database.prepare(`SELECT rowid, id, document ${chunk}`);
    this.#scanIds = database.prepare(`SELECT rowid, id ${chunk}`);
    for (const statement of [this.#scan, this.#scanIds]) statement.setReturnArrays(true);
    this.#count = database.prepare(`SELECT count(*) AS n FROM ${table}`);
    this.#setMultikey = database.prepare('UPDATE indexes SET multikey = ? WHERE collection = ? AND name = ?');
    for (const row of database.prepare('SELECT * FROM indexes WHERE collection = ?').all(name)) {
      const key = JSON.parse(String(row['key'])) as IndexSpec['key'];
      this.#attach({ name: String(row['name']), key, unique: row['is_unique'] === 1 }, Number(row['multikey']));
    }
  }

  /** The document with this id; undefined where there is none. */
  get(id: unknown, scanned = false): StoredDocument | undefined {
    const text = idText(id);
    const cached = this.#cache.get(text);
    if (cached) return cached;
    const row = this.#get.get(typeof id === 'string' ? id : toSqlId(id));
    return row && this.#decoded(text, String(row['document']), scanned);
  }

  /** The id that SQLite holds, as documents have it. */
  idOf(id: SqlId): unknown {
    return typeof id === 'object' ? this.objectId(id) : id;
  }

  /** How many documents there are. */
  count(): number {
    return Number(this.#count.get()?.['n']);
  }

  /**
   * All documents in the order of their insertion, read in chunks, so that writes between two steps do no harm. Texts are fetched
   * with the chunks unless most documents are in the cache.
   */
  *scan(): Generator<StoredDocument> {
    const statement = this.#cache.count() * 2 > this.count() ? this.#scanIds : this.#scan;
    for (let last = 0; ;) {
      const rows = statement.all(last) as unknown as [row: number, id: SqlId, text?: string][];
      for (const [, id, text] of rows) {
        const document = text === undefined ? this.get(this.idOf(id), true) : this.#decoded(idText(id), text, true);
        if (document) yield document;
      }
      const end = rows.at(-1);
      if (!end || rows.length < SCAN_CHUNK) return;
      last = end[0];
    }
  }

  /** Adds a document, which from here on belongs to the store. Throws DuplicateKeyError before anything is written. */
  insert(document: StoredDocument): void {
    if (document['_id'] === undefined) throw new ServerError(2, 'A document to insert has no _id');
    checkFields(document);
    const id = toSqlId(document['_id']);
    const places = [...this.indexes.values()].map((index) => ({ index, keys: index.keysOf(document) }));
    for (const { index, keys } of places) index.check(keys);
    const text = toText(document);
    this.#insert.run(id, text);
    for (const { index, keys } of places) {
      index.insert(id, keys);
      this.#widen(index, keys.multikey);
    }
    this.#cache.set(idText(document['_id']), document, text.length, true);
  }

  /** Puts a document in the place of its old version. Returns whether they differ. Throws DuplicateKeyError before anything is written. */
  replace(before: StoredDocument, after: StoredDocument): boolean {
    checkFields(after);
    if (idText(before['_id']) !== idText(after['_id'])) {
      throw new ServerError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
    }
    const text = toText(after);
    if (text === toText(before)) return false;
    const id = toSqlId(after['_id']);
    const places = [...this.indexes.values()].map((index) => ({ index, keys: index.keysOf(after) }));
    for (const { index, keys } of places) index.check(keys, after['_id']);
    this.#update.run(text, id);
    for (const { index, keys } of places) {
      index.replace(id, index.keysOf(before), keys);
      this.#widen(index, keys.multikey);
    }
    this.#cache.set(idText(after['_id']), after, text.length);
    return true;
  }

  remove(document: StoredDocument): void {
    this.#delete.run(toSqlId(document['_id']));
    for (const index of this.indexes.values()) index.remove(index.keysOf(document));
    this.#cache.delete(idText(document['_id']));
  }

  /** Whether an index exists. Throws where its name stands for another. */
  hasIndex(spec: IndexSpec): boolean {
    const existing = this.indexes.get(spec.name)?.spec;
    if (!existing) return false;
    if (existing.unique === spec.unique && JSON.stringify(existing.key) === JSON.stringify(spec.key)) return true;
    throw new ServerError(86, `An index named ${spec.name} exists on ${this.namespace} with other keys or options`);
  }

  /** Declares an index and fills it from the documents that are there. Does nothing where it exists already. */
  createIndex(spec: IndexSpec): void {
    if (this.hasIndex(spec)) return;
    const table = quoted(indexTable(this.name, spec.name));
    this.#database.exec(`CREATE TABLE ${table} (key BLOB PRIMARY KEY, id NOT NULL) WITHOUT ROWID`);
    this.#database
      .prepare('INSERT INTO indexes (collection, name, key, is_unique, multikey) VALUES (?, ?, ?, ?, 0)')
      .run(this.name, spec.name, JSON.stringify(spec.key), Number(spec.unique));
    const index = this.#attach(spec, 0);
    try {
      for (const document of this.scan()) {
        const keys = index.keysOf(document);
        index.check(keys);
        index.insert(toSqlId(document['_id']), keys);
        this.#widen(index, keys.multikey);
      }
    } catch (error) {
      this.indexes.delete(spec.name);
      throw error;
    }
  }

  dropIndex(name: string): void {
    if (name === ID_INDEX) throw new ServerError(72, 'The index on _id cannot be dropped');
    if (!this.indexes.delete(name)) throw new ServerError(27, `index not found with name [${name}]`);
    this.#database.exec(`DROP TABLE ${quoted(indexTable(this.name, name))}`);
    this.#database.prepare('DELETE FROM indexes WHERE collection = ? AND name = ?').run(this.name, name);
  }

  #attach(spec: IndexSpec, multikey: number): IndexTable {
    const index = new IndexTable(this.#database, this.namespace, indexTable(this.name, spec.name), spec, multikey);
    this.indexes.set(spec.name, index);
    return index;
  }

  #decoded(id: string, text: string, scanned: boolean): StoredDocument {
    try {
      const document = fromText(text, this.objectId);
      this.#cache.set(id, document, text.length, scanned);
      return document;
    } catch (error) {
      const message = `The document ${id} of ${this.namespace} cannot be read: it is no JSON`;
      throw error instanceof SyntaxError ? new StoreError('STORE_DAMAGED', message, { cause: error }) : error;
    }
  }

  #widen(index: IndexTable, multikey: number): void {
    const wider = index.multikey | multikey;
    if (wider === index.multikey) return;
    index.multikey = wider;
    this.#setMultikey.run(wider, this.name, index.spec.name);
  }
}

/** Refuses fields that the stored text or the query language could not tell from their own words. */
function checkFields(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw unsupported(`the number ${value} in a document`);
  if (typeof value !== 'object' || value === null || value instanceof Date || isObjectId(value)) return;
  if (value instanceof RegExp) throw unsupported('stored patterns');
  if (Array.isArray(value)) return value.forEach(checkFields);
  if (!isFields(value)) return;
  for (const field in value) {
    if (field.startsWith('$')) throw unsupported(`stored fields whose name begins with $ (${field})`);
    checkFields(value[field]);
  }
}
