/** How a table is asked for in an address: which list is its rows, whether all of them, and whether spreadsheets are guarded. */

import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../../schema/errors.ts';
import type { Format } from '../formats.ts';
import { parametersOf, single } from '../parameters.ts';

/** What is asked of a table. */
export interface TableOptions {
  /** The dot path of the list whose members are the rows; undefined where the deepest is meant. */
  readonly rows: string | undefined;
  /** Follows the cursors of the rows to their end. */
  readonly all: boolean;
  /** Keeps spreadsheets from taking a text for a formula. */
  readonly guard: boolean;
}

/** Names of parameters that say how an answer is laid out: no operation has a variable of such a name. */
export const LAYOUT_PARAMETERS = ['format', 'rows', 'all', 'guard'] as const;

/** The options of a table; undefined where the answer is JSON. Throws `BAD_REQUEST`. */
export function readTableOptions(
  request: Pick<FastifyRequest, 'url'>,
  format: Pick<Format, 'name'>,
): TableOptions | undefined {
  const parameters = parametersOf(request);
  if (format.name === 'json') {
    const needless = ['rows', 'all', 'guard'].find((name) => parameters.has(name));
    if (needless === undefined) return undefined;
    throw new CodedError(
      'BAD_REQUEST',
      `The parameter ${needless} is of tables, and the answer is JSON: add format=csv or format=ndjson`,
    );
  }
  const choice = (name: string, off: string, on: string): string => {
    const value = single(parameters, name) ?? off;
    if (value === off || value === on) return value;
    throw new CodedError(
      'BAD_REQUEST',
      `The parameter ${name} is ${JSON.stringify(value)}: allowed is ${on} or ${off}`,
    );
  };
  return {
    rows: single(parameters, 'rows'),
    all: choice('all', 'false', 'true') === 'true',
    guard: choice('guard', 'on', 'off') === 'on',
  };
}
