/** Reasons why a mutation wrote nothing, which whoever sent it can mend. */

import type { UserErrorCode } from '../../../schema/generated/vocabularies.ts';

/** One reason; `field` is a path in the input. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** A reason that is about a field of the input. */
export function userError(
  code: UserErrorCode,
  field: string | readonly (string | number)[],
  message: string,
): UserError {
  return { code, message, field: (typeof field === 'string' ? [field] : field).map(String) };
}
