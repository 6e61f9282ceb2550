/** Which columns a table has and which list is its rows. */

import { CodedError } from '../../../schema/errors.ts';
import type { Branch, Leaf } from './shape.ts';

/** The layout of a table. */
export interface Table {
  readonly root: Branch;
  /** The lists from the outermost to the rows, with the objects between them; empty where the whole answer is one row. */
  readonly chain: readonly Branch[];
  /** In the order of the query. */
  readonly columns: readonly Leaf[];
}

/** The dot path of each list that can be the rows, by the path that chooses it. */
export type RowLists = ReadonlyMap<string, readonly Branch[]>;

/** The table of a shape. Throws `NOT_A_TABLE` where lists stand beside each other and `rows` chooses none, or chooses what is no list. */
export function tableOf(root: Branch, rows: string | undefined): Table {
  const chain = rows === undefined ? deepest(root) : chosen(root, rows);
  const columns = columnsOf(root, new Set(chain));
  if (columns.length === 0)
    throw new CodedError('NOT_A_TABLE', 'The table would have no column: ask for a field that is not skipped');
  const names = new Set<string>();
  for (const { path } of columns) {
    if (names.has(path))
      throw new CodedError('NOT_A_TABLE', `Two columns would be named ${path}: give one of the two fields an alias`);
    names.add(path);
  }
  return { root, chain, columns };
}

/** The lists that hold no list: the rows are one of them unless `rows` says otherwise. */
export function deepestLists(root: Branch): RowLists {
  const lists = chainsOf(root);
  return named(
    lists.filter((chain) => !lists.some((other) => other !== chain && chain.every((at) => other.includes(at)))),
  );
}

function deepest(root: Branch): readonly Branch[] {
  const lists = deepestLists(root);
  if (lists.size > 1)
    throw new CodedError(
      'NOT_A_TABLE',
      `The lists ${[...lists.keys()].join(', ')} stand beside each other, and a table has one list of rows: choose it with rows=${[...lists.keys()][0]} or another of them; the others are left out`,
    );
  const [only = []] = lists.values();
  return only;
}

function chosen(root: Branch, rows: string): readonly Branch[] {
  const lists = chainsOf(root);
  const byPath = named(lists);
  const chain = byPath.get(rows) ?? lists.find((each) => each.at(-1)?.keys.join('.') === rows);
  if (chain) return chain;
  const allowed =
    byPath.size === 0 ? 'the operation has no list of objects' : `allowed is ${[...byPath.keys()].join(', ')}`;
  throw new CodedError('NOT_A_TABLE', `rows is ${JSON.stringify(rows)}: ${allowed}`);
}

/** By the path of their columns; where two have the same, as \`nodes\` and \`edges\` of one connection, by all their keys. */
function named(chains: readonly (readonly Branch[])[]): RowLists {
  const pathOf = (chain: readonly Branch[]) => listPath(chain.at(-1));
  const paths = chains.map(pathOf);
  return new Map(
    chains.map((chain, index) => {
      const path = paths[index] ?? '';
      const isOnly = paths.indexOf(path) === paths.lastIndexOf(path);
      return [isOnly ? path : (chain.at(-1)?.keys.join('.') ?? ''), chain];
    }),
  );
}

/** A list of edges is chosen by the name of its connection, as that of its nodes. */
function listPath(list: Branch | undefined): string {
  if (!list) return '';
  const node = list.key === 'edges' && list.below.find((part) => part.kind === 'branch' && part.key === 'node');
  return node ? node.path : list.path;
}

/** Each list below, as the branches on the way to it. */
function chainsOf({ below }: Branch): (readonly Branch[])[] {
  return below.flatMap((part) => {
    if (part.kind === 'leaf') return [];
    const inner = chainsOf(part).map((chain) => [part, ...chain]);
    return part.isList ? [[part], ...inner] : inner;
  });
}

function columnsOf({ below }: Branch, chain: ReadonlySet<Branch>): Leaf[] {
  return below.flatMap((part) => {
    if (part.kind === 'leaf') return [part];
    return part.isList && !chain.has(part) ? [] : columnsOf(part, chain);
  });
}
