/** Lays data out in rows: one a member of the deepest list; what stands outside it repeats, and a parent with an empty list keeps a row of its own. */

import type { Branch } from './shape.ts';
import type { Table } from './table.ts';

/** One row: a value a column, as the answer has it. */
export type Row = readonly unknown[];

type Json = Readonly<Record<string, unknown>>;

/** The rows of an answer. */
export function* rowsOf(table: Table, data: unknown): Generator<Row> {
  const places = new Map(table.columns.map((column, index) => [column, index]));
  const chain = new Set(table.chain);

  /** Writes what stands in an object, lists aside, and gives the next part of the chain. */
  function fill(branch: Branch, value: Json, cells: unknown[]): Branch | undefined {
    let next: Branch | undefined;
    for (const part of branch.below) {
      if (part.kind === 'leaf') cells[places.get(part) as number] = value[part.key] ?? null;
      else if (chain.has(part)) next = part;
      else if (!part.isList) fill(part, objectOf(value[part.key]), cells);
    }
    return next;
  }

  /** `isKept`: some record outside is there, so that it has a row also where the list in it is empty. */
  function* emit(branch: Branch, value: Json, cells: unknown[], isKept: boolean): Generator<Row> {
    const next = fill(branch, value, cells);
    if (!next) return yield cells;
    const inner = value[next.key] ?? null;
    if (!next.isList)
      return yield* emit(next, objectOf(inner), cells, isKept || (inner !== null && !next.isConnection));
    const members: readonly unknown[] = Array.isArray(inner) ? inner.flat(Infinity) : [];
    if (members.length === 0 && isKept) yield cells;
    for (const member of members) yield* emit(next, objectOf(member), [...cells], true);
  }

  yield* emit(
    table.root,
    objectOf(data),
    table.columns.map(() => null),
    false,
  );
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
