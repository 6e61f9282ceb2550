/** What a pillar contributes to a search: its page and its count, through the hidden fields of the merged list. */

import { pageField, totalField } from '../../../schema/derive/hidden.ts';
import type { SubgraphName } from '../../../schema/stewards.ts';
import { readRequest } from '../list/request.ts';
import type { ResolverMap } from '../resolvers.ts';
import { searchPage, searchTotal, type SearchRequest, type SearchShelf } from './pages.ts';

type Parent = { readonly request: string };

/** The resolvers of the merged list of hits in a pillar. */
export function searchContribution(subgraph: SubgraphName, shelf: SearchShelf): ResolverMap {
  const read = ({ request }: Parent) => readRequest<'SearchHit'>(request) as SearchRequest;
  return {
    MergedSearchHitConnection: {
      __resolveReference: (representation: unknown) => representation,
      [pageField(subgraph)]: (parent: Parent) => searchPage(shelf, read(parent)),
      [totalField(subgraph)]: (parent: Parent) => searchTotal(shelf, read(parent)),
    },
  };
}
