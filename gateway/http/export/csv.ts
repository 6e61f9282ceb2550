/** Rows as CSV (RFC 4180): UTF-8, a header always, empty cells for nulls. */

import { stringify } from 'csv-stringify/sync';
import type { Row } from './rows.ts';

/** How cells are written. */
export interface CsvOptions {
  /** Texts that a spreadsheet would take for a formula begin with an apostrophe. */
  readonly guard: boolean;
}

/** With these a spreadsheet begins a formula, or skips to one. */
const FORMULA = /^[=+\-@\t\r]/;

/** The line of the names. */
export function csvHeader(names: readonly string[]): string {
  return lines([names]);
}

/** The lines of rows. */
export function csvLines(rows: Iterable<Row>, { guard }: CsvOptions): string {
  return lines(Array.from(rows, (row) => row.map((value) => cell(value, guard))));
}

function lines(cells: readonly (readonly string[])[]): string {
  // In a table of one column an empty line would be no row to most readers.
  const quoted_empty = cells[0]?.length === 1;
  return stringify(cells as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/, quoted_empty });
}

function cell(value: unknown, guard: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = Array.isArray(value) ? (value.flat(Infinity) as unknown[]).map(textOf).join('; ') : textOf(value);
  return guard && FORMULA.test(text) ? `'${text}` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
