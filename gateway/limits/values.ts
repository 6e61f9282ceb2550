/** Measures the variables of a request before anything reads them: how many values, and how deep they nest. */

import { LIMITS, type Excess } from './table.ts';

/** The limit that the variables exceed: counting stops there. Undefined where none. */
export function valuesExcess(variables: Readonly<Record<string, unknown>> | undefined): Excess | undefined {
  let values = 0;
  let level: unknown[] = variables === undefined ? [] : Object.values(variables);
  // Level by level: what nests without end must not take the stack with it.
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.valueDepth.allowed) return { limit: 'valueDepth', measured: depth };
    values += level.length;
    if (values > LIMITS.values.allowed) return { limit: 'values', measured: values };
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return undefined;
}
