/** Rows as NDJSON: one object a line with the names of the CSV's columns, its values as JSON has them. */

import type { Row } from './rows.ts';

/** The lines of rows. */
export function ndjsonLines(rows: Iterable<Row>, names: readonly string[]): string {
  let text = '';
  for (const row of rows) text += `${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]])))}\n`;
  return text;
}
