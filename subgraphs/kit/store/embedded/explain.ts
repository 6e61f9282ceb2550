/** Explains how a question is answered: the plan, and how much was looked at. */

import type { Documents } from './documents.ts';
import type { Projection } from './projection.ts';
import { planRead, read, type ReadRequest } from './read.ts';

/** What `explain` answers. */
export interface Explanation {
  /** `IXSCAN` through an index, `IDHACK` by ids, `COLLSCAN` through everything, `EOF` where nothing can match. */
  stage: 'IXSCAN' | 'IDHACK' | 'COLLSCAN' | 'EOF';
  indexName: string | null;
  /** Stretches of the index that are read. */
  ranges: number;
  /** Whether the index alone decides which documents match. */
  exact: boolean;
  /** Whether the rows are put in order after reading. */
  sorts: boolean;
  returned: number;
  keysExamined: number;
  documentsExamined: number;
}

/** Answers the question, counting. */
export function explained(documents: Documents, request: ReadRequest, projection: Projection): Explanation {
  const how = planRead(documents, request, projection);
  const examined = { keys: 0, documents: 0 };
  const returned = [...read(documents, request, projection, examined)].length;
  const plan = how.kind === 'index' ? how.plan : undefined;
  return {
    stage: ({ index: 'IXSCAN', ids: 'IDHACK', scan: 'COLLSCAN', nothing: 'EOF' } as const)[how.kind],
    indexName: plan?.index.spec.name ?? null,
    ranges: plan?.ranges.length ?? 0,
    exact: plan?.exact ?? false,
    sorts: request.sort.length > 0 && plan?.sorted !== true,
    returned,
    keysExamined: examined.keys,
    documentsExamined: examined.documents,
  };
}
