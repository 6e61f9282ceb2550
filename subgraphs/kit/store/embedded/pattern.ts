/** Patterns that an index can serve: those that begin with `^` and words to be taken literally. */

const SPECIAL = new Set('\\^$.*+?()[]{}|/');

/** The words with which every match of a pattern begins, and whether the pattern asks nothing else; undefined where there are none. */
export function patternPrefix(pattern: unknown): { text: string; whole: boolean } | undefined {
  if (!(pattern instanceof RegExp) && typeof pattern !== 'string') return undefined;
  if (pattern instanceof RegExp && (pattern.ignoreCase || pattern.multiline)) return undefined;
  const source = typeof pattern === 'string' ? pattern : pattern.source;
  if (!source.startsWith('^') || source.includes('|')) return undefined;
  let text = '';
  let at = 1;
  while (at < source.length) {
    const sign = source.charAt(at);
    const next = source.charAt(at + 1);
    const escaped = sign === '\\' && (SPECIAL.has(next) || next === '-');
    if (!escaped && SPECIAL.has(sign)) break;
    const width = escaped ? 2 : 1;
    if ('*+?{'.includes(source.charAt(at + width)) && at + width < source.length) break;
    text += escaped ? next : sign;
    at += width;
  }
  return text === '' ? undefined : { text, whole: at === source.length };
}
