/** Asks two executions of one graph the same operations and tells what differs without being known. */

import { buildSchema } from 'graphql';
import { contributedFields } from '../../gateway/limits/weight.ts';
import { projectFiles, textOf } from '../check/files.ts';
import { startGraph, type Ask, type Graph } from '../support/graph.ts';
import { differences } from './compare.ts';
import { operationOf, type Operation } from './operation.ts';
import { knownCase } from './stock-is-wrong.ts';

/** Two executions over the same sources. */
export interface Pair {
  readonly graph: Graph;
  /** The differences of an operation that nothing explains, with the operation; undefined where there are none. */
  compare(operation: Operation): Promise<string | undefined>;
  /** The operation of a seed. */
  generate(seed: number): Operation;
  stop(): Promise<void>;
}

/** The lists of the root whose cursors the operations use. */
const LISTS = [
  'bodies',
  'meetings',
  'instruments',
  'monitoring',
  'smartCityProjects',
  'regionalEntities',
  'crossPillarIssues',
  'smartCities',
  'smartCityPartnerships',
  'observations',
  'initiatives',
  'partners',
];

/** Every operation that is registered, as text. */
export function registeredOperations(): { readonly name: string; readonly text: string }[] {
  return projectFiles()
    .filter((path) => /^gateway\/operations\/[^/]+\.graphql$/.test(path))
    .map((path) => ({ name: path, text: textOf(path) }));
}

/** Starts both. */
export async function startPair(): Promise<Pair> {
  const graph = await startGraph();
  const stock = await graph.beside('stock');
  const schema = buildSchema(textOf('schema/generated/api.graphql'));
  const contributed = contributedFields(textOf('schema/generated/supergraph.graphql'));
  const cursors = await readCursors(stock);
  return {
    graph,
    generate: (seed) => operationOf(seed, { schema, contributed, cursors }),
    async compare(operation) {
      const theirs = await stock(operation.text, { ...operation.variables });
      const ours = await graph.ask(operation.text, { ...operation.variables });
      const unexplained = differences(theirs, ours).filter(
        (difference) => !knownCase({ difference, stock: theirs, compiled: ours }),
      );
      return unexplained.length === 0 ? undefined : report(operation, unexplained);
    },
    stop: () => graph.stop(),
  };
}

async function readCursors(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const { data } = await ask(`{ ${LISTS.map((list) => `${list}(first: 3) { pageInfo { endCursor } }`).join(' ')} }`);
  return new Map(
    Object.entries<{ pageInfo: { endCursor: string } }>(data).map(([list, page]) => [list, page.pageInfo.endCursor]),
  );
}

function report({ seed, text, variables }: Operation, found: readonly object[]): string {
  const shown = found.slice(0, 5).map((each) => JSON.stringify(each).slice(0, 600));
  return [`seed ${seed}: ${found.length} differences`, text, JSON.stringify(variables), ...shown].join('\n');
}
