/** What is kept under texts: bounded by how many they are, and by how long they are together. */

import { describe, expect, test } from 'vitest';
import { createVariants } from '../../gateway/execution/variants.ts';
import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';

describe('texts', () => {
  test('that are longer together than the bound push out the least recently used', () => {
    const kept = keptTexts<object>({ most: 100, characters: 30 });
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(10));
    for (const text of texts) kept.set(text, {});
    kept.get('a'.repeat(10));
    kept.set('d'.repeat(10), {});
    expect([...kept.keys()].map(([letter]) => letter).toSorted()).toEqual(['a', 'c', 'd']);
  });

  test('that are too many, or one that is too long by itself', () => {
    const kept = keptTexts<object>({ most: 2, characters: 30 });
    for (const text of ['a', 'b', '', 'c'.repeat(31)]) kept.set(text, {});
    expect([...kept.keys()]).toEqual(['', 'b']);
  });

  test('count as long as what was made of them', () => {
    const kept = keptTexts<object>({ most: 100, characters: 30 });
    kept.set('a', {});
    kept.set('b', {}, { size: 30 });
    expect([...kept.keys()]).toEqual(['b']);
  });
});

test('variants of operations are made once, do not meet those of others, and share one room', () => {
  const rooms = createVariants();
  const [one, other] = [rooms(), rooms()];
  const made: string[] = [];
  const make =
    (text: string, characters = 1) =>
    () => {
      made.push(text);
      return { text, characters };
    };
  const given = [one('x', make('one')), other('x', make('other')), one('x', make('again'))];
  expect(given.map(({ text }) => text)).toEqual(['one', 'other', 'one']);
  other('y', make('large', 4_000_000));
  expect(one('x', make('anew')).text).toBe('anew');
  expect(made).toEqual(['one', 'other', 'large', 'anew']);
});
