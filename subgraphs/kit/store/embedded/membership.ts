/** `$in` and `$nin` for long lists of texts, numbers and truth values: a look-up in a set, where mingo would build one for each document. */

import { Context } from 'mingo/core';
import * as operators from 'mingo/operators/query';
import { valuesAt } from './values.ts';

type Operator = typeof operators.$in;

/** Lists up to this length are left to mingo. */
const SHORT = 4;

/** The operators of filters: mingo's, with our membership. */
export const QUERY_CONTEXT: Context = Context.init({
  query: { ...operators, $in: membership(operators.$in, true), $nin: membership(operators.$nin, false) },
});

function membership(fallback: Operator, member: boolean): Operator {
  return (path, wanted, options) => {
    const segments = path.split('.');
    const list = wanted as readonly unknown[];
    if (list.length <= SHORT || !list.every(isScalar) || segments.some((segment) => /^\d+$/.test(segment))) {
      return fallback(path, wanted, options);
    }
    const set = new Set(list);
    return (document) => valuesAt(document, segments).values.some((value) => set.has(value)) === member;
  };
}

/** Null is left to mingo: it stands for what is missing, too. */
function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
