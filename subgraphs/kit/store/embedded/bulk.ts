/** Bulk writes: a list of operations in one transaction, with MongoDB's account of what was done and what failed. */

import { BulkWriteError, ServerError, unsupported, type WriteFault } from '../errors.ts';
import { isFields, type StoredDocument } from './document.ts';
import type { OperationOptions } from './options.ts';
import { insertOne, remove, replaceOne, update, type UpdateResult, type WriteContext } from './write.ts';

/** What a bulk write did. */
export interface BulkResult {
  acknowledged: true;
  ok: 1;
  insertedCount: number;
  matchedCount: number;
  modifiedCount: number;
  deletedCount: number;
  upsertedCount: number;
  insertedIds: Record<number, unknown>;
  upsertedIds: Record<number, unknown>;
  isOk(): boolean;
  hasWriteErrors(): boolean;
  getWriteErrorCount(): number;
  getWriteErrors(): WriteFault[];
}

/** A bulk write: what was done, and the error to throw once that is committed. */
export interface BulkOutcome {
  result: BulkResult;
  error: BulkWriteError | undefined;
}

/** Runs operations in order; after a fault the rest too, unless `ordered`. What succeeded stands whatever failed. */
export function bulkWrite(context: WriteContext, operations: readonly unknown[], ordered: boolean): BulkOutcome {
  const faults: WriteFault[] = [];
  const result = emptyResult(faults);
  let first: ServerError | undefined;
  for (const [index, operation] of operations.entries()) {
    try {
      run(context, operation, index, result);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      first ??= error;
      const fault = { index, code: error.code, errmsg: error.message };
      faults.push({ ...fault, err: { ...fault, op: operation } });
      if (ordered) break;
    }
  }
  return { result, error: first && new BulkWriteError(first, result, faults) };
}

function run(context: WriteContext, operation: unknown, index: number, result: BulkResult): void {
  const [kind, body] = isFields(operation) ? (Object.entries(operation)[0] ?? []) : [];
  const { filter, update: change, replacement, document, ...options } = (body ?? {}) as StoredDocument;
  if (kind === 'insertOne') {
    result.insertedIds[index] = insertOne(context, document ?? body);
    result.insertedCount += 1;
  } else if (kind === 'updateOne' || kind === 'updateMany') {
    add(result, index, update(context, filter, change, options, kind === 'updateMany'));
  } else if (kind === 'replaceOne') {
    add(result, index, replaceOne(context, filter, replacement, options as OperationOptions));
  } else if (kind === 'deleteOne' || kind === 'deleteMany') {
    result.deletedCount += remove(context, filter, options, kind === 'deleteMany');
  } else {
    throw unsupported(`the bulk operation ${String(kind)}`);
  }
}

function add(result: BulkResult, index: number, done: UpdateResult): void {
  result.matchedCount += done.matchedCount;
  result.modifiedCount += done.modifiedCount;
  result.upsertedCount += done.upsertedCount;
  if (done.upsertedCount > 0) result.upsertedIds[index] = done.upsertedId;
}

function emptyResult(faults: WriteFault[]): BulkResult {
  return {
    acknowledged: true,
    ok: 1,
    insertedCount: 0,
    matchedCount: 0,
    modifiedCount: 0,
    deletedCount: 0,
    upsertedCount: 0,
    insertedIds: {},
    upsertedIds: {},
    isOk: () => faults.length === 0,
    hasWriteErrors: () => faults.length > 0,
    getWriteErrorCount: () => faults.length,
    getWriteErrors: () => faults,
  };
}
