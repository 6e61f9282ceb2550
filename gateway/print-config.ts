/** `npm run config`: prints the table of settings, and which process reads what. */

import { SETTINGS } from '../subgraphs/kit/settings/table.ts';

const rows = SETTINGS.map(({ variable, flag, default: value, readBy, description }) => [
  variable,
  flag === undefined ? '' : `--${flag}`,
  value,
  readBy.join(', '),
  description.replaceAll('`', ''),
]);
const header = ['VARIABLE', 'FLAG', 'DEFAULT', 'READ BY', 'MEANING'];
const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));

for (const row of [header, ...rows]) {
  console.log(
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
