/** A search as conditions on stored entries, all served by the index of words. Words are letters and digits, so they stand in a pattern as they are. */

import type { Condition } from '../collection.ts';
import { allOf } from '../conditions.ts';
import { digestOf, wordsOf } from './words.ts';

/** How an entry matches: a value equals the text; all words are found in names; all words are found, not all in names. */
export const TIERS = [0, 1, 2] as const;

/** One of the tiers, the best is 0. */
export type Tier = (typeof TIERS)[number];

/** The mark of a whole value that equals the text. */
export function valueMark(text: string): string {
  return `v${digestOf(wordsOf(text))}`;
}

/** Entries in which a word begins with this one. */
export function holds(word: string): Condition {
  return { $or: [inName(word), inText(word)] };
}

/** The tiers of a text of one word, which share no entry. */
export function tiersOf(word: string, text: string): Readonly<Record<Tier, Condition>> {
  const value = valueMark(text);
  const notEqual = { words: { $ne: value } };
  return {
    0: { words: value },
    1: allOf([inName(word), notEqual]),
    2: allOf([inText(word), { $nor: [inName(word)] }, notEqual]),
  };
}

/** The tier of an entry with these marked words for a text of several words; undefined where it is not found. */
export function tierAmong(marked: readonly string[], words: readonly string[], value: string): Tier | undefined {
  const has = (beginning: string) => marked.some((word) => word.startsWith(beginning));
  const isNamed = words.map((word) => has(`n${word}`));
  if (!words.every((word, index) => isNamed[index] || has(`t${word}`))) return undefined;
  return marked.includes(value) ? 0 : isNamed.every(Boolean) ? 1 : 2;
}

const inName = (word: string): Condition => ({ words: { $regex: `^n${word}` } });
const inText = (word: string): Condition => ({ words: { $regex: `^t${word}` } });
