/** Documents as text: JSON, in which dates and ObjectIds are marked as MongoDB's Extended JSON (v2, relaxed) marks them. */

import mongoose from 'mongoose';
import { TransferError } from './transfer-error.ts';

/** A document as a store gives and takes it: JSON values, dates and ObjectIds, and no more. */
export type StoredDocument = Record<string, unknown>;

/** The years that Extended JSON writes as text; times before and after are milliseconds. */
const FIRST_TIME = 0;
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The text of a document, its `_id` first. The same document is the same text, whichever store it comes from. Throws a TransferError
 * on a value that the stores cannot both hold.
 */
export function textOf({ _id, ...fields }: StoredDocument): string {
  return JSON.stringify(marked({ _id, ...fields }, ''));
}

/** The document of a text that was parsed as JSON. Throws a TransferError on what is none. */
export function documentOf(parsed: unknown): StoredDocument {
  const document = revived(parsed, '');
  if (!isFields(document)) throw new TransferError('the document is no object');
  if (document['_id'] === undefined || document['_id'] === null) throw new TransferError('the document has no _id');
  return document;
}

function marked(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return { $date: dateText(value) };
  if (isObjectId(value)) return { $oid: value.toHexString() };
  if (Array.isArray(value)) return value.map((part, index) => marked(part, `${path}[${index}]`));
  if (isFields(value)) return mapped(value, path, marked);
  throw new TransferError(`${path} is ${kindOf(value)}, which cannot be moved`);
}

function revived(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part, index) => revived(part, `${path}[${index}]`));
  const fields = value as StoredDocument;
  const [mark = '', ...more] = Object.keys(fields);
  if (!mark.startsWith('$') || more.length > 0) return mapped(fields, path, revived);
  const content = fields[mark];
  if (mark === '$oid' && typeof content === 'string' && /^[0-9a-f]{24}$/i.test(content))
    return new mongoose.Types.ObjectId(content);
  const time = mark === '$date' ? timeOf(content) : Number.NaN;
  if (Number.isNaN(time))
    throw new TransferError(`${path} is ${JSON.stringify(value).slice(0, 60)}, which is no date and no ObjectId`);
  return new Date(time);
}

function mapped(
  fields: StoredDocument,
  path: string,
  convert: (value: unknown, path: string) => unknown,
): StoredDocument {
  const copy: StoredDocument = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    const place = path === '' ? name : `${path}.${name}`;
    if (name.startsWith('$') || name === '__proto__')
      throw new TransferError(`${place} is a field whose name begins with $ or is __proto__, which cannot be moved`);
    copy[name] = convert(value, place);
  }
  return copy;
}

function dateText(date: Date): unknown {
  const time = date.getTime();
  return time >= FIRST_TIME && time <= LAST_TIME ? date.toISOString() : { $numberLong: String(time) };
}

function timeOf(content: unknown): number {
  if (typeof content === 'string') return Date.parse(content);
  const long = isFields(content) ? content['$numberLong'] : undefined;
  return typeof long === 'string' && /^-?\d+$/.test(long) ? new Date(Number(long)).getTime() : Number.NaN;
}

/** Recognised by its BSON type, so that copies of the library do not matter. */
function isObjectId(value: unknown): value is { toHexString(): string } {
  return typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'ObjectId';
}

function isFields(value: unknown): value is StoredDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || '_bsontype' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && '_bsontype' in value)
    return `a value of type ${String(value._bsontype)}`;
  if (value instanceof Date) return 'a date that is none';
  return typeof value === 'number'
    ? `the number ${value}`
    : `a value of type ${value?.constructor?.name ?? typeof value}`;
}
