/** Reads the values back from an index key, for answers that need no document. */

import { isObjectId, TAG } from './encode.ts';

const NUMBER = Buffer.allocUnsafe(8);

/** Makes an ObjectId of its twelve bytes, or a new one; handed in by whoever knows the library. */
export type ObjectIdFactory = (bytes?: Uint8Array) => unknown;

/** The first `count` values of a key. A missing value reads as null: the mask at the key's end tells them apart. */
export function decodeKey(key: Uint8Array, count: number, objectId: ObjectIdFactory): unknown[] {
  const buffer = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const values: unknown[] = [];
  let at = 0;
  for (let column = 0; column < count; column += 1) {
    const tag = buffer[at++];
    if (tag === TAG.string) {
      const end = closing(buffer, at);
      values.push(readString(buffer.subarray(at, end)));
      at = end + 1;
    } else if (tag === TAG.number || tag === TAG.date) {
      const number = readNumber(buffer, at);
      values.push(tag === TAG.date ? new Date(number) : number);
      at += 8;
    } else if (tag === TAG.boolean) {
      values.push(buffer[at++] === 1);
    } else if (tag === TAG.objectId) {
      values.push(objectId(Uint8Array.from(buffer.subarray(at, at + 12))));
      at += 12;
    } else {
      values.push(tag === TAG.emptyArray ? [] : null);
    }
  }
  return values;
}

/** A short text that is the same for two identifiers exactly if they are equal: the key of caches and sets. */
export function idText(id: unknown): string {
  if (typeof id === 'string') return id;
  if (isObjectId(id)) return `\0oid:${id.toHexString()}`;
  return `\0${typeof id}:${String(id)}`;
}

function closing(buffer: Buffer, from: number): number {
  let end = buffer.indexOf(0, from);
  while (buffer[end + 1] === 0xff && end !== -1) end = buffer.indexOf(0, end + 1);
  return end === -1 ? buffer.length : end;
}

function readString(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  const units: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const half = first === 0xed && second >= 0xa0;
    if (!half && first !== 0xff) continue;
    units.push(bytes.toString('utf8', from, at));
    if (half) units.push(String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)));
    at += half ? 2 : 0;
    from = at + 1;
  }
  return units.join('') + bytes.toString('utf8', from);
}

function readNumber(buffer: Buffer, at: number): number {
  buffer.copy(NUMBER, 0, at, at + 8);
  const positive = (NUMBER[0] ?? 0) & 0x80;
  if (positive) NUMBER[0] = (NUMBER[0] ?? 0) & 0x7f;
  else for (let index = 0; index < 8; index += 1) NUMBER[index] = ~(NUMBER[index] ?? 0) & 0xff;
  return NUMBER.readDoubleBE(0);
}
