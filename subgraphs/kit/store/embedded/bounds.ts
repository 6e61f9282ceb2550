/** What a branch of a filter means on an index: the stretches of keys to read, and whether they say all of it. */

import type { Branch, Condition } from './filter.ts';
import { encodeKey, LAST, TAG, tagOf } from './encode.ts';
import type { IndexTable } from './index-table.ts';
import { isFields } from './document.ts';
import { isOperators } from './filter.ts';
import { patternPrefix } from './pattern.ts';

/** Keys from `lo` up to, not including, `hi`. */
export interface Range {
  lo: Buffer;
  hi: Buffer;
  /** Where each fixed column begins in the key, and where the first free one does. */
  offsets: readonly number[];
}

/** A branch laid upon an index. */
export interface Bounds {
  ranges: Range[];
  /** How many leading columns have one value in each range. */
  fixed: number;
  /** How many conditions narrow the ranges. */
  used: number;
  /** Whether every document in the ranges is of the branch. */
  exact: boolean;
}

const MOST_RANGES = 1024;

/** Lays a branch upon an index. */
export function boundsOf(branch: Branch, index: IndexTable): Bounds {
  let prefixes: { bytes: Buffer; offsets: readonly number[] }[] = [{ bytes: Buffer.alloc(0), offsets: [0] }];
  const used = new Set<Condition>();
  let fixed = 0;
  let inner: { lo: Buffer; hi: Buffer } | undefined;
  let exactInner = true;
  for (const [column, path] of index.paths.entries()) {
    const many = (index.multikey & (1 << column)) !== 0;
    const conditions = branch.conditions.filter((condition) => condition.path === path);
    const point = conditions.find((condition) => isPoint(condition, many));
    const values = point ? pointsOf(point) : [];
    if (point && prefixes.length * values.length <= MOST_RANGES) {
      used.add(point);
      fixed += 1;
      prefixes = prefixes.flatMap(({ bytes, offsets }) =>
        values.map((value) => {
          const longer = encodeKey([value], bytes);
          return { bytes: longer, offsets: [...offsets, longer.length] };
        }),
      );
      continue;
    }
    const stretch = stretchOf(conditions, many);
    if (stretch) {
      inner = stretch;
      exactInner = stretch.exact;
      for (const condition of stretch.used) used.add(condition);
    }
    break;
  }
  const ranges = prefixes.map(({ bytes, offsets }) => ({
    lo: inner ? Buffer.concat([bytes, inner.lo]) : bytes,
    hi: inner ? Buffer.concat([bytes, inner.hi]) : encodeKey([], bytes, LAST),
    offsets,
  }));
  const exact = branch.whole && exactInner && used.size === branch.conditions.length;
  return { ranges: ranges.filter(({ lo, hi }) => Buffer.compare(lo, hi) < 0), fixed, used: used.size, exact };
}

function isPoint({ op, value }: Condition, many: boolean): boolean {
  if (op === '$eq') return isIndexed(value, many);
  return op === '$in' && Array.isArray(value) && value.every((part) => isIndexed(part, many));
}

/** Null also stands for what is missing, which a path through lists has in other ways than a row for null. */
function isIndexed(value: unknown, many: boolean): boolean {
  const tag = tagOf(value);
  return tag !== undefined && !(many && tag === TAG.null);
}

function pointsOf({ op, value }: Condition): unknown[] {
  if (op === '$eq') return [value];
  const keys = new Map((value as unknown[]).map((part) => [encodeKey([part]).toString('latin1'), part]));
  return [...keys.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, part]) => part);
}

interface Edges {
  lo: Buffer;
  hi: Buffer;
  used: Condition[];
  exact: boolean;
}

/** The stretch that comparisons on one column leave. Where there are lists each may be met by another element, so one alone counts. */
function stretchOf(conditions: readonly Condition[], many: boolean): Edges | undefined {
  const edges = conditions.flatMap((condition) => edgesOf(condition, many) ?? []);
  const [first, ...rest] = edges;
  if (!first || many) return first;
  return rest.reduce(
    (left, right) => ({
      lo: Buffer.compare(left.lo, right.lo) >= 0 ? left.lo : right.lo,
      hi: Buffer.compare(left.hi, right.hi) <= 0 ? left.hi : right.hi,
      used: [...left.used, ...right.used],
      exact: left.exact && right.exact,
    }),
    first,
  );
}

function edgesOf(condition: Condition, many: boolean): Edges | undefined {
  const { op, value } = condition;
  const used = [condition];
  if (op === '$regex') {
    const prefix = patternPrefix(value);
    if (!prefix) return undefined;
    const open = encodeKey([prefix.text]);
    const lo = open.subarray(0, open.length - 1);
    return { lo, hi: encodeKey([], lo, LAST), used, exact: prefix.whole };
  }
  if (op === '$elemMatch') {
    if (!isOperators(value) || !isFields(value)) return undefined;
    const inner = Object.entries(value).map(([part, operand]) => ({
      path: '',
      op: part as Condition['op'],
      value: operand,
    }));
    const met = stretchOf(
      inner.filter(({ op: part }) => part.startsWith('$g') || part.startsWith('$l') || part === '$regex'),
      false,
    );
    return met && { ...met, used, exact: false };
  }
  const tag = tagOf(value);
  if (tag === undefined || (typeof value === 'number' && Number.isNaN(value))) return undefined;
  if (op === '$ne')
    return tag === TAG.null && !many ? { lo: tagged(tag + 1), hi: tagged(LAST), used, exact: true } : undefined;
  if (tag === TAG.null) return undefined;
  const key = encodeKey([value]);
  if (op === '$gt') return { lo: encodeKey([], key, LAST), hi: tagged(tag + 1), used, exact: true };
  if (op === '$gte') return { lo: key, hi: tagged(tag + 1), used, exact: true };
  if (op === '$lt') return { lo: tagged(tag), hi: key, used, exact: true };
  if (op === '$lte') return { lo: tagged(tag), hi: encodeKey([], key, LAST), used, exact: true };
  return undefined;
}

function tagged(tag: number): Buffer {
  return Buffer.from([tag]);
}
