/** Cursors: opaque, stable, and good for one list only. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedError } from '../../schema/errors.ts';
import { cursorWriter, readCursor } from '../../subgraphs/kit/list/cursor.ts';
import type { List } from '../../subgraphs/kit/list/request.ts';

const LIST: List = {
  kind: 'Meeting',
  steward: null,
  scope: { by: 'issueId', of: 'smart-cities' },
  filter: { bodyIds: ['aec:acsn'], from: '2018-01-01' },
  order: 'STARTS_ASC',
};
const CURSOR = cursorWriter(LIST)(['2018-05-25', 'aec:meeting']);

test('a cursor gives back the key that it was written from', () => {
  const part = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(part, fc.string(), (start, id) => {
      expect(readCursor(LIST, 'after', cursorWriter(LIST)([start, id]))).toEqual([start, id]);
    }),
  );
});

test('a cursor is the same whatever the order in which the filter was written', () => {
  const reordered = { ...LIST, filter: { from: '2018-01-01', bodyIds: ['aec:acsn'] } };
  expect(cursorWriter(reordered)(['2018-05-25', 'aec:meeting'])).toBe(CURSOR);
});

test('a cursor is safe in an address', () => {
  expect(CURSOR).toMatch(/^[\w-]+$/);
});

const codeOf = (list: List, cursor: string): string | undefined => {
  try {
    readCursor(list, 'after', cursor);
    return undefined;
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
};

describe('INVALID_CURSOR is the answer to', () => {
  test.each<[string, List]>([
    ['another kind', { ...LIST, kind: 'Instrument', order: 'ADOPTED_ASC' }],
    ['another steward', { ...LIST, steward: 'AEC' }],
    ['another scope', { ...LIST, scope: { by: 'issueId', of: 'pandemic-response' } }],
    ['another filter', { ...LIST, filter: { from: '2018-01-02' } }],
    ['another order', { ...LIST, order: 'STARTS_DESC' }],
  ])('a cursor of %s', (_name, list) => {
    expect(codeOf(list, CURSOR)).toBe('INVALID_CURSOR');
  });

  test.each([
    ['nothing', ''],
    ['no base64url', '§§§'],
    ['no JSON', Buffer.from('nonsense').toString('base64url')],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['a nested value', Buffer.from('["seal",{"$gt":""},"id"]').toString('base64url')],
    ['too short a key', Buffer.from('["seal"]').toString('base64url')],
    ['a cut cursor', CURSOR.slice(0, -6)],
  ])('%s', (_name, cursor) => {
    expect(codeOf(LIST, cursor)).toBe('INVALID_CURSOR');
  });

  test('any text that was not written by this list', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(codeOf(LIST, text)).toBe('INVALID_CURSOR');
      }),
    );
  });
});

test('the error names the argument and what was received, cut short', () => {
  expect(() => readCursor(LIST, 'before', 'x'.repeat(500))).toThrow(
    `\`before\` is not a cursor: "${'x'.repeat(80)}". Take one from \`edges\` or \`pageInfo\` of this list.`,
  );
});
