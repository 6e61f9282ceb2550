/** Whether a table has no rows because what was asked for them is refused: then there is no table to answer with. */

import type { Answer } from '../answer.ts';
import { ERRORS, isErrorCode, type ErrorCode } from '../../../schema/errors.ts';
import type { Table } from './table.ts';

/** Refusals of an argument: JSON has them beside the rest of the answer, with 200; a table has no rest. */
const OF_ARGUMENTS: ReadonlySet<ErrorCode> = new Set(['INVALID_CURSOR', 'INVALID_FILTER']);

/** The status of the refusal by which the rows are null; undefined where there are rows, or where they are null for another reason. */
export function refusedStatus({ root, chain }: Table, { data, errors }: Answer): number | undefined {
  const keys = chain.at(-1)?.keys ?? [];
  const isThere = keys.length > 0 ? reaches(data, keys) : root.below.some(({ key }) => (data?.[key] ?? null) !== null);
  if (isThere) return undefined;
  for (const { path = [], extensions } of errors) {
    const status = statusOf(extensions?.['code']);
    const names = path.filter((part) => typeof part === 'string');
    if (status !== undefined && keys.every((key, at) => at >= names.length || names[at] === key)) return status;
  }
  return undefined;
}

function statusOf(code: unknown): number | undefined {
  if (!isErrorCode(code)) return undefined;
  const { status } = ERRORS[code];
  if (OF_ARGUMENTS.has(code)) return ERRORS.BAD_USER_INPUT.status;
  return status >= 400 && status < 500 ? status : undefined;
}

/** Whether the list at the end of the keys is there, in some member of the lists on the way. */
function reaches(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== null && value !== undefined;
  if (Array.isArray(value)) return value.some((each) => reaches(each, [key, ...rest]));
  return typeof value === 'object' && value !== null && reaches((value as Record<string, unknown>)[key], rest);
}
