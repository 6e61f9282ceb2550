/** One collection as mongoose calls it: the methods of MongoDB's driver, of which those that are not here refuse by name. */

import { BulkWriteError } from '../errors.ts';
import { pipelineOf, runStages } from './aggregate.ts';
import { bulkWrite, type BulkResult } from './bulk.ts';
import { EmbeddedCursor } from './cursor.ts';
import type { EmbeddedDatabase } from './database.ts';
import type { Documents } from './documents.ts';
import { copyOf, type StoredDocument } from './document.ts';
import { explained } from './explain.ts';
import { takeInFilter } from './filter.ts';
import { declarationOf, described } from './index-options.ts';
import { checkOptions, rowCount, sortOf, type OperationOptions } from './options.ts';
import { projectionOf } from './projection.ts';
import { count, read, readStored, type ReadRequest } from './read.ts';
import { compareValues, valuesAt } from './values.ts';
import { EMPTY_ARRAY } from './encode.ts';
import {
  findOneAnd,
  insertOne,
  remove,
  replaceOne,
  update,
  type Change,
  type UpdateResult,
  type WriteContext,
} from './write.ts';

const FIND = ['projection', 'sort', 'skip', 'limit', 'explain'];
const FIND_AND = [
  'projection',
  'sort',
  'upsert',
  'returnDocument',
  'returnOriginal',
  'includeResultMetadata',
  'arrayFilters',
];

/** A collection of the embedded store. */
export class EmbeddedCollection {
  readonly collectionName: string;
  readonly #database: EmbeddedDatabase;

  constructor(database: EmbeddedDatabase, name: string) {
    this.#database = database;
    this.collectionName = name;
  }

  get namespace(): string {
    return `${this.#database.databaseName}.${this.collectionName}`;
  }

  find(filter?: unknown, options?: OperationOptions): EmbeddedCursor<StoredDocument> {
    const { projection, ...asked } = checkOptions('find', options, FIND);
    const request = requestOf(filter, asked);
    const projected = projectionOf(projection);
    return new EmbeddedCursor<StoredDocument>({
      open: () =>
        this.#read((documents) => read(documents, request, projected, { keys: 0, documents: 0 })) ?? [].values(),
      step: (work) => this.#database.read(work),
      explain: () => this.#read((documents) => explained(documents, request, projected)) ?? null,
    });
  }

  async findOne(filter?: unknown, options?: OperationOptions): Promise<StoredDocument | null> {
    return this.find(filter, { ...options, limit: 1 }).next();
  }

  async countDocuments(filter?: unknown, options?: OperationOptions): Promise<number> {
    const asked = checkOptions('countDocuments', options, ['skip', 'limit']);
    const request = requestOf(filter, asked);
    const all = this.#read((documents) => count(documents, request.filter, { keys: 0, documents: 0 })) ?? 0;
    const behind = Math.max(0, all - request.skip);
    return request.limit > 0 ? Math.min(behind, request.limit) : behind;
  }

  async estimatedDocumentCount(options?: OperationOptions): Promise<number> {
    checkOptions('estimatedDocumentCount', options, []);
    return this.countDocuments({});
  }

  async distinct(path: string, filter?: unknown, options?: OperationOptions): Promise<unknown[]> {
    checkOptions('distinct', options, []);
    const request = requestOf(filter, {});
    const segments = path.split('.');
    const values = this.#read((documents) =>
      [...readStored(documents, request, { keys: 0, documents: 0 })].flatMap(
        (document) => valuesAt(document, segments).values,
      ),
    );
    const sorted = (values ?? [])
      .filter((value) => value !== undefined && value !== EMPTY_ARRAY)
      .toSorted(compareValues);
    return sorted.filter((value, at) => at === 0 || compareValues(sorted[at - 1], value) !== 0).map(copyOf);
  }

  aggregate(stages: readonly unknown[] = [], options?: OperationOptions): EmbeddedCursor<StoredDocument> {
    checkOptions('aggregate', options, ['explain']);
    const { request, rest } = pipelineOf(stages);
    const examined = { keys: 0, documents: 0 };
    return new EmbeddedCursor<StoredDocument>({
      open: () => runStages(this.#read((documents) => readStored(documents, request, examined)) ?? [], rest).values(),
      step: (work) => this.#database.read(work),
      explain: () => this.#read((documents) => explained(documents, request, projectionOf(undefined))) ?? null,
    });
  }

  async insertOne(document: unknown, options?: OperationOptions): Promise<{ acknowledged: true; insertedId: unknown }> {
    checkOptions('insertOne', options, []);
    return { acknowledged: true, insertedId: this.#write((context) => insertOne(context, document)) };
  }

  async insertMany(
    documents: readonly unknown[],
    options?: OperationOptions,
  ): Promise<Pick<BulkResult, 'acknowledged' | 'insertedCount' | 'insertedIds'>> {
    checkOptions('insertMany', options, ['ordered', 'limit']);
    const operations = documents.map((document) => ({ insertOne: { document } }));
    const { insertedCount, insertedIds } = await this.bulkWrite(operations, { ordered: options?.['ordered'] });
    return { acknowledged: true, insertedCount, insertedIds };
  }

  async bulkWrite(operations: readonly unknown[], options?: OperationOptions): Promise<BulkResult> {
    const { ordered } = checkOptions('bulkWrite', options, ['ordered']);
    const { result, error } = this.#write((context) => bulkWrite(context, operations, ordered !== false));
    if (error instanceof BulkWriteError) throw error;
    return result;
  }

  async updateOne(filter: unknown, change: unknown, options: OperationOptions = {}): Promise<UpdateResult> {
    return this.#write((context) => update(context, filter, change, options, false));
  }

  async updateMany(filter: unknown, change: unknown, options: OperationOptions = {}): Promise<UpdateResult> {
    return this.#write((context) => update(context, filter, change, options, true));
  }

  async replaceOne(filter: unknown, replacement: unknown, options: OperationOptions = {}): Promise<UpdateResult> {
    return this.#write((context) => replaceOne(context, filter, replacement, options));
  }

  async deleteOne(
    filter: unknown,
    options: OperationOptions = {},
  ): Promise<{ acknowledged: true; deletedCount: number }> {
    return { acknowledged: true, deletedCount: this.#write((context) => remove(context, filter, options, false)) };
  }

  async deleteMany(
    filter: unknown,
    options: OperationOptions = {},
  ): Promise<{ acknowledged: true; deletedCount: number }> {
    return { acknowledged: true, deletedCount: this.#write((context) => remove(context, filter, options, true)) };
  }

  async findOneAndUpdate(filter: unknown, change: unknown, options?: OperationOptions): Promise<unknown> {
    const asked = checkOptions('findOneAndUpdate', options, FIND_AND);
    return changed(
      this.#write((context) => findOneAnd('update', context, filter, change, asked)),
      asked,
    );
  }

  async findOneAndReplace(filter: unknown, replacement: unknown, options?: OperationOptions): Promise<unknown> {
    const asked = checkOptions('findOneAndReplace', options, FIND_AND);
    return changed(
      this.#write((context) => findOneAnd('replace', context, filter, replacement, asked)),
      asked,
    );
  }

  async findOneAndDelete(filter: unknown, options?: OperationOptions): Promise<unknown> {
    const asked = checkOptions('findOneAndDelete', options, ['projection', 'sort', 'includeResultMetadata']);
    return changed(
      this.#write((context) => findOneAnd('delete', context, filter, undefined, asked)),
      asked,
    );
  }

  async createIndex(key: unknown, options?: OperationOptions): Promise<string> {
    const [name] = await this.createIndexes([{ ...options, key }]);
    return name as string;
  }

  async createIndexes(declarations: readonly { key: unknown; [option: string]: unknown }[]): Promise<string[]> {
    const declared = declarations.map(({ key, ...options }) => declarationOf(key, options));
    const missing = declared.filter((spec) => !this.#read((documents) => documents.hasIndex(spec)));
    if (missing.length > 0)
      this.#write(({ documents }) => missing.forEach((spec) => documents.createIndex(spec)), false);
    return declared.map(({ name }) => name);
  }

  async dropIndex(name: string): Promise<{ ok: 1 }> {
    this.#write(({ documents }) => documents.dropIndex(name));
    return { ok: 1 };
  }

  listIndexes(): { toArray(): Promise<StoredDocument[]> } {
    return { toArray: async () => this.#read((documents) => [...documents.indexes.values()].map(described)) ?? [] };
  }

  async drop(): Promise<boolean> {
    return this.#database.write(() => this.#database.drop(this.collectionName));
  }

  #read<T>(work: (documents: Documents) => T): T | undefined {
    return this.#database.readDocuments(this.collectionName, work);
  }

  #write<T>(work: (context: WriteContext) => T, lasting = true): T {
    const newId = (): unknown => this.#database.newId();
    return this.#database.writeDocuments(this.collectionName, (documents) => work({ documents, newId }), lasting);
  }
}

function requestOf(filter: unknown, { sort, skip, limit }: OperationOptions): ReadRequest {
  return {
    filter: takeInFilter(filter),
    sort: sortOf(sort),
    skip: rowCount('skip', skip),
    limit: rowCount('limit', limit),
  };
}

function changed({ before, after }: Change, options: OperationOptions): unknown {
  const later = options['returnDocument'] === 'after' || options['returnOriginal'] === false;
  const chosen = later ? after : before;
  const value = chosen ? projectionOf(options['projection']).of(chosen) : null;
  if (!options['includeResultMetadata']) return value;
  const upserted = before === undefined && after !== undefined ? { upserted: after['_id'] } : {};
  return {
    value,
    ok: 1,
    lastErrorObject: { n: Number((before ?? after) !== undefined), updatedExisting: before !== undefined, ...upserted },
  };
}
