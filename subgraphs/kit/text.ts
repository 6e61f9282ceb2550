/** Text as filters compare it: folded by our own code when it is stored, so that no store folds in its own way. */

import type { Condition } from './collection.ts';

/** The values that are given, without case. */
export function fold(...values: (string | null | undefined | readonly string[])[]): string[] {
  return values.flat().flatMap((value) => (value === null || value === undefined ? [] : [foldOne(value as string)]));
}

/** One value without case. */
export function foldOne(value: string): string {
  return value.toLowerCase();
}

/**
 * Records of which a folded value (stored as `folded`) holds the text, without case. The text is taken as it is, never as a pattern.
 * MongoDB refuses a pattern that holds a NUL, and its wire holds no half of a surrogate pair.
 */
export function containsText(text: unknown): Condition {
  const literal = foldOne(String(text).toWellFormed()).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return { folded: { $regex: literal.replaceAll('\0', '\\x00') } };
}
