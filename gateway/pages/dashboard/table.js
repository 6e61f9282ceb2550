/** Tables of figures, and links to the pages of records. */

import { h } from '../shared/elements.js';
import { recordAddress } from '../shared/record-kinds.js';

/**
 * A table. A column has a `title` and gives the content of its cell in a row; `isNumber` sets it to the right.
 * What is one mark of the chart carries `data-mark`: a filled cell of a column that says `isMark` (or says it of the row), else the row itself.
 */
export function tableOf({ columns, rows }) {
  const byCell = columns.some(({ isMark }) => isMark);
  const cellOf = ({ cell, isNumber, isMark }, row, index) => {
    const content = cell(row) ?? '';
    const tag = index === 0 ? 'th' : 'td';
    const scope = index === 0 && 'row';
    const isOne = typeof isMark === 'function' ? isMark(row) : isMark && content !== '';
    return h(tag, { scope, class: isNumber && 'number', 'data-mark': isOne }, content);
  };
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Table, scrolls where it is wider than the page' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(({ title, isNumber }) => h('th', { scope: 'col', class: isNumber && 'number' }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { 'data-mark': !byCell && row.isMark !== false },
            columns.map((column, index) => cellOf(column, row, index)),
          ),
        ),
      ),
    ),
  );
}

/** A link to the page of a record; kinds are written as in its address: `cross-pillar-issue`. */
export function recordLink(kind, id, text) {
  return h('a', { href: recordAddress({ kind, id }) }, text);
}
