/** Projections: which fields of a document an answer has. Always a copy, so that a caller may do with it what he likes. */

import { ServerError } from '../errors.ts';
import { copyOf, isFields, type StoredDocument } from './document.ts';
import { mingo } from './mingo.ts';

/** A projection made ready. */
export interface Projection {
  /** The answer for a document. */
  of(document: StoredDocument): StoredDocument;
  /** The top-level fields that it reads, if it only includes whole ones; undefined where a document is needed. */
  fields: readonly string[] | undefined;
}

/** Paths as a tree; a leaf is true. */
interface Tree {
  [field: string]: Tree | true;
}

const WHOLE: Projection = { of: copyOf, fields: undefined };

/** Makes a projection ready. Expressions and `$slice`, `$elemMatch` and the like are mingo's. */
export function projectionOf(specification: unknown): Projection {
  if (specification === undefined || specification === null) return WHOLE;
  if (!isFields(specification)) throw new ServerError(2, 'A projection must be an object');
  const entries = Object.entries(specification);
  if (entries.length === 0) return WHOLE;
  if (entries.some(([path, value]) => !isFlag(value) || path.includes('$'))) return byMingo(specification);
  const included = entries.filter(([path, value]) => path !== '_id' && Boolean(value));
  const excluded = entries.filter(([path, value]) => path !== '_id' && !value);
  if (included.length > 0 && excluded.length > 0) {
    throw new ServerError(
      31254,
      `A projection either includes or excludes; ${excluded[0]?.[0] ?? ''} is excluded among included fields`,
    );
  }
  const id = '_id' in specification ? Boolean(specification['_id']) : true;
  if (excluded.length > 0 || (included.length === 0 && !id)) {
    const tree = treeOf(id ? excluded : [...excluded, ['_id', 0]]);
    return { of: (document) => without(document, tree), fields: undefined };
  }
  const paths = id ? [['_id', 1] as [string, unknown], ...included] : included;
  const tree = treeOf(paths);
  const plain = paths.every(([path]) => !path.includes('.'));
  return { of: (document) => only(document, tree), fields: plain ? paths.map(([path]) => path) : undefined };
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || typeof value === 'number';
}

function byMingo(specification: StoredDocument): Projection {
  return {
    of: (document) =>
      mingo()
        .find<StoredDocument>([copyOf(document)], {}, specification as never)
        .all()[0] ?? {},
    fields: undefined,
  };
}

function treeOf(entries: readonly [string, unknown][]): Tree {
  const root: Tree = {};
  for (const [path] of entries) {
    const segments = path.split('.');
    let node = root;
    for (const [at, segment] of segments.entries()) {
      const below = node[segment];
      if (below === true) break;
      if (at === segments.length - 1) node[segment] = true;
      else node = node[segment] = below ?? {};
    }
  }
  return root;
}

function only(fields: StoredDocument, tree: Tree): StoredDocument {
  const copy: StoredDocument = {};
  for (const field in fields) {
    const wanted = tree[field];
    if (wanted === undefined) continue;
    const value = wanted === true ? copyOf(fields[field]) : within(fields[field], wanted, only);
    if (value !== undefined) copy[field] = value;
  }
  return copy;
}

function without(fields: StoredDocument, tree: Tree): StoredDocument {
  const copy: StoredDocument = {};
  for (const field in fields) {
    const unwanted = tree[field];
    if (unwanted === undefined) copy[field] = copyOf(fields[field]);
    else if (unwanted !== true) copy[field] = within(fields[field], unwanted, without) ?? copyOf(fields[field]);
  }
  return copy;
}

/** Applies a projection to what lies below a field: an object, or each object of a list; undefined for other values. */
function within(value: unknown, tree: Tree, project: (fields: StoredDocument, tree: Tree) => StoredDocument): unknown {
  if (isFields(value)) return project(value, tree);
  if (!Array.isArray(value)) return undefined;
  const parts = (value as unknown[]).map((part) => {
    const inner = within(part, tree, project);
    return inner === undefined && project === without ? copyOf(part) : inner;
  });
  return parts.filter((part) => part !== undefined);
}
