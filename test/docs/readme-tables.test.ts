/** The tables of the README are those of the code. */

import { expect, test } from 'vitest';
import { textOf } from '../check/files.ts';
import { tableBelow, TABLES } from './tables.ts';

test.each(Object.keys(TABLES))('the table of %s (`node test/docs/tables.ts` writes it)', (name) => {
  expect(tableBelow(textOf('README.md'), name)).toEqual(TABLES[name]);
});
