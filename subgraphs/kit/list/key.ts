/** Sort keys: where a row stands in a list, as the values of the fields by which the list is sorted. */

import type { Order } from '../../../schema/orders.ts';

/** One value of a key. Null comes first; text is compared by code unit. */
export type KeyPart = string | number | null;
/** The values of an order's fields, the id last. */
export type Key = readonly KeyPart[];

/** Compares two keys of one order, ascending. */
export function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The key of a stored document. */
export function keyOf(document: Readonly<Record<string, unknown>>, order: Order): Key {
  return order.by.map((path) => at(document, path));
}

function at(document: Readonly<Record<string, unknown>>, path: string): KeyPart {
  let value: unknown = document;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return (value ?? null) as KeyPart;
}

/**
 * A filter for the documents strictly behind (or ahead of) a key, in the order of the fields: a disjunction over the leading fields that
 * are equal. Nulls come first, so that "greater than null" is "not null" and nothing is less than null.
 */
export function beyondKey(order: Order, key: Key, side: 'behind' | 'ahead'): Record<string, unknown> {
  const isGreater = (side === 'behind') !== order.descending;
  const cases: Record<string, unknown>[] = [];
  const equal: Record<string, unknown> = {};
  order.by.forEach((path, index) => {
    const value = key[index] ?? null;
    if (value !== null) {
      const strictly = { ...equal, [path]: isGreater ? { $gt: value } : { $lt: value } };
      cases.push(strictly);
      if (!isGreater) cases.push({ ...equal, [path]: null });
    } else if (isGreater) cases.push({ ...equal, [path]: { $ne: null } });
    equal[path] = value;
  });
  return { $or: cases };
}
