/** A data file that is rebuilt from answers of the graph: what is asked, and how a row becomes a record of the file again. */

import type { Answer, Graph } from '../../support/graph.ts';

/** A row of an answer; a module knows what it asked for. */
export type Row = Answer['data'];

/** A page of a list. */
export interface Page {
  readonly nodes: Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The files of one name. */
export interface RebuiltFile {
  /** Their name, such as `bodies.json`. */
  readonly file: string;
  /** Asks for all rows; of a list with pages for the page after `$after`. */
  readonly query: string;
  /** The rows in the answer. */
  rows(data: Row): Row[] | Page;
  /** The steward's folder that holds the row; by the prefix of its id where this is left out. */
  folder?(row: Row): string;
  /** The record of the file that the row comes from. `index` counts the rows of all folders. */
  record(row: Row, index: number): Record<string, unknown>;
  /** The fields that the graph does not hold as such, each with the answers from which it follows. */
  readonly derived?: Readonly<Record<string, string>>;
}

/** All rows of the list, page by page. Throws at an error. */
export async function allRows(graph: Graph, { query, rows }: RebuiltFile): Promise<Row[]> {
  const all: Row[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await graph.ask(query, after === null ? {} : { after });
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    const page = rows(data);
    all.push(...(Array.isArray(page) ? page : page.nodes));
    after = !Array.isArray(page) && page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

/** The folder that holds a row. */
export function folderOf({ folder }: RebuiltFile, row: Row): string {
  return folder ? folder(row) : String(row.id).split(':')[0]!;
}
