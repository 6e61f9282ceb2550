/** How MongoDB finds the values at a dotted path, lists included, and how it orders values. */

import { EMPTY_ARRAY, isObjectId, tagOf } from './encode.ts';
import { isFields } from './document.ts';

/** The values that a document has at a path. `missing` stands in as undefined. */
export interface PathValues {
  values: unknown[];
  /** Whether a list stood on the path, so that there may be several values. */
  many: boolean;
}

/** The values at a path, as an index sees them: list elements one by one, an empty list as EMPTY_ARRAY. */
export function valuesAt(document: unknown, segments: readonly string[]): PathValues {
  const found: PathValues = { values: [], many: false };
  collect(document, segments, 0, found);
  if (found.values.length === 0) found.values.push(undefined);
  return found;
}

function collect(value: unknown, segments: readonly string[], depth: number, found: PathValues): void {
  if (Array.isArray(value)) {
    found.many = true;
    if (value.length === 0) found.values.push(EMPTY_ARRAY);
    else if (depth === segments.length) found.values.push(...(value as unknown[]));
    else for (const element of value) if (isFields(element)) collect(element, segments, depth, found);
    return;
  }
  if (depth === segments.length) found.values.push(value);
  else if (isFields(value)) collect(value[segments[depth] as string], segments, depth + 1, found);
  else found.values.push(undefined);
}

/** Orders two values as BSON does: by type (null, numbers, strings, objects, lists, ObjectIds, booleans, dates), then by value. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  const leftRank = rank(left);
  const rightRank = rank(right);
  if (leftRank !== rightRank) return leftRank - rightRank;
  if (typeof left === 'string') return left < (right as string) ? -1 : 1;
  if (typeof left === 'number') return compareNumbers(left, right as number);
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof Date) return compareNumbers(left.getTime(), (right as Date).getTime());
  if (isObjectId(left)) return compareValues(left.toHexString(), (right as typeof left).toHexString());
  if (Array.isArray(left)) return compareLists(left, right as unknown[]);
  if (isFields(left)) return compareLists(Object.entries(left).flat(), Object.entries(right as object).flat());
  return 0;
}

/** The value by which a document sorts at a path: of a list its least, or its greatest where the order descends. */
export function sortValue(document: unknown, segments: readonly string[], direction: 1 | -1): unknown {
  const { values, many } = valuesAt(document, segments);
  if (!many || values.length === 1) return values[0];
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}

function rank(value: unknown): number {
  const tag = tagOf(value);
  if (tag !== undefined) return tag;
  return Array.isArray(value) ? 0x40 : 0x30;
}

function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return left === right ? 0 : Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

function compareLists(left: readonly unknown[], right: readonly unknown[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareValues(left[at], right[at]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
