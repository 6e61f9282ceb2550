/** A pillar's pages of a search: tier by tier from the index of words, no more rows than the page shows. */

import { orderOf, type Order } from '../../../schema/orders.ts';
import type { PillarCode, StewardCode } from '../../../schema/stewards.ts';
import type { Condition } from '../collection.ts';
import { beyondKey, type Key } from '../list/key.ts';
import { nearKey, withinFar, type Page } from '../list/pages.ts';
import type { ListRequest } from '../list/request.ts';
import { all, conditionsOf, TIERS, type SearchConditions, type Tier } from './conditions.ts';
import type { SearchModel } from './entry.ts';
import { hitRow, type FoundEntry, type HitRow } from './hit.ts';

/** A page of a search that has been checked. */
export type SearchRequest = ListRequest<'SearchHit'> & { readonly filter: SearchFilter };

/** What is searched for. */
export interface SearchFilter {
  readonly text: string;
  readonly kinds?: readonly string[];
  readonly pillars?: readonly PillarCode[];
}

/** The entries of a subgraph, and whose records they are of. */
export interface SearchShelf {
  readonly model: SearchModel;
  readonly stewards: readonly StewardCode[];
}

const ORDER = orderOf('SearchHit').order;
/** The order within a tier. */
const WITHIN: Order = { by: ORDER.by.slice(1), descending: false };

/** The page of a search. */
export async function searchPage(shelf: SearchShelf, request: SearchRequest): Promise<Page<HitRow>> {
  const near = nearKey(request);
  const beyond = near && partsAround(near, request.from === 'start' ? 'behind' : 'ahead');
  const passed = near && partsAround(near, request.from === 'start' ? 'ahead' : 'behind');
  const reading = readingOf(shelf, request);
  const rows = await reading.rows(beyond, request.from, request.size + 1);
  return { ...withinFar(request, ORDER, rows), ahead: passed !== null && (await reading.has(near as Key, passed)) };
}

/** How many records a search finds. */
export async function searchTotal({ model, stewards }: SearchShelf, { filter }: SearchRequest): Promise<number> {
  const others = othersOf(stewards, filter);
  if (others === null) return 0;
  return model.countDocuments(all([conditionsOf(filter.text).any, ...others]) as Record<string, unknown>);
}

/** What of each tier lies on one side of a key: all of it, a part by a condition, or nothing (left out). */
type Parts = ReadonlyMap<Tier, Condition | null>;

function partsAround(key: Key, side: 'behind' | 'ahead'): Parts {
  const [at, ...within] = key;
  const parts = new Map<Tier, Condition | null>();
  for (const tier of TIERS) {
    if (tier === at) parts.set(tier, beyondKey(WITHIN, within, side));
    else if (tier > Number(at) === (side === 'behind')) parts.set(tier, null);
  }
  return parts;
}

const WHOLE: Parts = new Map(TIERS.map((tier) => [tier, null]));

function readingOf({ model, stewards }: SearchShelf, { filter }: SearchRequest) {
  const others = othersOf(stewards, filter);
  const { tiers }: SearchConditions = conditionsOf(filter.text);
  const read = async (tier: Tier, part: Condition | null, direction: 1 | -1, limit: number) => {
    if (others === null || limit === 0) return [];
    const condition = all([tiers[tier], ...others, ...(part ? [part] : [])]);
    const found = await model
      .find(condition as Record<string, unknown>)
      .sort(Object.fromEntries(WITHIN.by.map((path) => [path, direction])))
      .limit(limit)
      .lean();
    return (found as unknown as FoundEntry[]).map((entry) => hitRow(entry, tier, filter.text));
  };
  return {
    /** The first rows of these parts, in the direction that is asked for. */
    async rows(parts: Parts | null, from: 'start' | 'end', limit: number): Promise<HitRow[]> {
      const rows: HitRow[] = [];
      for (const tier of from === 'start' ? TIERS : TIERS.toReversed()) {
        const part = (parts ?? WHOLE).get(tier);
        if (part !== undefined) rows.push(...(await read(tier, part, from === 'start' ? 1 : -1, limit - rows.length)));
      }
      return rows;
    },
    /** Whether the row of a key is there, or any in these parts. */
    async has([at, ...within]: Key, parts: Parts): Promise<boolean> {
      const itself = Object.fromEntries(WITHIN.by.map((path, index) => [path, within[index] ?? null]));
      if ((await read(at as Tier, itself, 1, 1)).length > 0) return true;
      for (const [tier, part] of parts) if ((await read(tier, part, 1, 1)).length > 0) return true;
      return false;
    },
  };
}

/** The conditions beside the text; null where they leave nothing in this subgraph. */
function othersOf(stewards: readonly StewardCode[], { kinds, pillars }: SearchFilter): Condition[] | null {
  const kept = pillars ? stewards.filter((code) => (pillars as readonly StewardCode[]).includes(code)) : stewards;
  if (kept.length === 0 || kinds?.length === 0) return null;
  return [
    ...(kinds ? [{ kind: { $in: [...new Set(kinds)] } }] : []),
    ...(kept.length < stewards.length ? [{ steward: { $in: kept } }] : []),
  ];
}
