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
  const given = Object.entries({ first, last }).flatMap(([name, size]) =>
    size === null || size === undefined ? [] : [{ name, size }],
  );
  if (given.length > 1)
    return { message: `\`first\` (${first}) and \`last\` (${last}) exclude each other: give one of them.` };
  const wrong = given.find(({ size }) => size < 0 || size > MAX_PAGE_SIZE);
  return (
    wrong && {
      message: `\`${wrong.name}\` is ${wrong.size}: allowed are 0 to ${MAX_PAGE_SIZE}.`,
      measured: wrong.size,
      allowed: MAX_PAGE_SIZE,
    }
  );
}
