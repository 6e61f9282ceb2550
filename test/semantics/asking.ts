/** How the tests of the rules ask the graph. */

import type { Answer, Graph } from '../support/graph.ts';

/** The data of an answer without errors. Throws at an error. */
export async function ask(graph: Graph, query: string, variables?: Record<string, unknown>): Promise<Answer['data']> {
  const { data, errors } = await graph.ask(query, variables);
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}

/** The codes of the errors of an answer. */
export async function refusal(graph: Graph, query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
  const { errors = [] } = await graph.ask(query, variables);
  return errors.map(({ extensions }) => extensions?.['code']);
}

/** The ids of all rows of a root list with pages, in its order. `args` are further arguments, as text. */
export async function idsOf(graph: Graph, list: string, args = ''): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) {
      page: ${list}(first: 200, after: $after ${args}) { nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const { page } = await ask(graph, query, { after });
    ids.push(...idList(page.nodes));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

/** The ids of rows, in their order. */
export function idList(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
