/** Words as a search compares them: runs of letters and digits without case and accents, folded by our own code, so that no store folds in its own way. */

import { createHash } from 'node:crypto';

const MARKS = /\p{M}/gu;
const NOT_OF_WORDS = /[^\p{L}\p{N}]+/u;

/** The words of a text, in its order: `SOC-COM` is two, `Việt` is `viet`, `œ` is `oe`. */
export function wordsOf(text: string): string[] {
  return foldAccents(text)
    .split(NOT_OF_WORDS)
    .filter((word) => word !== '');
}

/** Upper case first: it writes out what lower case keeps as one sign, such as `ß`, and makes one of the two small sigmas. */
function foldAccents(text: string): string {
  const cased = text.normalize('NFKD').replace(MARKS, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return cased.normalize('NFKD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('œ', 'oe');
}

/** The words of a text that say all it asks, the longest first: one that begins another is met wherever the other is. */
export function askedWords(text: string): string[] {
  const distinct = [...new Set(wordsOf(text))];
  return distinct
    .filter((word) => !distinct.some((other) => other !== word && other.startsWith(word)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** A short stand-in for a whole value by its words: equal for texts that are equal as words, and no others. */
export function digestOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, 16);
}
