/** Documents as the store holds them: plain JSON values, dates and ObjectIds; taken in, copied, written to text and read back. */

import { unsupported } from '../errors.ts';
import { isObjectId } from './encode.ts';
import type { ObjectIdFactory } from './decode.ts';

/** A document. Those that come from the store's cache are never changed: a change is made on a copy. */
export type StoredDocument = Record<string, unknown>;

/** Whether a value is an object with fields (not a list, date, pattern or ObjectId). */
export function isFields(value: unknown): value is StoredDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A plain copy of what a caller handed in (mongoose's arrays and subdocuments become lists and objects). Fields that are
 * undefined are left out of documents. Throws on values that the store does not keep (buffers, decimals, bigints, functions).
 */
export function takeIn(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (value === undefined) return null;
  if (typeof value !== 'object') throw unsupported(`values of type ${typeof value}`);
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp || isObjectId(value)) return value;
  if (Array.isArray(value)) return Array.from(value, takeIn);
  if ('_bsontype' in value) throw unsupported(`values of type ${String(value._bsontype)}`);
  if ('toBSON' in value && typeof value.toBSON === 'function') return takeIn(value.toBSON());
  if (ArrayBuffer.isView(value)) throw unsupported('binary values');
  const entries = value instanceof Map ? (value as Map<string, unknown>).entries() : Object.entries(value);
  const copy: StoredDocument = {};
  for (const [field, part] of entries) if (part !== undefined) copy[field] = takeIn(part);
  return copy;
}

/** A structural copy that shares nothing with the original but immutable values. */
export function copyOf<T>(value: T): T {
  return copyValue(value) as T;
}

/** Spreading keeps the shape that the engine knows of the object, which makes it several times faster than copying fields. */
function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.slice() as unknown[];
    for (let index = 0; index < list.length; index += 1)
      if (typeof list[index] === 'object') list[index] = copyValue(list[index]);
    return list;
  }
  if (!isFields(value)) return value instanceof Date ? new Date(value) : value;
  const copy = { ...value };
  for (const field in copy) if (typeof copy[field] === 'object') copy[field] = copyValue(copy[field]);
  return copy;
}

/** The text under which a document is stored: JSON, with dates as `{"$date": ms}` and ObjectIds as `{"$oid": hex}`. */
export function toText(document: StoredDocument): string {
  if (!hasTyped(document)) return JSON.stringify(document);
  return JSON.stringify(document, function (this: StoredDocument, field: string, written: unknown) {
    const value = this[field];
    if (value instanceof Date) return { $date: value.getTime() };
    if (isObjectId(value)) return { $oid: value.toHexString() };
    return written;
  });
}

/** Whether there is a date or an ObjectId within: most documents have none, and JSON is much faster without a look at each value. */
function hasTyped(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasTyped);
  if (!isFields(value)) return true;
  for (const field in value) if (hasTyped(value[field])) return true;
  return false;
}

/** Reads a stored text back. */
export function fromText(text: string, objectId: ObjectIdFactory): StoredDocument {
  const document = JSON.parse(text) as StoredDocument;
  return text.includes('{"$date":') || text.includes('{"$oid":')
    ? (revived(document, objectId) as StoredDocument)
    : document;
}

function revived(value: unknown, objectId: ObjectIdFactory): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => revived(part, objectId));
  const fields = value as StoredDocument;
  if (typeof fields['$date'] === 'number') return new Date(fields['$date']);
  if (typeof fields['$oid'] === 'string') return objectId(Buffer.from(fields['$oid'], 'hex'));
  for (const [field, part] of Object.entries(fields)) fields[field] = revived(part, objectId);
  return fields;
}
