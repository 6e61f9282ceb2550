/** The cache of decoded documents keeps to its bound, lets the longest unread go, and is not swept out by a scan. */

import { expect, test } from 'vitest';
import { DocumentCache } from '../../subgraphs/kit/store/embedded/cache.ts';

const document = (_id: string) => ({ _id });

test('beyond the bound the longest unread documents of the largest collection leave', () => {
  const cache = new DocumentCache(100);
  const bodies = cache.of('bodies');
  const meetings = cache.of('meetings');
  meetings.set('m', document('m'), 20);
  for (const id of ['a', 'b', 'c']) bodies.set(id, document(id), 25);
  bodies.get('a');
  bodies.set('d', document('d'), 25);
  expect(['a', 'b', 'c', 'd'].filter((id) => bodies.get(id))).toEqual(['a', 'c', 'd']);
  expect(meetings.get('m')).toEqual({ _id: 'm' });
  expect(cache.size).toBeLessThanOrEqual(100);
});

test('documents that a scan reads stay only where there is room', () => {
  const cache = new DocumentCache(50);
  const bodies = cache.of('bodies');
  bodies.set('a', document('a'), 30);
  bodies.set('b', document('b'), 15, true);
  bodies.set('c', document('c'), 15, true);
  expect(['a', 'b', 'c'].filter((id) => bodies.get(id))).toEqual(['a', 'b']);
});

test('an older version never outlives a newer one, even where that finds no room', () => {
  const cache = new DocumentCache(50);
  const bodies = cache.of('bodies');
  bodies.set('a', { _id: 'a', version: 1 }, 20);
  bodies.set('a', { _id: 'a', version: 2 }, 60, true);
  expect(bodies.get('a')).toBeUndefined();
  cache.clear();
  expect(cache.size).toBe(0);
});
