/** Answers a filter: chooses a plan, reads index rows and documents, tests, sorts, skips, limits and projects. */

import type { Documents } from './documents.ts';
import type { StoredDocument } from './document.ts';
import { decodeKey } from './decode.ts';
import { branchesOf, testOf, type Branch } from './filter.ts';
import { isMissing } from './index-keys.ts';
import type { IndexRow } from './index-table.ts';
import { tagOf } from './encode.ts';
import { choosePlan, type IndexPlan, type SortField } from './plan.ts';
import type { Projection } from './projection.ts';
import { compareValues, sortValue } from './values.ts';
import { walk, type Examined } from './walk.ts';

/** A question to a collection. */
export interface ReadRequest {
  filter: StoredDocument;
  sort: readonly SortField[];
  skip: number;
  /** 0 for all. */
  limit: number;
}

/** How a question is answered; what `explain` shows. */
export type ReadPlan =
  | { kind: 'nothing' }
  | { kind: 'ids'; ids: readonly unknown[]; exact: boolean }
  | { kind: 'index'; plan: IndexPlan }
  | { kind: 'scan' };

const COUNTED_RANGES = 400;

/** Chooses how to answer. */
export function planRead(documents: Documents, { filter, sort, skip, limit }: ReadRequest): ReadPlan {
  const branches = branchesOf(filter);
  if (branches.length === 0) return { kind: 'nothing' };
  const ids = idsOf(branches);
  if (ids) return { kind: 'ids', ids: ids.values, exact: ids.exact };
  const rows = limit > 0 ? skip + limit : undefined;
  const plan = choosePlan({ branches, indexes: documents.indexes.values(), sort, rows });
  return plan ? { kind: 'index', plan } : { kind: 'scan' };
}

/** The answers to a question, each a copy made by the projection. */
export function* read(
  documents: Documents,
  request: ReadRequest,
  projection: Projection,
  examined: Examined,
): Generator<StoredDocument> {
  const how = planRead(documents, request);
  const covered =
    how.kind === 'index' && how.plan.exact && isInOrder(how, request)
      ? coverOf(documents, how.plan, projection)
      : undefined;
  if (covered && how.kind === 'index') {
    for (const row of paged(walk(how.plan, rowsOf(request), examined), request)) yield covered(row);
    return;
  }
  for (const document of readStored(documents, request, examined, how)) yield projection.of(document);
}

/** The stored documents themselves, in order and of the page asked; they must not be changed. */
export function* readStored(
  documents: Documents,
  request: ReadRequest,
  examined: Examined,
  how = planRead(documents, request),
): Generator<StoredDocument> {
  const matching = matches(documents, request, how, examined);
  if (isInOrder(how, request)) return yield* paged(matching, request);
  const fields = request.sort.map(({ path, direction }) => ({ segments: path.split('.'), direction }));
  const keyed = Array.from(matching, (document) => ({
    document,
    key: fields.map(({ segments, direction }) => sortValue(document, segments, direction)),
  }));
  keyed.sort((left, right) => {
    for (const [at, { direction }] of fields.entries()) {
      const order = compareValues(left.key[at], right.key[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  for (const { document } of paged(keyed, request)) yield document;
}

/** How many documents match; on an index alone where it holds what the filter asks. */
export function count(documents: Documents, filter: StoredDocument, examined: Examined): number {
  const request: ReadRequest = { filter, sort: [], skip: 0, limit: 0 };
  const how = planRead(documents, request);
  if (how.kind === 'index' && how.plan.exact) {
    const { index, ranges, repeats } = how.plan;
    if (ranges.length === 0) return 0;
    if (ranges.length <= COUNTED_RANGES) return index.count(ranges, repeats);
    return walk(how.plan, undefined, examined).reduce((total) => total + 1, 0);
  }
  return matches(documents, request, how, examined).reduce((total) => total + 1, 0);
}

function* matches(documents: Documents, { filter, skip, limit, sort }: ReadRequest, how: ReadPlan, examined: Examined) {
  if (how.kind === 'nothing') return;
  const exact =
    how.kind === 'ids' ? how.exact : how.kind === 'index' ? how.plan.exact : Object.keys(filter).length === 0;
  const test = exact ? undefined : testOf(filter);
  const rows = exact && limit > 0 && isInOrder(how, { sort }) ? skip + limit : undefined;
  for (const id of candidates(documents, how, rows, examined)) {
    const document = documents.get(id, how.kind === 'scan');
    if (!document) continue;
    examined.documents += 1;
    if (!test || test(document)) yield document;
  }
}

function* candidates(
  documents: Documents,
  how: ReadPlan,
  rows: number | undefined,
  examined: Examined,
): Generator<unknown> {
  if (how.kind === 'ids') yield* how.ids;
  else if (how.kind === 'index') for (const [, id] of walk(how.plan, rows, examined)) yield documents.idOf(id);
  else yield* documents.scan();
}

function isInOrder(how: ReadPlan, { sort }: Pick<ReadRequest, 'sort'>): boolean {
  if (sort.length === 0 || how.kind === 'nothing') return true;
  if (how.kind === 'index') return how.plan.sorted;
  return how.kind === 'ids' && (how.ids.length < 2 || (sort[0]?.path === '_id' && sort[0].direction === 1));
}

function rowsOf({ skip, limit }: ReadRequest): number | undefined {
  return limit > 0 ? skip + limit : undefined;
}

function* paged<T>(items: Iterable<T>, { skip, limit }: ReadRequest): Generator<T> {
  let at = 0;
  for (const item of items) {
    at += 1;
    if (at <= skip) continue;
    yield item;
    if (limit > 0 && at >= skip + limit) return;
  }
}

/** The ids that a filter names, in order; undefined where it names none. */
function idsOf(branches: readonly Branch[]): { values: unknown[]; exact: boolean } | undefined {
  const [branch] = branches;
  if (branches.length !== 1 || !branch) return undefined;
  const named = branch.conditions.find(({ path, op }) => path === '_id' && (op === '$eq' || op === '$in'));
  if (!named) return undefined;
  const values = named.op === '$eq' ? [named.value] : (named.value as unknown[]);
  if (!values.every((value) => value !== null && tagOf(value) !== undefined)) return undefined;
  const sorted = values
    .toSorted(compareValues)
    .filter((value, at, all) => at === 0 || compareValues(all[at - 1], value) !== 0);
  const keys = sorted.filter((value) => typeof value !== 'boolean' && !(value instanceof Date));
  return { values: keys, exact: branch.whole && branch.conditions.length === 1 };
}

/** Makes answers of index rows alone; undefined where the projection needs more than the index has. */
function coverOf(
  documents: Documents,
  { index }: IndexPlan,
  projection: Projection,
): ((row: IndexRow) => StoredDocument) | undefined {
  const columns = projection.fields?.map((field) => ({ field, at: index.paths.indexOf(field) }));
  if (!columns?.every(({ at }) => at !== -1 && (index.multikey & (1 << at)) === 0)) return undefined;
  const last = Math.max(...columns.map(({ at }) => at));
  return ([key, id]) => {
    const values =
      columns.length === 1 && columns[0]?.field === '_id' ? [] : decodeKey(key, last + 1, documents.objectId);
    const answer: StoredDocument = {};
    for (const { field, at } of columns) {
      if (field === '_id') answer['_id'] = documents.idOf(id);
      else if (!isMissing(key, at)) answer[field] = values[at];
    }
    return answer;
  };
}
