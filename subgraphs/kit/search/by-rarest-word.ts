/** Pages of a search for several words, or one that is rare: the entries of the rarest are read from the index, and held against the others here. */

import { orderOf } from '../../../schema/orders.ts';
import type { Condition } from '../collection.ts';
import { allOf } from '../conditions.ts';
import { compareKeys } from '../list/key.ts';
import { cut, type Page } from '../list/page.ts';
import { holds, tierAmong, valueMark, type Tier } from './conditions.ts';
import type { SearchEntry, SearchModel } from './entry.ts';
import { hitRow, type FoundEntry, type HitRow } from './hit.ts';
import type { Entries } from './by-tier.ts';
import type { SearchRequest } from './pages.ts';

const ORDER = orderOf('SearchHit').order;

interface MatchedRow {
  readonly id: string;
  readonly key: readonly [tier: Tier, rank: number, id: string];
}

/** The page of a search for these words. */
export async function pageOfWords(
  entries: Entries,
  words: readonly string[],
  request: SearchRequest,
): Promise<Page<HitRow>> {
  const { text } = request.filter;
  const rows = await rowsOfWords(entries, words, text);
  rows.sort((a, b) => (request.from === 'start' ? compareKeys(a.key, b.key) : compareKeys(b.key, a.key)));
  const page = cut(request, ORDER, rows);
  const shown = page.rows.map(({ id }) => id);
  const found = shown.length > 0 ? await entries.model.find({ _id: { $in: shown } }).lean() : [];
  const byId = new Map((found as unknown as FoundEntry[]).map((entry) => [entry._id, entry]));
  return {
    ...page,
    rows: page.rows.flatMap(({ id, key: [tier] }) => {
      const entry = byId.get(id);
      return entry ? [hitRow(entry, tier, text)] : [];
    }),
  };
}

/** All that is found, in no order. */
export async function rowsOfWords(
  { model, others }: Entries,
  words: readonly string[],
  text: string,
): Promise<MatchedRow[]> {
  const condition: Condition = allOf([holds(await rarestOf(model, words)), ...others]);
  const candidates = await model.find(condition as Record<string, unknown>, { words: 1, rank: 1 }).lean();
  const value = valueMark(text);
  return (candidates as unknown as Pick<SearchEntry, '_id' | 'words' | 'rank'>[]).flatMap((entry) => {
    const tier = tierAmong(entry.words, words, value);
    return tier === undefined ? [] : [{ id: entry._id, key: [tier, entry.rank, entry._id] as const }];
  });
}

async function rarestOf(model: SearchModel, words: readonly string[]): Promise<string> {
  const [first = ''] = words;
  if (words.length < 2) return first;
  const counts = await Promise.all(words.map((word) => model.countDocuments(holds(word) as Record<string, unknown>)));
  return words[counts.indexOf(Math.min(...counts))] ?? first;
}
