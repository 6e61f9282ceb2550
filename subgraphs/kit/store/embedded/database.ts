/** One open database file: its collections, its cache and its transactions. What mongoose calls `connection.db`. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StoreError, unsupported } from '../errors.ts';
import { DocumentCache } from './cache.ts';
import { EmbeddedCollection } from './collection.ts';
import type { ObjectIdFactory } from './decode.ts';
import { Documents, ID_INDEX } from './documents.ts';
import { sqliteFault } from './file.ts';
import { createMemory, KeptAnswers } from './memory.ts';
import type { CollectionMemory } from '../memory.ts';
import { documentsTable, indexTable, quoted } from './sql.ts';
import { createCountedVersion } from '../../version/counted.ts';

/** What a database is opened with. */
export interface EmbeddedDatabaseOptions {
  /** The open file. */
  sqlite: DatabaseSync;
  /** Its path, for messages. */
  path: string;
  /** Whether this process only reads beside a writer. */
  readOnly: boolean;
  databaseName: string;
  objectId: ObjectIdFactory;
}

/** An open database of the embedded store. */
export class EmbeddedDatabase {
  readonly databaseName: string;
  readonly readOnly: boolean;
  /** Raised by each write. A process that only reads does not see those of the writer in it. */
  readonly version = createCountedVersion();
  readonly #sqlite: DatabaseSync;
  readonly #path: string;
  readonly #objectId: ObjectIdFactory;
  readonly #cache = new DocumentCache();
  readonly #documents = new Map<string, Documents>();
  readonly #collections = new Map<string, EmbeddedCollection>();
  readonly #kept = new KeptAnswers();
  readonly #memories = new Map<string, CollectionMemory>();
  readonly #dataVersion: StatementSync;
  #seenVersion: unknown;
  #inTransaction = false;
  #closed = false;

  constructor({ sqlite, path, readOnly, databaseName, objectId }: EmbeddedDatabaseOptions) {
    this.#sqlite = sqlite;
    this.#path = path;
    this.readOnly = readOnly;
    this.databaseName = databaseName;
    this.#objectId = objectId;
    this.#dataVersion = sqlite.prepare('PRAGMA data_version');
  }

  /** The collection with this name; it comes into being when it is first written to. */
  collection(name: string): EmbeddedCollection {
    let collection = this.#collections.get(name);
    if (!collection) {
      collection = new EmbeddedCollection(this, name);
      this.#collections.set(name, collection);
    }
    return collection;
  }

  /** What the collection with this name answers at once; undefined where another process may write to the file. */
  memory(name: string): CollectionMemory | undefined {
    if (this.readOnly) return undefined;
    let memory = this.#memories.get(name);
    if (!memory) {
      const read = <T>(work: (documents: Documents) => T) => this.readDocuments(name, work);
      memory = createMemory({ name, kept: this.#kept, read });
      this.#memories.set(name, memory);
    }
    return memory;
  }

  /** Reads a collection; undefined where it was never written to. */
  readDocuments<T>(name: string, work: (documents: Documents) => T): T | undefined {
    return this.read(() => {
      const documents = this.documents(name);
      return documents && work(documents);
    });
  }

  /** Writes to a collection, as `write` does, bringing it into being where it is not there. */
  writeDocuments<T>(name: string, work: (documents: Documents) => T, lasting = true): T {
    try {
      return this.write(() => work(this.createDocuments(name)), lasting);
    } finally {
      this.#kept.touch(name);
    }
  }

  /** Runs something that reads, and words the faults of the file. */
  read<T>(work: () => T): T {
    if (this.#closed) throw new StoreError('STORE_CLOSED', `The store ${this.#path} is closed`);
    try {
      if (this.readOnly && !this.#inTransaction) this.#refresh();
      return work();
    } catch (error) {
      throw sqliteFault(error, this.#path);
    }
  }

  /**
   * Runs something that writes as one transaction, on disk when this returns; undone as a whole where it throws. What the next
   * start would do again anyway (`lasting` false) need not wait for the disk.
   */
  write<T>(work: () => T, lasting = true): T {
    if (this.readOnly) throw new StoreError('STORE_READ_ONLY', `The store ${this.#path} is open for reading only`);
    if (this.#inTransaction) return work();
    return this.read(() => {
      this.#sqlite.exec(lasting ? 'BEGIN IMMEDIATE' : 'PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE');
      this.#inTransaction = true;
      try {
        const result = work();
        this.#sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK');
        this.#forget();
        throw error;
      } finally {
        this.#inTransaction = false;
        this.version.raise();
        if (!lasting) this.#sqlite.exec('PRAGMA synchronous = FULL');
      }
    });
  }

  /** What lies in the file of a collection; undefined where it was never written to. */
  documents(name: string): Documents | undefined {
    const known = this.#documents.get(name);
    if (known) return known;
    if (!this.#sqlite.prepare('SELECT 1 FROM collections WHERE name = ?').get(name)) return undefined;
    const documents = new Documents({
      database: this.#sqlite,
      namespace: `${this.databaseName}.${name}`,
      name,
      cache: this.#cache.of(name),
      objectId: this.#objectId,
    });
    this.#documents.set(name, documents);
    return documents;
  }

  /** The same, brought into being where it is not there; only within `write`. */
  createDocuments(name: string): Documents {
    const existing = this.documents(name);
    if (existing) return existing;
    const table = quoted(documentsTable(name));
    this.#sqlite.exec(`CREATE TABLE ${table} (id PRIMARY KEY NOT NULL, document TEXT NOT NULL)`);
    this.#sqlite.prepare('INSERT INTO collections (name) VALUES (?)').run(name);
    const documents = this.documents(name) as Documents;
    documents.createIndex({ name: ID_INDEX, key: { _id: 1 }, unique: true });
    return documents;
  }

  /** Removes a collection with its indexes. Returns whether there was one. */
  drop(name: string): boolean {
    const documents = this.documents(name);
    if (!documents) return false;
    for (const index of documents.indexes.keys()) this.#sqlite.exec(`DROP TABLE ${quoted(indexTable(name, index))}`);
    this.#sqlite.exec(`DROP TABLE ${quoted(documentsTable(name))}`);
    this.#sqlite.prepare('DELETE FROM indexes WHERE collection = ?').run(name);
    this.#sqlite.prepare('DELETE FROM collections WHERE name = ?').run(name);
    this.#forget();
    return true;
  }

  async createCollection(name: string): Promise<EmbeddedCollection> {
    if (!this.readOnly) this.write(() => this.createDocuments(name), false);
    return this.collection(name);
  }

  async dropCollection(name: string): Promise<boolean> {
    return this.write(() => this.drop(name));
  }

  async dropDatabase(): Promise<boolean> {
    return this.write(() => this.#names().map((name) => this.drop(name)).length > 0);
  }

  listCollections(): { toArray(): Promise<{ name: string; type: 'collection' }[]> } {
    return {
      toArray: async () => this.read(() => this.#names().map((name) => ({ name, type: 'collection' as const }))),
    };
  }

  async command(command: Record<string, unknown>): Promise<{ ok: 1 }> {
    if (command['ping']) return this.read(() => ({ ok: 1 }));
    throw unsupported(`the command ${Object.keys(command)[0] ?? ''}`);
  }

  admin(): never {
    throw unsupported('the administration of a server (admin)');
  }

  aggregate(): never {
    throw unsupported('an aggregation without a collection');
  }

  watch(): never {
    throw unsupported('change streams (watch)');
  }

  /** A new ObjectId. */
  newId(): unknown {
    return this.#objectId();
  }

  /** No operation runs after this. */
  markClosed(): void {
    this.#closed = true;
    this.version.end();
  }

  #names(): string[] {
    return this.#sqlite
      .prepare('SELECT name FROM collections')
      .all()
      .map((row) => String(row['name']));
  }

  /** A reader sees the writes of another process: what it keeps in memory is forgotten when the file has changed. */
  #refresh(): void {
    const version = this.#dataVersion.get()?.['data_version'];
    if (version !== this.#seenVersion) this.#forget();
    this.#seenVersion = version;
  }

  #forget(): void {
    this.#cache.clear();
    this.#documents.clear();
    this.#kept.clear();
  }
}
