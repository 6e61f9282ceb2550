/** Conditions of filters: each stands for one field of a filter input, joined by AND; a field that is not given is no condition. */

import type { Condition } from './collection.ts';

/** What a field of a filter asks of a stored document. */
export type ConditionOf = (value: unknown) => Condition;

/** Any of the values: an empty list matches nothing. */
export function anyOf(path: string): ConditionOf {
  return (values) => ({ [path]: { $in: values } });
}

/** Exactly the value. */
export function equals(path: string): ConditionOf {
  return (value) => ({ [path]: value });
}

/** At least the value, in the order of the field. */
export function atLeast(path: string): ConditionOf {
  return (value) => ({ [path]: { $gte: value } });
}

/** At most the value, in the order of the field. */
export function atMost(path: string): ConditionOf {
  return (value) => ({ [path]: { $lte: value } });
}

/** All conditions of a filter by a table of its fields. Throws on a field that the table lacks, so that none is passed over. */
export function conditionOf(
  table: Readonly<Record<string, ConditionOf>>,
): (filter: Readonly<Record<string, unknown>>) => Condition {
  return (filter) => {
    const conditions = Object.entries(filter).map(([field, value]) => {
      const condition = table[field];
      if (!condition) throw new Error(`No condition for the filter field ${field}`);
      return condition(value);
    });
    return allOf(conditions);
  };
}

/** Conditions that hold together, as one; without any, every document meets it. */
export function allOf(conditions: readonly Condition[]): Record<string, unknown> {
  if (conditions.length === 0) return {};
  return conditions.length === 1 ? (conditions[0] as Record<string, unknown>) : { $and: [...conditions] };
}
