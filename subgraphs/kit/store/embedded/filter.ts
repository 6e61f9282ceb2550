/** Filters: taken in and checked, compiled to a test of documents, and taken apart into branches that indexes can serve. */

import { Query } from 'mingo/query';
import { ServerError, unsupported } from '../errors.ts';
import { isFields, takeIn, type StoredDocument } from './document.ts';
import { QUERY_CONTEXT } from './membership.ts';

/** One condition on one path. */
export interface Condition {
  path: string;
  op: '$eq' | '$in' | '$gt' | '$gte' | '$lt' | '$lte' | '$ne' | '$regex' | '$elemMatch';
  value: unknown;
}

/** Conditions that hold together. A filter is the union of its branches. */
export interface Branch {
  conditions: readonly Condition[];
  /** Whether the conditions say all that the filter asks in this branch, so that no document need be tested. */
  whole: boolean;
}

const SUPPORTED = new Set([
  ...['$and', '$or', '$nor', '$not', '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists'],
  ...['$regex', '$options', '$elemMatch', '$size', '$all', '$type', '$mod'],
]);
const INDEXABLE = new Set<string>(['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$ne', '$regex', '$elemMatch']);
const MOST_BRANCHES = 64;

/** A plain copy of a filter. Throws by name on what the store does not support. */
export function takeInFilter(filter: unknown): StoredDocument {
  const taken = filter === undefined || filter === null ? {} : takeInUndefined(filter);
  if (!isFields(taken)) throw new ServerError(2, 'A filter must be an object');
  check(taken);
  return taken;
}

/** A test of documents against a filter. */
export function testOf(filter: StoredDocument): (document: StoredDocument) => boolean {
  const query = new Query(filter, { context: QUERY_CONTEXT });
  return (document) => query.test(document);
}

/** The branches of a filter; none where it can match nothing. */
export function branchesOf(filter: StoredDocument): Branch[] {
  let branches: Branch[] = [{ conditions: [], whole: true }];
  for (const [field, value] of Object.entries(filter)) {
    if (field === '$and') for (const part of value as StoredDocument[]) branches = both(branches, branchesOf(part));
    else if (field === '$or') branches = both(branches, (value as StoredDocument[]).flatMap(branchesOf));
    else if (field.startsWith('$')) branches = branches.map(inPart);
    else branches = both(branches, [ofPath(field, value)]);
  }
  return branches;
}

function both(left: Branch[], right: Branch[]): Branch[] {
  if (left.length * right.length > MOST_BRANCHES) return left.map(inPart);
  return left.flatMap((one) =>
    right.map((other) => ({ conditions: [...one.conditions, ...other.conditions], whole: one.whole && other.whole })),
  );
}

function inPart(branch: Branch): Branch {
  return { ...branch, whole: false };
}

function ofPath(path: string, value: unknown): Branch {
  if (value instanceof RegExp) return { conditions: [{ path, op: '$regex', value }], whole: true };
  if (!isOperators(value)) return { conditions: [{ path, op: '$eq', value }], whole: true };
  const conditions: Condition[] = [];
  let whole = true;
  for (const [op, operand] of Object.entries(value)) {
    if (INDEXABLE.has(op) && !('$options' in value))
      conditions.push({ path, op: op as Condition['op'], value: operand });
    else whole = false;
  }
  return { conditions, whole };
}

/** Whether a value is an object of operators. */
export function isOperators(value: unknown): value is StoredDocument {
  return isFields(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

function check(filter: StoredDocument): void {
  for (const [field, value] of Object.entries(filter)) {
    if (field === '$comment') delete filter[field];
    else if (field.startsWith('$') && !SUPPORTED.has(field)) throw unsupported(`the operator ${field} in a filter`);
    if (['$and', '$or', '$nor'].includes(field) && !(Array.isArray(value) && value.length > 0)) {
      throw new ServerError(2, `${field} must be a list that is not empty`);
    }
    if (['$in', '$nin', '$all'].includes(field) && !Array.isArray(value))
      throw new ServerError(2, `${field} needs a list`);
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isFields(part)) check(part);
      if (part instanceof RegExp && (part.global || part.sticky))
        throw unsupported(`patterns with the flags g or y (${String(part)})`);
    }
  }
}

/** As MongoDB's driver has it, an undefined value in a filter stands for null. */
function takeInUndefined(filter: unknown): unknown {
  if (!isFields(filter)) return takeIn(filter);
  return Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [field, value === undefined ? null : takeInUndefined(value)]),
  );
}
