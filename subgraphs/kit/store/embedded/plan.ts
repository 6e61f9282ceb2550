/** Chooses how a filter is answered in an order: through which index, which stretches of it, and what remains to be done. */

import { boundsOf, type Bounds, type Range } from './bounds.ts';
import type { Branch } from './filter.ts';
import type { IndexTable } from './index-table.ts';

/** One field of an order. */
export interface SortField {
  path: string;
  direction: 1 | -1;
}

/** A way through an index. */
export interface IndexPlan {
  index: IndexTable;
  ranges: Range[];
  /** How many conditions narrow every range; where none does, the index gives the order alone. */
  used: number;
  /** Whether the ranges hold exactly what the filter asks. */
  exact: boolean;
  /** Whether the rows come in the order asked. */
  sorted: boolean;
  /** The column from which on several ranges are merged into one order; undefined where they are read in turn. */
  mergeFrom: number | undefined;
  reverse: boolean;
  /** Whether a document may come up more than once. */
  repeats: boolean;
}

/** What a plan is chosen for. */
export interface PlanRequest {
  branches: readonly Branch[];
  indexes: Iterable<IndexTable>;
  sort: readonly SortField[];
  /** Rows wanted, skipped ones included; undefined for all. */
  rows: number | undefined;
  /** The whole fields that answers have; undefined where they are made of documents. */
  fields?: readonly string[] | undefined;
}

const PROBE = 400;
const PROBED_RANGES = 8;
const SORT_PENALTY = 1.3;

/** The cheapest plan through an index, or undefined where reading everything is no worse. */
export function choosePlan({ branches, indexes, sort, rows, fields }: PlanRequest): IndexPlan | undefined {
  const plans: IndexPlan[] = [];
  for (const index of indexes) {
    if (!mayServe(index, branches, sort)) continue;
    const bounds = branches.map((branch) => boundsOf(branch, index));
    const order = orderOf(index, bounds, sort);
    const used = Math.min(...bounds.map((each) => each.used));
    if (used === 0 && !(order && sort.length > 0)) continue;
    const kept = rows === undefined && sort.length > 0 && isSpread(bounds) ? undefined : order;
    plans.push(planOf(index, bounds, used, kept, sort));
  }
  if (plans.length < 2) return plans[0];
  const perfect = plans.filter((plan) => plan.exact && (plan.sorted || rows === undefined));
  if (perfect.length > 0) return perfect.reduce((best, one) => (compareExact(one, best, fields) < 0 ? one : best));
  const costs = new Map(plans.map((plan) => [plan, costOf(plan, rows)]));
  return plans.reduce((best, one) => ((costs.get(one) ?? 0) < (costs.get(best) ?? 0) ? one : best));
}

/** Whether an index can narrow every branch, or give the order; cheaper to ask than to lay the branches upon it. */
function mayServe({ paths: [first] }: IndexTable, branches: readonly Branch[], sort: readonly SortField[]): boolean {
  if (first === sort[0]?.path) return true;
  return branches.every(({ conditions }) => conditions.some(({ path }) => path === first));
}

/** Before all else the order, then that no document need be read. */
function compareExact(left: IndexPlan, right: IndexPlan, fields: readonly string[] | undefined): number {
  const covers = ({ index }: IndexPlan) => Number(fields !== undefined && index.holds(fields));
  return (
    Number(right.sorted) - Number(left.sorted) ||
    covers(right) - covers(left) ||
    left.ranges.length - right.ranges.length
  );
}

/** An estimate of the rows read, from a look at whether there are few; of many, those that more conditions narrow are fewer. */
function costOf(plan: IndexPlan, rows: number | undefined): number {
  const ranges = plan.ranges.slice(0, PROBED_RANGES);
  const seen = ranges.length === 0 ? 0 : plan.index.count(ranges, false, PROBE);
  const many = seen >= PROBE;
  const all = (many ? (100 * PROBE) / (1 + plan.used) : seen) * (plan.ranges.length / Math.max(1, ranges.length));
  if (!plan.sorted) return all * SORT_PENALTY;
  if (rows === undefined) return all;
  return plan.exact ? Math.min(all, rows) : all / 2;
}

function planOf(
  index: IndexTable,
  bounds: readonly Bounds[],
  used: number,
  order: Order | undefined,
  sort: readonly SortField[],
): IndexPlan {
  const ranges = bounds.flatMap((each) => each.ranges);
  return {
    index,
    ranges,
    used,
    exact: bounds.every((each) => each.exact),
    sorted: order !== undefined,
    mergeFrom: sort.length > 0 ? order?.from : undefined,
    reverse: sort.length > 0 && order?.reverse === true,
    repeats: bounds.length > 1 || (index.multikey !== 0 && !oneElement(index, bounds)),
  };
}

/** Whether each document can have but one row in the ranges: the column with lists has one value in the only range. */
function oneElement(index: IndexTable, bounds: readonly Bounds[]): boolean {
  const column = 31 - Math.clz32(index.multikey);
  return (
    bounds.length === 1 && bounds[0]?.ranges.length === 1 && column < bounds[0].fixed && index.multikey === 1 << column
  );
}

/** Whether there are several ranges: to put all their rows in order costs less after reading than while merging. */
function isSpread(bounds: readonly Bounds[]): boolean {
  return bounds.reduce((total, { ranges }) => total + ranges.length, 0) > 1;
}

interface Order {
  from: number;
  reverse: boolean;
}

/** From which column on the rows are in the order asked; undefined where they are not. */
function orderOf(index: IndexTable, bounds: readonly Bounds[], sort: readonly SortField[]): Order | undefined {
  const id = sort.findIndex(({ path }) => path === '_id');
  const fields = id === -1 ? sort : sort.slice(0, id + 1);
  const direction = fields[0]?.direction;
  if (direction === undefined) return { from: 0, reverse: false };
  if (fields.some((field) => field.direction !== direction)) return undefined;
  const fixed = Math.min(...bounds.map((each) => each.fixed));
  for (let from = 0; from <= fixed; from += 1) {
    const fits = fields.every(
      ({ path }, at) => index.paths[from + at] === path && (index.multikey & (1 << (from + at))) === 0,
    );
    if (fits) return { from, reverse: direction === -1 };
  }
  return undefined;
}
