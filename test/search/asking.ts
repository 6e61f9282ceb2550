/** How the tests of the search ask it. */

import type { Graph } from '../support/graph.ts';
import { ask } from '../semantics/asking.ts';

/** A hit as the graph shows it. */
export interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly snippet: string | null;
  readonly score: number;
  readonly steward: { readonly code?: string; readonly name: string };
}

/** Arguments of a search beside the page. */
export interface Search {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  readonly pillars?: readonly string[] | null;
}

const QUERY = `query ($text: String!, $kinds: [RecordKind!], $pillars: [PillarCode!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, pillars: $pillars, first: $first, after: $after) {
    totalCount
    nodes { kind id title snippet score steward { name ... on Pillar { code } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** All hits, page by page. */
export async function allHits(graph: Graph, search: Search, first = 200): Promise<Hit[]> {
  const hits: Hit[] = [];
  let after: string | null = null;
  do {
    const { search: page } = await ask(graph, QUERY, { ...search, first, after });
    hits.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after === null && page.totalCount !== hits.length)
      throw new Error(`${hits.length} hits, but totalCount is ${page.totalCount}`);
  } while (after !== null);
  return hits;
}

/** What identifies a hit. */
export function nameOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}
