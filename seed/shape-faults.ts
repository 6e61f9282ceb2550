/** Holds a record against the shape of its kind and words what does not fit. */

import type * as z from 'zod';
import { pathText, shown, type Fault } from './faults.ts';

/** The record as the graph knows it, or what is wrong with it. */
export type Shaped<Shape extends z.ZodType> =
  { readonly record: z.output<Shape> } | { readonly faults: Pick<Fault, 'path' | 'found' | 'allowed'>[] };

/** Reads a record of a file by the shape of its kind. */
export function shaped<Shape extends z.ZodType>(shape: Shape, value: unknown): Shaped<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return { record: result.data };
  return { faults: result.error.issues.flatMap((issue) => worded(issue, shape, value)) };
}

function worded(issue: z.core.$ZodIssue, shape: z.ZodType, value: unknown) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      found: shown(valueAt(value, [...issue.path, key])),
      allowed: 'no such key',
    }));
  const orNull = isNullable(shape, issue.path) ? ', or null' : '';
  return [{ path: pathText(issue.path), found: shown(valueAt(value, issue.path)), allowed: allowed(issue) + orNull }];
}

function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map((each) => shown(each)).join(', ');
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'too_small':
      return issue.origin === 'array' ? `a list of at least ${issue.minimum}` : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'a web address (http or https)' : issue.message;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function isNullable(shape: z.core.$ZodType, path: readonly PropertyKey[]): boolean {
  const def = (shape as z.core.$ZodTypes)._zod.def;
  if (def.type === 'nullable') return path.length === 0 || isNullable(def.innerType, path);
  const [key, ...rest] = path;
  if (def.type === 'array' && key !== undefined) return isNullable(def.element, rest);
  const member = def.type === 'object' && key !== undefined ? def.shape[String(key)] : undefined;
  return member !== undefined && isNullable(member, rest);
}
