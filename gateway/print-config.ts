/** `npm run config`: prints the table of settings. */

import { SETTINGS } from './config.ts';

const rows = SETTINGS.map(({ variable, flag, default: value, description }) => [
  variable,
  flag === undefined ? '' : `--${flag}`,
  value,
  description.replaceAll('`', ''),
]);
const header = ['VARIABLE', 'FLAG', 'DEFAULT', 'MEANING'];
const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));

for (const row of [header, ...rows]) {
  console.log(
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
