/** Names of states to print, which the loader puts beside their codes: only the APSC keeps the states themselves. */

import type { RecordSet } from '../../../schema/records/index.ts';

/** The name of a state; null for none. */
export function stateName(code: string | null, records: RecordSet): string | null {
  return code === null ? null : (records.find('member-state', code)?.name ?? null);
}
