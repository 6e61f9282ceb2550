/** Whether all systems answer the same, order of keys aside: nothing is measured before. */

import { isDeepStrictEqual } from 'node:util';

/** Throws with the first place where two lists of answers differ, or where one holds errors. */
export function assertSame(answers: readonly string[], expected: readonly string[]): void {
  for (const [index, text] of answers.entries()) {
    const [found, wanted] = [text, expected[index] ?? ''].map((each) => JSON.parse(each) as Record<string, unknown>);
    if (found?.['errors']) throw new Error(`It answered with errors: ${JSON.stringify(found['errors']).slice(0, 500)}`);
    const place = differenceAt(found?.['data'], wanted?.['data'], `request ${index}: data`);
    if (place) throw new Error(`It answered otherwise than the first system at ${place}`);
  }
}

function differenceAt(found: unknown, wanted: unknown, place: string): string | undefined {
  if (isDeepStrictEqual(found, wanted)) return undefined;
  if (isObject(found) && isObject(wanted)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
      const below = differenceAt(found[key], wanted[key], `${place}.${key}`);
      if (below) return below;
    }
  }
  return `${place}: ${short(found)} instead of ${short(wanted)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}
