/** The changes of data that a plan asks for, between the names of the answer and those of a subgraph. */

import type { Rewrite, RewriteSegment } from './plan.ts';

type Json = Record<string, unknown>;

/** Applies the changes to a value, in place. `isA`: whether an object type is or implements another. */
export function rewrite(
  value: unknown,
  rewrites: readonly Rewrite[],
  isA: (objectType: string, type: string) => boolean,
): void {
  for (const change of rewrites) apply(value, change, 0, isA);
}

function apply(value: unknown, change: Rewrite, depth: number, isA: (object: string, type: string) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) apply(item, change, depth, isA);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Json;
  const segment = change.path[depth] as RewriteSegment;
  const isLast = depth === change.path.length - 1;
  if ('types' in segment) {
    const { __typename: type } = object;
    if (type !== undefined && !segment.types.some((one) => isA(String(type), one))) return;
    if (!isLast) apply(object, change, depth + 1, isA);
    return;
  }
  const { key } = segment;
  if (!isLast) apply(object[key], change, depth + 1, isA);
  else if (change.kind === 'set') object[key] = change.value;
  else if (Object.hasOwn(object, key)) {
    object[change.to] = object[key];
    delete object[key];
  }
}
