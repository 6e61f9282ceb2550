/** What changes of the API mean for those who ask. */

import { describe, expect, test } from 'vitest';
import { changesBetween, unannounced } from '../../schema/diff.ts';

const BEFORE = 'type Query { a(x: Int): Int, b: Int } enum E { ONE }';
const AFTER = 'type Query { a(x: Int!): Int, c: E } enum E { ONE TWO }';

test('the gravest come first, each with its coordinate', async () => {
  const changes = await changesBetween(BEFORE, AFTER);
  expect(changes.map(({ weight, coordinate }) => `${weight} ${coordinate}`)).toMatchInlineSnapshot(`
    [
      "breaking Query.a.x",
      "breaking Query.b",
      "dangerous E.TWO",
      "safe Query.c",
    ]
  `);
});

test('nothing changes between the same', async () => {
  expect(await changesBetween(BEFORE, BEFORE)).toEqual([]);
});

describe('what breaks must be announced', () => {
  const announcedWith = async (before: string, after: string) =>
    unannounced(await changesBetween(BEFORE, AFTER), { before, after }).map(({ coordinate }) => coordinate);

  test('in a line that names it', async () => {
    expect(
      await announcedWith('# Log\n', '# Log\n- `Query.b` is gone: ask `c`.\n- `Query.a.x` must be given.\n'),
    ).toEqual([]);
  });

  test('each by itself', async () => {
    expect(await announcedWith('', '- `Query.b` is gone: ask `c`.')).toEqual(['Query.a.x']);
  });

  test('in a line that is new: an older one announced an older change', async () => {
    const old = '- `Query.b` is gone. `Query.a.x` must be given.\n';
    expect(await announcedWith(old, `${old}- More.\n`)).toEqual(['Query.a.x', 'Query.b']);
  });
});
