/** The documents by which a database speaks of itself: they are in one collection, which the loader keeps too. */

import type { StoredDocument } from './document-text.ts';

/** The collection. */
export const OWN_COLLECTION = 'datasets';
/** Which data set the database holds: `seed/versions.ts`. It moves as other documents do, but last. */
export const DATA_SET = 'data-set';
/** Who is loading it: `seed/lease.ts`. It belongs to a running process and never moves. */
export const LEASE = 'lease';
/** How often the data were written to: `subgraphs/kit/version`. It belongs to this database and never moves. */
export const DATA_VERSION = 'data-version';

/** Whether a document is the one that says which data set the database holds. */
export function isDataSet({ collection, document }: { collection: string; document: StoredDocument }): boolean {
  return collection === OWN_COLLECTION && document['_id'] === DATA_SET;
}

/** Which documents of a collection count as what the database holds. */
export function held(collection: string): object {
  return collection === OWN_COLLECTION ? { _id: { $nin: [LEASE, DATA_VERSION] } } : {};
}
