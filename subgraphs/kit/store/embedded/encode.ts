/** Index keys as bytes: tuples of values encoded so that the order of the bytes is the order of BSON values. */

import { unsupported } from '../errors.ts';

/** The value under which an empty array stands in an index: before null, as in MongoDB. */
export const EMPTY_ARRAY = Symbol('empty array');

/** The first byte of each encoded value, by type; values of one type lie between its tag and the next. */
export const TAG = {
  emptyArray: 0x05,
  null: 0x06,
  number: 0x10,
  string: 0x20,
  objectId: 0x50,
  boolean: 0x60,
  date: 0x70,
} as const;

/** A byte behind all that may follow a prefix: `[prefix, prefix + LAST]` holds every key that begins with the prefix. */
export const LAST = 0xff;

/** An ObjectId, recognised by its BSON type so that copies of the library do not matter. */
export interface ObjectIdLike {
  _bsontype: 'ObjectId';
  id: Uint8Array;
  toHexString(): string;
}

/** Whether a value is an ObjectId. */
export function isObjectId(value: unknown): value is ObjectIdLike {
  return typeof value === 'object' && value !== null && (value as { _bsontype?: unknown })._bsontype === 'ObjectId';
}

/** The tag of a value; undefined for one that cannot stand in an index (an object, an array, a pattern). */
export function tagOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return TAG.null;
  if (value === EMPTY_ARRAY) return TAG.emptyArray;
  if (typeof value === 'string') return TAG.string;
  if (typeof value === 'number') return TAG.number;
  if (typeof value === 'boolean') return TAG.boolean;
  if (value instanceof Date) return TAG.date;
  if (isObjectId(value)) return TAG.objectId;
  return undefined;
}

const SURROGATE = /[\ud800-\udfff]/;

let scratch = Buffer.allocUnsafe(8192);
let length = 0;

/** The bytes of a tuple of values, behind `prefix` where one is given. Throws on a value that cannot be indexed. */
export function encodeKey(values: readonly unknown[], prefix?: Uint8Array, suffix?: number): Buffer {
  length = 0;
  if (prefix) {
    room(prefix.length);
    scratch.set(prefix, 0);
    length = prefix.length;
  }
  for (const value of values) write(value);
  if (suffix !== undefined) byte(suffix);
  return Buffer.from(scratch.subarray(0, length));
}

function room(bytes: number): void {
  if (length + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, length + bytes));
  scratch.copy(larger, 0, 0, length);
  scratch = larger;
}

function byte(value: number): void {
  room(1);
  scratch[length++] = value;
}

function write(value: unknown): void {
  const tag = tagOf(value);
  if (tag === undefined) throw unsupported(`objects, lists in lists or patterns in an index (${typeof value})`);
  byte(tag);
  if (tag === TAG.string) writeString(value as string);
  else if (tag === TAG.number) writeNumber(value as number);
  else if (tag === TAG.date) writeNumber((value as Date).getTime());
  else if (tag === TAG.boolean) byte(value ? 1 : 0);
  else if (tag === TAG.objectId) {
    room(12);
    scratch.set((value as ObjectIdLike).id, length);
    length += 12;
  }
}

/**
 * UTF-8, closed by 0x00; a 0x00 inside is followed by 0xFF. Halves of a surrogate pair are written as three bytes each (CESU-8),
 * so that the bytes order by code unit, as the graph's texts do.
 */
function writeString(text: string): void {
  const parts = text.includes('\0') ? text.split('\0') : [text];
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      room(2);
      scratch[length++] = 0x00;
      scratch[length++] = 0xff;
    }
    room(part.length * 3);
    if (SURROGATE.test(part)) writeUnits(part);
    else length += scratch.write(part, length, 'utf8');
  }
  byte(0x00);
}

function writeUnits(text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xe000) {
      scratch[length++] = 0xed;
      scratch[length++] = 0x80 | ((unit >> 6) & 0x3f);
      scratch[length++] = 0x80 | (unit & 0x3f);
    } else {
      length += scratch.write(text.charAt(at), length, 'utf8');
    }
  }
}

/** IEEE 754, big-endian, sign turned so that bytes order as numbers do; NaN before all. */
function writeNumber(value: number): void {
  room(8);
  if (Number.isNaN(value)) {
    scratch.fill(0, length, length + 8);
  } else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, length);
    const negative = (scratch[length] ?? 0) & 0x80;
    if (negative) for (let at = length; at < length + 8; at += 1) scratch[at] = ~(scratch[at] ?? 0) & 0xff;
    else scratch[length] = (scratch[length] ?? 0) | 0x80;
  }
  length += 8;
}
