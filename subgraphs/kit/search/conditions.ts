/** A search as conditions on stored entries: three tiers that share no entry, each read in the order of rank and id. */

import type { Condition } from '../collection.ts';
import { askedWords, digestOf, wordsOf } from './words.ts';

/** How an entry matches: a value equals the text; all words are found in names; all words are found, not all in names. */
export const TIERS = [0, 1, 2] as const;

/** One of the tiers, the best is 0. */
export type Tier = (typeof TIERS)[number];

/** The condition of each tier, and of all entries that are found. */
export interface SearchConditions {
  readonly tiers: Readonly<Record<Tier, Condition>>;
  readonly any: Condition;
}

/**
 * The conditions of a text that holds a word. Words are letters and digits, so they stand in a pattern as they are.
 * What is to be read from the index of words comes first in each condition, the longest word before the others.
 */
export function conditionsOf(text: string): SearchConditions {
  const [first = '', ...others] = askedWords(text);
  const words = [first, ...others];
  const value = `v${digestOf(wordsOf(text))}`;
  const notEqual = { words: { $ne: value } };
  const onlyInText = words.map((word) =>
    all([inText(word), { $nor: [inName(word)] }, ...words.filter((other) => other !== word).map(anywhere), notEqual]),
  );
  return {
    tiers: {
      0: { words: value },
      1: all([...words.map(inName), notEqual]),
      2: onlyInText.length === 1 ? (onlyInText[0] as Condition) : { $or: onlyInText },
    },
    any: all([{ $or: [inName(first), inText(first)] }, ...others.map(anywhere)]),
  };
}

const inName = (word: string): Condition => ({ words: { $regex: `^n${word}` } });
const inText = (word: string): Condition => ({ words: { $regex: `^t${word}` } });
const anywhere = (word: string): Condition => ({ words: { $regex: `^[nt]${word}` } });

/** Joins conditions by AND. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? (conditions[0] as Condition) : { $and: conditions };
}
