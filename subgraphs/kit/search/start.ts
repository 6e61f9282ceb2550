/** How a search starts: the arguments are checked once, by whoever answers the root field. */

import { CodedError } from '../../../schema/errors.ts';
import type { PillarCode } from '../../../schema/stewards.ts';
import { startList, textTooLong, type ListArguments } from '../list/request.ts';
import type { SearchRequest } from './pages.ts';
import { askedWords } from './words.ts';

/** The most characters of a text that is searched for. */
const MAX_LENGTH = 200;
/** The most words of it. */
const MAX_WORDS = 40;

/** The arguments of `Query.search`. */
export interface SearchArguments extends Pick<ListArguments, 'first' | 'after' | 'last' | 'before'> {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  readonly pillars?: readonly PillarCode[] | null;
}

/** Checks the arguments and makes the request. Throws `INVALID_FILTER`, and what lists throw. */
export function startSearch({ text, kinds, pillars, ...page }: SearchArguments): SearchRequest {
  if (text.length > MAX_LENGTH) throw textTooLong(text.length, 'characters', MAX_LENGTH);
  const count = askedWords(text).length;
  if (count === 0)
    throw new CodedError(
      'INVALID_FILTER',
      `\`text\` is ${JSON.stringify(text)}, which holds no word: give one that holds a letter or a digit.`,
    );
  if (count > MAX_WORDS) throw textTooLong(count, 'words', MAX_WORDS);
  const filter = { text: text.toWellFormed(), kinds, pillars };
  return startList('SearchHit', {}, { filter, ...page }) as SearchRequest;
}
