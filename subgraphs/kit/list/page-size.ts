/** How many rows a page may hold. */

/** The most rows that a page may hold. */
const MAX_PAGE_SIZE = 200;
/** The rows of a page when none are asked for. */
export const DEFAULT_PAGE_SIZE = 25;

/** The arguments that say how many are asked for, and from which end. A null counts as not given. */
export interface SizeArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
}

/** Why no page has such a size, as an error says it. */
export interface SizeFault {
  readonly message: string;
  readonly measured?: number;
  readonly allowed?: number;
}

/** What is wrong with the size; undefined where nothing is. */
export function sizeFault({ first, last }: SizeArguments): SizeFault | undefined {
  const isFromEnd = last !== null && last !== undefined;
  if (isFromEnd && first !== null && first !== undefined)
    return { message: `\`first\` (${first}) and \`last\` (${last}) exclude each other: give one of them.` };
  const size = last ?? first ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return undefined;
  const message = `\`${isFromEnd ? 'last' : 'first'}\` is ${size}: allowed are 0 to ${MAX_PAGE_SIZE}.`;
  return { message, measured: size, allowed: MAX_PAGE_SIZE };
}
