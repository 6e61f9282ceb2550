/** Answers a filter: chooses a plan, reads index rows and documents, tests, sorts, skips, limits and projects. */

import { coverOf } from './covered.ts';
import type { Documents } from './documents.ts';
import type { StoredDocument } from './document.ts';
import { tagOf } from './encode.ts';
import { branchesOf, testOf, type Branch } from './filter.ts';
import { choosePlan, type IndexPlan, type SortField } from './plan.ts';
import type { Projection } from './projection.ts';
import type { SqlId } from './sql.ts';
import { compareValues, sortValue } from './values.ts';
import { walk, walkIds, type Examined } from './walk.ts';

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
  | { kind: 'scan'; exact: boolean };

const COUNTED_RANGES = 400;

/** Chooses how to answer. */
export function planRead(
  documents: Documents,
  { filter, sort, skip, limit }: ReadRequest,
  projection?: Projection,
): ReadPlan {
  const branches = branchesOf(filter);
  if (branches.length === 0) return { kind: 'nothing' };
  const ids = idsOf(branches);
  if (ids) return { kind: 'ids', ids: ids.values, exact: ids.exact };
  const rows = limit > 0 ? skip + limit : undefined;
  const plan = choosePlan({ branches, indexes: documents.indexes.values(), sort, rows, fields: projection?.fields });
  return plan ? { kind: 'index', plan } : { kind: 'scan', exact: Object.keys(filter).length === 0 };
}

/** The answers to a question, each a copy made by the projection. */
export function* read(
  documents: Documents,
  request: ReadRequest,
  projection: Projection,
  examined: Examined,
): Generator<StoredDocument> {
  const how = planRead(documents, request, projection);
  const cover = how.kind === 'index' ? coverOf(documents, how.plan, projection, request.sort) : undefined;
  if (how.kind === 'index' && cover) {
    const answers = walk(how.plan, wanted(how, request), examined)[Symbol.iterator]();
    yield* page(Iterator.from(answers).map(cover), how, request);
  } else {
    for (const document of readStored(documents, request, examined, how)) yield projection.of(document);
  }
}

/** The stored documents themselves, in order and of the page asked; they must not be changed. */
export function readStored(
  documents: Documents,
  request: ReadRequest,
  examined: Examined,
  how = planRead(documents, request),
): Iterable<StoredDocument> {
  return page(matches(documents, request, how, examined), how, request);
}

/** How many documents match; on an index alone where it holds what the filter asks. */
export function count(documents: Documents, filter: StoredDocument, examined: Examined): number {
  const request: ReadRequest = { filter, sort: [], skip: 0, limit: 0 };
  const how = planRead(documents, request);
  if (how.kind === 'scan' && how.exact) return documents.count();
  if (how.kind === 'index' && how.plan.exact) {
    const { index, ranges, repeats } = how.plan;
    if (ranges.length === 0) return 0;
    if (ranges.length <= COUNTED_RANGES) return index.count(ranges, repeats);
    return sizeOf(walkIds(how.plan, Infinity, examined));
  }
  return sizeOf(matches(documents, request, how, examined));
}

function sizeOf(items: Iterable<unknown>): number {
  let size = 0;
  for (const _ of items) size += 1;
  return size;
}

function* matches(
  documents: Documents,
  request: ReadRequest,
  how: ReadPlan,
  examined: Examined,
): Generator<StoredDocument> {
  if (how.kind === 'nothing') return;
  const exact = how.kind === 'index' ? how.plan.exact : how.exact;
  const test = exact ? undefined : testOf(request.filter);
  for (const document of candidates(documents, how, request, examined)) {
    examined.documents += 1;
    if (!test || test(document)) yield document;
  }
}

function* candidates(
  documents: Documents,
  how: Exclude<ReadPlan, { kind: 'nothing' }>,
  request: ReadRequest,
  examined: Examined,
): Generator<StoredDocument> {
  if (how.kind === 'scan') return yield* documents.scan();
  const ids = how.kind === 'ids' ? how.ids : walkIds(how.plan, wanted(how, request), examined);
  const scanned = how.kind === 'index' && how.plan.used === 0 && !how.plan.exact;
  for (const id of ids) {
    const document = documents.get(how.kind === 'ids' ? id : documents.idOf(id as SqlId), scanned);
    if (document) yield document;
  }
}

/** How many rows will be read: the page's, or all; undefined where only reading shows. */
function wanted(how: ReadPlan, request: ReadRequest): number | undefined {
  if (request.limit === 0 || !isInOrder(how, request)) return Infinity;
  return how.kind === 'index' && how.plan.exact ? request.skip + request.limit : undefined;
}

function isInOrder(how: ReadPlan, { sort }: Pick<ReadRequest, 'sort'>): boolean {
  if (sort.length === 0 || how.kind === 'nothing') return true;
  if (how.kind === 'index') return how.plan.sorted;
  return how.kind === 'ids' && (how.ids.length < 2 || (sort[0]?.path === '_id' && sort[0].direction === 1));
}

/** Puts answers in order, where they are not yet, and cuts out the page. */
function* page(answers: Iterable<StoredDocument>, how: ReadPlan, request: ReadRequest): Generator<StoredDocument> {
  const { skip, limit } = request;
  let at = 0;
  for (const answer of isInOrder(how, request) ? answers : sorted(answers, request.sort)) {
    at += 1;
    if (at <= skip) continue;
    yield answer;
    if (limit > 0 && at >= skip + limit) return;
  }
}

function sorted(answers: Iterable<StoredDocument>, sort: readonly SortField[]): StoredDocument[] {
  const fields = sort.map(({ path, direction }) => ({ segments: path.split('.'), direction }));
  const keyed = Array.from(answers, (answer) => ({
    answer,
    key: fields.map(({ segments, direction }) => sortValue(answer, segments, direction)),
  }));
  keyed.sort((left, right) => {
    for (const [at, { direction }] of fields.entries()) {
      const order = compareValues(left.key[at], right.key[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ answer }) => answer);
}

/** The ids that a filter names, in order; undefined where it names none. */
function idsOf(branches: readonly Branch[]): { values: unknown[]; exact: boolean } | undefined {
  const [branch] = branches;
  if (branches.length !== 1 || !branch) return undefined;
  const named = branch.conditions.find(({ path, op }) => path === '_id' && (op === '$eq' || op === '$in'));
  if (!named) return undefined;
  const values = named.op === '$eq' ? [named.value] : (named.value as unknown[]);
  if (!values.every((value) => value !== null && tagOf(value) !== undefined)) return undefined;
  const ordered = values
    .toSorted(compareValues)
    .filter((value, at, all) => at === 0 || compareValues(all[at - 1], value) !== 0);
  const possible = ordered.filter((value) => typeof value !== 'boolean' && !(value instanceof Date));
  return { values: possible, exact: branch.whole && branch.conditions.length === 1 };
}
