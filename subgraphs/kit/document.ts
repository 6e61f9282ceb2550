/** Stored documents as they are read: their id under the graph's name, and values at paths. */

import type { StoredRecord } from './collection.ts';

/** A lean document, which is a fresh copy, with its id under the name that the graph uses. */
export function withId(document: unknown): StoredRecord {
  const record = document as Record<string, unknown>;
  record['id'] = record['_id'];
  return record as StoredRecord;
}

/** The values at a path of a document, through lists. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === 'object' && value !== null ? valuesAt((value as Record<string, unknown>)[name], rest) : [];
}
