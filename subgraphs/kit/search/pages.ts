/** A pillar's pages of a search: a text of one common word is read tier by tier, no more rows than shown; any other by the entries of its rarest word. */

import type { PillarCode, StewardCode } from '../../../schema/stewards.ts';
import type { Condition } from '../collection.ts';
import { allOf } from '../conditions.ts';
import type { Page } from '../list/page.ts';
import type { ListRequest } from '../list/request.ts';
import { holds } from './conditions.ts';
import type { SearchModel } from './entry.ts';
import type { HitRow } from './hit.ts';
import { pageOfWord } from './by-tier.ts';
import { pageOfWords, rowsOfWords } from './by-rarest-word.ts';
import { askedWords } from './words.ts';

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

/** One entry in so many holds a common word. */
const COMMON = 20;

/** The page of a search. */
export async function searchPage({ model, stewards }: SearchShelf, request: SearchRequest): Promise<Page<HitRow>> {
  const others = othersOf(stewards, request.filter);
  if (others === null) return { rows: [], more: false, ahead: false };
  const [word = '', ...more] = askedWords(request.filter.text);
  return more.length === 0 && (await isCommon(model, word))
    ? pageOfWord({ model, others }, word, request)
    : pageOfWords({ model, others }, [word, ...more], request);
}

/** Whether so many entries hold a word that a page of them is soon full when all are read in the order of the list. */
async function isCommon(model: SearchModel, word: string): Promise<boolean> {
  const [having, all] = await Promise.all([
    model.countDocuments(holds(word) as Record<string, unknown>),
    model.estimatedDocumentCount(),
  ]);
  return having > all / COMMON;
}

/** How many records a search finds. */
export async function searchTotal({ model, stewards }: SearchShelf, { filter }: SearchRequest): Promise<number> {
  const others = othersOf(stewards, filter);
  if (others === null) return 0;
  const [word = '', ...more] = askedWords(filter.text);
  if (more.length > 0) return (await rowsOfWords({ model, others }, [word, ...more], filter.text)).length;
  return model.countDocuments(allOf([holds(word), ...others]));
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
