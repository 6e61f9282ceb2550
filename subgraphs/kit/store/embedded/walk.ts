/** Reads the rows of a plan from its index: stretch by stretch, or merged into one order. */

import type { Range } from './bounds.ts';
import { idText } from './decode.ts';
import type { IndexRow, IndexTable } from './index-table.ts';
import type { IndexPlan } from './plan.ts';

/** How much was looked at for an answer. */
export interface Examined {
  /** Index rows. */
  keys: number;
  /** Documents. */
  documents: number;
}

const FIRST_CHUNK = 64;
const LARGEST_CHUNK = 2048;

/** The rows of a plan, each document once, in the plan's order. Reads little more than `rows` where that is known. */
export function* walk(plan: IndexPlan, rows: number | undefined, examined: Examined): Generator<IndexRow> {
  const first = rows === undefined ? FIRST_CHUNK : Math.min(Math.max(rows, 1), LARGEST_CHUNK);
  const readers = plan.ranges.map((range) => new RangeReader(plan.index, range, plan, first, examined));
  const all =
    plan.mergeFrom !== undefined && readers.length > 1
      ? merged(readers, plan.mergeFrom, plan.reverse)
      : inTurn(readers);
  if (!plan.repeats) return yield* all;
  const seen = new Set<string>();
  for (const row of all) {
    const id = idText(row[1]);
    if (seen.has(id)) continue;
    seen.add(id);
    yield row;
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

  /** The row that comes next, undefined at the end. */
  peek(): IndexRow | undefined {
    if (this.#at < this.#rows.length) return this.#rows[this.#at];
    if (this.#ended) return undefined;
    this.#rows = this.#index.read({ lo: this.#lo, hi: this.#hi, reverse: this.#reverse }, this.#chunk);
    this.#examined.keys += this.#rows.length;
    this.#at = 0;
    this.#ended = this.#rows.length < this.#chunk;
    this.#chunk = Math.min(this.#chunk * 2, LARGEST_CHUNK);
    const last = this.#rows.at(-1);
    if (last && this.#reverse) this.#hi = last[0];
    else if (last) this.#lo = Buffer.concat([last[0], Buffer.from([0])]);
    return this.#rows[0];
  }

  take(): void {
    this.#at += 1;
  }
}

function* inTurn(readers: readonly RangeReader[]): Generator<IndexRow> {
  for (const reader of readers) {
    for (let row = reader.peek(); row; row = reader.peek()) {
      reader.take();
      yield row;
    }
  }
}

/** Merges ranges by their keys from the first column of the order on. */
function* merged(readers: readonly RangeReader[], column: number, reverse: boolean): Generator<IndexRow> {
  const sign = reverse ? -1 : 1;
  const open = readers.map((reader) => ({ reader, from: reader.range.offsets[column] ?? 0 }));
  for (;;) {
    let best: { reader: RangeReader; row: IndexRow; key: Uint8Array } | undefined;
    for (const { reader, from } of open) {
      const row = reader.peek();
      if (!row) continue;
      const key = row[0].subarray(from);
      if (!best || Buffer.compare(key, best.key) * sign < 0) best = { reader, row, key };
    }
    if (!best) return;
    best.reader.take();
    yield best.row;
  }
}
