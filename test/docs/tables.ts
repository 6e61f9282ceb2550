/** The tables of the README that come from code: the errors, the limits and the settings. `node test/docs/tables.ts` writes them. */

import { writeFileSync } from 'node:fs';
import { LIMITS } from '../../gateway/limits/table.ts';
import { ERRORS } from '../../schema/errors.ts';
import { SETTINGS } from '../../subgraphs/kit/settings/table.ts';
import { ROOT, textOf } from '../check/files.ts';

/** The tables, by the comment in the README below which each stands. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  errors: table(
    ['code', 'HTTP', 'what it says', 'what to do'],
    Object.entries(ERRORS).map(([code, { status, sentence, remedy }]) => [
      `\`${code}\``,
      String(status),
      sentence,
      remedy,
    ]),
  ),
  limits: table(
    ['code', 'at most', 'registered operations', 'what is counted'],
    Object.values(LIMITS).map(({ code, allowed, registered, counts }) => [
      `\`${code}\``,
      String(allowed),
      registered === allowed ? 'the same' : Number.isFinite(registered) ? String(registered) : 'not bound',
      counts,
    ]),
  ),
  settings: table(
    ['variable', 'flag', 'default', 'read by', 'meaning'],
    SETTINGS.map(({ variable, flag, default: value, readBy, description }) => [
      `\`${variable}\``,
      flag === undefined ? '' : `\`--${flag}\``,
      value,
      readBy.map((process) => (process.startsWith('npm') ? `\`${process}\`` : process)).join(', '),
      description,
    ]),
  ),
};

/** The lines of the table below a comment; none where there is no table. Throws where there is no such comment. */
export function tableBelow(markdown: string, name: string): string[] {
  const { lines, start, end } = locate(markdown, name);
  return lines.slice(start, end);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function locate(markdown: string, name: string): { lines: string[]; start: number; end: number } {
  const lines = markdown.split('\n');
  const comment = lines.indexOf(`<!-- ${name} -->`);
  if (comment === -1) throw new Error(`README.md has no line <!-- ${name} -->`);
  const start = lines[comment + 1] === '' && lines[comment + 2]?.startsWith('|') ? comment + 2 : comment + 1;
  let end = start;
  while (lines[end]?.startsWith('|')) end++;
  return { lines, start, end };
}

if (import.meta.main) {
  let markdown = textOf('README.md');
  for (const [name, rows] of Object.entries(TABLES)) {
    const { lines, start, end } = locate(markdown, name);
    // Without a blank line between, GitHub takes the table for a part of the comment.
    const blank = lines[start - 1] === '' ? [] : [''];
    markdown = [...lines.slice(0, start), ...blank, ...rows, ...lines.slice(end)].join('\n');
  }
  writeFileSync(new URL('README.md', ROOT), markdown);
}
