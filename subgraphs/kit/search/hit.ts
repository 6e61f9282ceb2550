/** What a search shows of a record: its line, the words around the first match, and the score. */

import type { StewardCode } from '../../../schema/stewards.ts';
import type { RecordKind } from '../../../schema/generated/vocabularies.ts';
import type { Row } from '../list/page.ts';
import type { Tier } from './conditions.ts';
import type { SearchEntry } from './entry.ts';
import { askedWords, wordsOf } from './words.ts';

/** A line of results, as it travels to whoever merges. */
export interface Hit {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly snippet: string | null;
  readonly score: number;
  readonly steward: StewardCode;
}

/** A row of a search. */
export interface HitRow extends Row {
  readonly hit: Hit;
}

/** An entry as it is read. */
export type FoundEntry = SearchEntry & { readonly steward: StewardCode };

/** The row of an entry that was found in a tier. The score falls as the key rises, so that both give one order. */
export function hitRow(entry: FoundEntry, tier: Tier, text: string): HitRow {
  const { _id, kind, recordId, title, values, rank, steward } = entry;
  const score = 2 - tier + 1 / (1 + rank);
  return {
    id: _id,
    key: [tier, rank, _id],
    hit: { kind, id: recordId, title, snippet: snippet(values, text), score, steward },
  };
}

const WORDS_BEFORE = 6;
const WORDS_AROUND = 24;

/** The words around the first word of the values that a word of the text begins, names first. */
function snippet(values: readonly string[], text: string): string | null {
  const asked = askedWords(text);
  for (const value of values) {
    const pieces = value.split(/\s+/u).filter((piece) => piece !== '');
    const at = pieces.findIndex((piece) => wordsOf(piece).some((word) => asked.some((one) => word.startsWith(one))));
    if (at === -1) continue;
    const from =
      pieces.length <= WORDS_AROUND ? 0 : Math.max(0, Math.min(at - WORDS_BEFORE, pieces.length - WORDS_AROUND));
    const shown = pieces.slice(from, from + WORDS_AROUND).join(' ');
    return `${from > 0 ? '… ' : ''}${shown}${from + WORDS_AROUND < pieces.length ? ' …' : ''}`;
  }
  return null;
}
