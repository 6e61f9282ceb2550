/** Where Apollo's executor is known to be wrong: each case with the rule that says so. Any other difference is a fault of ours. */

import type { Answer } from '../support/graph.ts';
import type { Difference } from './compare.ts';

/** A difference and the answer that it is of. */
export interface Finding {
  readonly difference: Difference;
  readonly compiled: Answer;
  /** Whether that answer has the keys that the specification demands, in their order. */
  readonly isAsSpecified: boolean;
}

/** One case. */
export interface KnownCase {
  readonly rule: string;
  explains(finding: Finding): boolean;
}

/** All cases. */
export const STOCK_IS_WRONG: readonly KnownCase[] = [
  {
    rule: 'Specification, 6.3.2: keys stand in the order in which the operation first has them. Stock writes all fragments of one type where the first stands.',
    explains: ({ difference: { kind }, isAsSpecified }) => kind === 'order' && isAsSpecified,
  },
  {
    rule: 'Specification, 6.3.2: a fragment on a concrete type applies to each object of that type. Stock leaves its fields out where the type of the object was not fetched.',
    explains: ({ difference: { kind, stock, compiled }, isAsSpecified }) =>
      kind === 'keys' &&
      isAsSpecified &&
      Object.keys(stock as object).every((key) => Object.hasOwn(compiled as object, key)),
  },
  {
    rule: 'Rule 26: an unknown id gives null without an error. Stock leaves an object in which all that the keeper was asked for is null.',
    explains: ({ difference: { kind, path, stock, compiled }, compiled: answer }) =>
      kind === 'value' && compiled === null && isHollow(stock) && !hasErrorAt(answer, path),
  },
  {
    rule: 'Rule 26: each value that is lost has an error at its own path. Stock has one for all the values of a call, or none.',
    explains: ({ difference: { kind, path, stock, compiled }, compiled: answer }) =>
      kind === 'error' && stock === undefined && compiled !== undefined && valueAt(answer.data, path) === null,
  },
];

/** The first case that explains it. */
export function knownCase(finding: Finding): KnownCase | undefined {
  return STOCK_IS_WRONG.find((each) => each.explains(finding));
}

/** An object that holds nothing but nulls and what a reference knows by itself. */
function isHollow(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((each) => each === null) &&
    Object.values(value).every((each) => each === null || typeof each === 'string')
  );
}

function hasErrorAt({ errors = [] }: Answer, path: Difference['path']): boolean {
  const place = JSON.stringify(path);
  return errors.some((error) => JSON.stringify(error.path) === place);
}

function valueAt(data: unknown, path: Difference['path']): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null)?.[key], data);
}
