/** Pages of a search for one common word: each tier is read in the order of its rows, so that a page costs the same at any number of matches. */

import { orderOf, type Order } from '../../../schema/orders.ts';
import type { Condition } from '../collection.ts';
import { allOf } from '../conditions.ts';
import { beyondKey, type Key } from '../list/key.ts';
import { nearKey, withinFar, type Page } from '../list/page.ts';
import { TIERS, tiersOf, type Tier } from './conditions.ts';
import type { SearchModel } from './entry.ts';
import { hitRow, type FoundEntry, type HitRow } from './hit.ts';
import type { SearchRequest } from './pages.ts';

/** The entries that are searched, by the conditions beside the text. */
export interface Entries {
  readonly model: SearchModel;
  readonly others: readonly Condition[];
}

const ORDER = orderOf('SearchHit').order;
/** The order within a tier. */
const WITHIN: Order = { by: ORDER.by.slice(1), descending: false };

/** The page of a search for one word. */
export async function pageOfWord(entries: Entries, word: string, request: SearchRequest): Promise<Page<HitRow>> {
  const { from, size } = request;
  const near = nearKey(request);
  const read = readerOf(entries, word, request.filter.text);
  const parts = near ? partsAround(near, from === 'start' ? 'behind' : 'ahead') : WHOLE;
  const rows: HitRow[] = [];
  for (const tier of from === 'start' ? TIERS : TIERS.toReversed()) {
    const part = parts.get(tier);
    if (part !== undefined) rows.push(...(await read(tier, part, from, size + 1 - rows.length)));
  }
  return { ...withinFar(request, ORDER, rows), ahead: near !== null && (await isPassed(read, near, from)) };
}

type Read = (tier: Tier, part: Condition | null, from: 'start' | 'end', limit: number) => Promise<HitRow[]>;

function readerOf({ model, others }: Entries, word: string, text: string): Read {
  const tiers = tiersOf(word, text);
  return async (tier, part, from, limit) => {
    if (limit === 0) return [];
    const condition = allOf([tiers[tier], ...others, ...(part ? [part] : [])]);
    const direction = from === 'start' ? 1 : -1;
    const found = await model
      .find(condition as Record<string, unknown>)
      .sort(Object.fromEntries(WITHIN.by.map((path) => [path, direction])))
      .limit(limit)
      .lean();
    return (found as unknown as FoundEntry[]).map((entry) => hitRow(entry, tier, text));
  };
}

/** Whether the row of a key is there, or any on the side from which the list is read. */
async function isPassed(read: Read, near: Key, from: 'start' | 'end'): Promise<boolean> {
  const [at, ...within] = near;
  const itself = Object.fromEntries(WITHIN.by.map((path, index) => [path, within[index] ?? null]));
  if ((await read(at as Tier, itself, 'start', 1)).length > 0) return true;
  for (const [tier, part] of partsAround(near, from === 'start' ? 'ahead' : 'behind'))
    if ((await read(tier, part, 'start', 1)).length > 0) return true;
  return false;
}

/** What of each tier lies on one side of a key: all of it, a part by a condition, or nothing (left out). */
type Parts = ReadonlyMap<Tier, Condition | null>;

const WHOLE: Parts = new Map(TIERS.map((tier) => [tier, null]));

function partsAround([at, ...within]: Key, side: 'behind' | 'ahead'): Parts {
  const parts = new Map<Tier, Condition | null>();
  for (const tier of TIERS) {
    if (tier === at) parts.set(tier, beyondKey(WITHIN, within, side));
    else if (tier > Number(at) === (side === 'behind')) parts.set(tier, null);
  }
  return parts;
}
