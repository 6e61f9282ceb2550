/** Answers that come from the rows of an index alone, where it has every field that is asked for. */

import { decodeKey } from './decode.ts';
import type { StoredDocument } from './document.ts';
import type { Documents } from './documents.ts';
import { isMissing } from './index-keys.ts';
import type { IndexRow } from './index-table.ts';
import type { IndexPlan, SortField } from './plan.ts';
import type { Projection } from './projection.ts';

/** Makes an answer of a row. */
export type Cover = (row: IndexRow) => StoredDocument;

/**
 * How to make answers of a plan's rows; undefined where documents are needed: to test them, for a field that the index lacks or
 * has in pieces, or to put the answers in an order of such a field.
 */
export function coverOf(
  documents: Documents,
  plan: IndexPlan,
  projection: Projection,
  sort: readonly SortField[],
): Cover | undefined {
  if (!plan.exact || !projection.fields) return undefined;
  if (!plan.sorted && !sort.every(({ path }) => projection.fields?.includes(path))) return undefined;
  const { index } = plan;
  if (!index.holds(projection.fields)) return undefined;
  const columns = projection.fields.map((field) => ({ field, at: index.paths.indexOf(field) }));
  const last = Math.max(...columns.map(({ at, field }) => (field === '_id' ? -1 : at)));
  return ([key, id]) => {
    const values = decodeKey(key, last + 1, documents.objectId);
    const answer: StoredDocument = {};
    for (const { field, at } of columns) {
      if (field === '_id') answer['_id'] = documents.idOf(id);
      else if (!isMissing(key, at)) answer[field] = values[at];
    }
    return answer;
  };
}
