/** Stored documents as they are read: their id and their type under the graph's names, and values at paths. */

import { isSingleKind, typeOfId, type EntityKind } from '../../schema/kinds.ts';
import type { StoredRecord } from './collection.ts';

/** A document, which is a fresh copy, with its id and its type under the names that the graph uses. */
export function recordOf(kind: EntityKind, document: unknown): StoredRecord {
  const record = document as Record<string, unknown>;
  const id = record['_id'] as string;
  record['id'] = id;
  record['__typename'] = isSingleKind(kind) ? kind : typeOfId(kind, id);
  return record as StoredRecord;
}

/** A document, which is a fresh copy, with its id under the name that the graph uses. */
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
