/** The writing operations on one collection, each as MongoDB does it. They run within a transaction that the caller holds. */

import { unsupported } from '../errors.ts';
import type { Documents } from './documents.ts';
import { isFields, takeIn, type StoredDocument } from './document.ts';
import { takeInFilter } from './filter.ts';
import { checkOptions, sortOf, type OperationOptions } from './options.ts';
import { readStored } from './read.ts';
import { equalitiesOf, takeInReplacement, takeInUpdate, updated, upserted } from './update.ts';

/** What a write needs of its surroundings. */
export interface WriteContext {
  documents: Documents;
  newId: () => unknown;
}

/** How many documents an update found and changed, as MongoDB reports it. */
export interface UpdateResult {
  acknowledged: true;
  matchedCount: number;
  modifiedCount: number;
  upsertedCount: number;
  upsertedId: unknown;
}

/** A document that an operation found, or made, with its state before and after. */
export interface Change {
  before: StoredDocument | undefined;
  after: StoredDocument | undefined;
}

const UPDATE_OPTIONS = ['upsert', 'arrayFilters', 'sort'];

/** Inserts a document; gives it an id where it has none, in the caller's object too. Returns the id. */
export function insertOne({ documents, newId }: WriteContext, document: unknown): unknown {
  if (isFields(document) && document['_id'] === undefined) document['_id'] = newId();
  const taken = takeIn(document);
  if (!isFields(taken)) throw unsupported('the insertion of what is no document');
  documents.insert('_id' in taken ? taken : { _id: newId(), ...taken });
  return taken['_id'];
}

/** Updates the first match, or all. */
export function update(
  context: WriteContext,
  filter: unknown,
  change: unknown,
  options: OperationOptions,
  many: boolean,
): UpdateResult {
  checkOptions(many ? 'updateMany' : 'updateOne', options, UPDATE_OPTIONS);
  const taken = takeInFilter(filter);
  const operators = takeInUpdate(change);
  const circumstances = { filter: taken, arrayFilters: arrayFiltersOf(options) };
  const make = {
    next: (before: StoredDocument) => updated(before, operators, circumstances),
    first: () => upserted(operators, circumstances, context.newId),
  };
  return apply(context, taken, make, options, many);
}

/** Puts a document in the place of the first match. */
export function replaceOne(
  context: WriteContext,
  filter: unknown,
  replacement: unknown,
  options: OperationOptions,
): UpdateResult {
  checkOptions('replaceOne', options, ['upsert', 'sort']);
  const taken = takeInFilter(filter);
  return apply(context, taken, replacing(context, taken, replacement), options, false);
}

/** Deletes the first match, or all. Returns how many. */
export function remove({ documents }: WriteContext, filter: unknown, options: OperationOptions, many: boolean): number {
  checkOptions(many ? 'deleteMany' : 'deleteOne', options, []);
  const found = find(documents, takeInFilter(filter), [], many);
  for (const document of found) documents.remove(document);
  return found.length;
}

/** Finds one document and updates, replaces or deletes it in one step. */
export function findOneAnd(
  kind: 'update' | 'replace' | 'delete',
  context: WriteContext,
  filter: unknown,
  change: unknown,
  options: OperationOptions,
): Change {
  const taken = takeInFilter(filter);
  const [before] = find(context.documents, taken, sortOf(options['sort']), false);
  if (kind === 'delete') {
    if (before) context.documents.remove(before);
    return { before, after: undefined };
  }
  const operators = kind === 'update' ? takeInUpdate(change) : undefined;
  const circumstances = { filter: taken, arrayFilters: arrayFiltersOf(options) };
  const make = operators
    ? {
        next: (old: StoredDocument) => updated(old, operators, circumstances),
        first: () => upserted(operators, circumstances, context.newId),
      }
    : replacing(context, taken, change);
  if (before) {
    const after = make.next(before);
    context.documents.replace(before, after);
    return { before, after };
  }
  if (!options['upsert']) return { before: undefined, after: undefined };
  const after = make.first();
  context.documents.insert(after);
  return { before: undefined, after };
}

interface Making {
  next(before: StoredDocument): StoredDocument;
  first(): StoredDocument;
}

function replacing({ newId }: WriteContext, filter: StoredDocument, replacement: unknown): Making {
  const taken = takeInReplacement(replacement);
  return {
    next: (before) => ({ _id: before['_id'], ...taken }),
    first: () => ({ _id: equalitiesOf(filter)['_id'] ?? newId(), ...taken }),
  };
}

function apply(
  { documents }: WriteContext,
  filter: StoredDocument,
  make: Making,
  options: OperationOptions,
  many: boolean,
): UpdateResult {
  const found = find(documents, filter, sortOf(options['sort']), many);
  let modifiedCount = 0;
  for (const before of found) if (documents.replace(before, make.next(before))) modifiedCount += 1;
  const result: UpdateResult = {
    acknowledged: true,
    matchedCount: found.length,
    modifiedCount,
    upsertedCount: 0,
    upsertedId: null,
  };
  if (found.length > 0 || !options['upsert']) return result;
  const document = make.first();
  documents.insert(document);
  return { ...result, upsertedCount: 1, upsertedId: document['_id'] };
}

/** All matches are found before the first is changed, so that no change brings a document before the reader twice. */
function find(
  documents: Documents,
  filter: StoredDocument,
  sort: ReturnType<typeof sortOf>,
  many: boolean,
): StoredDocument[] {
  return [...readStored(documents, { filter, sort, skip: 0, limit: many ? 0 : 1 }, { keys: 0, documents: 0 })];
}

function arrayFiltersOf(options: OperationOptions): StoredDocument[] {
  const filters = options['arrayFilters'];
  return Array.isArray(filters) ? filters.map(takeInFilter) : [];
}
