/** Reads the rows of a plan from its index: stretch by stretch, or merged into one order. */

import type { Range } from './bounds.ts';
import { idText } from './decode.ts';
import type { IndexRow, IndexTable } from './index-table.ts';
import type { IndexPlan } from './plan.ts';
import type { SqlId } from './sql.ts';

/** How much was looked at for an answer. */
export interface Examined {
  /** Index rows. */
  keys: number;
  /** Documents. */
  documents: number;
}

const FIRST_CHUNK = 64;
const LARGEST_CHUNK = 2048;

/**
 * The rows of a plan, each document once, in the plan's order. Reads little more than `rows`; undefined where it is not known
 * how many will be wanted, Infinity where all are.
 */
export function walk(plan: IndexPlan, rows: number | undefined, examined: Examined): Iterable<IndexRow> {
  const first = rows === undefined ? FIRST_CHUNK : Math.min(Math.max(rows, 1), LARGEST_CHUNK);
  const readers = plan.ranges.map((range) => new RangeReader(plan.index, range, plan, first, examined));
  const all = isMerged(plan) ? merged(readers, plan.mergeFrom ?? 0, plan.reverse) : inTurn(readers);
  return plan.repeats ? once(all, ([, id]) => id) : all;
}

/** The ids of the documents that `walk` would give; faster, because the keys stay in the file where they are not needed. */
export function walkIds(plan: IndexPlan, rows: number | undefined, examined: Examined): Iterable<SqlId> {
  const known = rows !== undefined && (rows === Infinity || !plan.repeats);
  if (!known || isMerged(plan)) return idsOf(walk(plan, rows, examined));
  const all = bareIds(plan, rows, examined);
  return plan.repeats ? once(all, (id) => id) : all;
}

function isMerged({ mergeFrom, ranges }: IndexPlan): boolean {
  return mergeFrom !== undefined && ranges.length > 1;
}

function* idsOf(rows: Iterable<IndexRow>): Generator<SqlId> {
  for (const [, id] of rows) yield id;
}

function* bareIds({ index, ranges, reverse }: IndexPlan, rows: number, examined: Examined): Generator<SqlId> {
  let left = rows;
  for (const { lo, hi } of ranges) {
    const found = index.readIds({ lo, hi, reverse }, left === Infinity ? -1 : left);
    examined.keys += found.length;
    for (const [id] of found) yield id;
    left -= found.length;
    if (left <= 0) return;
  }
}

function* once<T>(items: Iterable<T>, idOf: (item: T) => SqlId): Generator<T> {
  const seen = new Set<string>();
  for (const item of items) {
    const id = idText(idOf(item));
    if (seen.has(id)) continue;
    seen.add(id);
    yield item;
  }
}

class RangeReader {
  readonly range: Range;
  readonly #index: IndexTable;
  readonly #reverse: boolean;
  readonly #examined: Examined;
  #lo: Uint8Array;
  #hi: Uint8Array;
  #chunk: number;
  #rows: IndexRow[] = [];
  #at = 0;
  #ended = false;

  constructor(index: IndexTable, range: Range, plan: IndexPlan, chunk: number, examined: Examined) {
    this.range = range;
    this.#index = index;
    this.#reverse = plan.reverse;
    this.#examined = examined;
    this.#lo = range.lo;
    this.#hi = range.hi;
    this.#chunk = chunk;
  }

  /** The next row, undefined at the end. */
  next(): IndexRow | undefined {
    const row = this.#rows[this.#at];
    if (row) {
      this.#at += 1;
      return row;
    }
    if (this.#ended) return undefined;
    this.#rows = this.#index.read({ lo: this.#lo, hi: this.#hi, reverse: this.#reverse }, this.#chunk);
    this.#examined.keys += this.#rows.length;
    this.#at = 1;
    this.#ended = this.#rows.length < this.#chunk;
    this.#chunk = Math.min(this.#chunk * 2, LARGEST_CHUNK);
    const last = this.#rows.at(-1);
    if (last && this.#reverse) this.#hi = last[0];
    else if (last) this.#lo = Buffer.concat([last[0], Buffer.from([0])]);
    return this.#rows[0];
  }
}

function* inTurn(readers: readonly RangeReader[]): Generator<IndexRow> {
  for (const reader of readers) for (let row = reader.next(); row; row = reader.next()) yield row;
}

interface Head {
  reader: RangeReader;
  row: IndexRow;
  /** The key from the first column of the order on. */
  key: Uint8Array;
}

/** Merges ranges by their keys from a column on. The heads of the ranges are kept in order, the next one last. */
function* merged(readers: readonly RangeReader[], column: number, reverse: boolean): Generator<IndexRow> {
  const sign = reverse ? 1 : -1;
  const headOf = (reader: RangeReader): Head[] => {
    const row = reader.next();
    return row ? [{ reader, row, key: row[0].subarray(reader.range.offsets[column] ?? 0) }] : [];
  };
  const heads = readers.flatMap(headOf).sort((left, right) => Buffer.compare(left.key, right.key) * sign);
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield head.row;
    for (const next of headOf(head.reader)) {
      let low = 0;
      let high = heads.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (Buffer.compare((heads[middle] as Head).key, next.key) * sign < 0) low = middle + 1;
        else high = middle;
      }
      heads.splice(low, 0, next);
    }
  }
}
