/** The rows that a document has in an index: one, or one for each element where a path leads through a list. */

import { unsupported } from '../errors.ts';
import type { StoredDocument } from './document.ts';
import { encodeKey } from './encode.ts';
import { compareValues, valuesAt } from './values.ts';

/** A document's place in an index. */
export interface IndexKeys {
  /** The values of the columns, a tuple a row. */
  tuples: unknown[][];
  /** The same as bytes, closed by the mask of columns whose value is missing. */
  encoded: Buffer[];
  /** The columns in which the document has a list, a bit for each. */
  multikey: number;
}

/** The keys of a document in an index over these paths. */
export function keysOf(document: StoredDocument, paths: readonly (readonly string[])[], index: string): IndexKeys {
  let tuples: unknown[][] = [[]];
  let multikey = 0;
  for (const [column, segments] of paths.entries()) {
    const { values, many } = valuesAt(document, segments);
    if (many) {
      if (multikey !== 0) throw unsupported(`lists at two paths of one index (${index})`);
      multikey |= 1 << column;
    }
    if (values.length === 1) for (const tuple of tuples) tuple.push(values[0]);
    else tuples = distinct(values).flatMap((value) => tuples.map((tuple) => [...tuple, value]));
  }
  return { tuples, multikey, encoded: tuples.map((tuple) => encodeKey(tuple, undefined, missing(tuple))) };
}

/** Reads the mask at a key's end: whether the value of a column is missing rather than null. */
export function isMissing(key: Uint8Array, column: number): boolean {
  return ((key[key.length - 1] ?? 0) & (1 << column)) !== 0;
}

function missing(tuple: readonly unknown[]): number {
  let mask = 0;
  for (let column = 0; column < tuple.length; column += 1) if (tuple[column] === undefined) mask |= 1 << column;
  return mask;
}

function distinct(values: readonly unknown[]): unknown[] {
  const seen = new Set(values);
  if (seen.size < 2 || values.every((value) => typeof value === 'string')) return [...seen];
  return values.filter((value, at) => values.findIndex((other) => compareValues(value, other) === 0) === at);
}
