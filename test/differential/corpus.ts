/** Asks two executions of one graph the same operations and tells what differs without being known. */

import { buildSchema, parse, print } from 'graphql';
import { clientAlias, fieldNamesOf, withOwnAliases } from '../../gateway/execution/aliases.ts';
import { contributedFields } from '../../gateway/limits/weight.ts';
import { projectFiles, textOf } from '../check/files.ts';
import { startGraph, type Answer, type Ask, type Graph, type GraphOptions } from '../support/graph.ts';
import { differences } from './compare.ts';
import { isWrittenAsSpecified } from './oracle.ts';
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

/** Starts both: stock, and what the options say. */
export async function startPair(options: GraphOptions = {}): Promise<Pair> {
  const graph = await startGraph(options);
  const fieldNames = fieldNamesOf(parse(textOf('schema/generated/supergraph-open.graphql')));
  const stock = withAliasesThatStockBears(await graph.beside('stock'), fieldNames);
  const schema = buildSchema(textOf('schema/generated/api.graphql'));
  const contributed = contributedFields(parse(textOf('schema/generated/supergraph-open.graphql')));
  const cursors = await readCursors(stock);
  return {
    graph,
    generate: (seed) => operationOf(seed, { schema, contributed, cursors }),
    async compare(operation) {
      const theirs = await stock(operation.text, { ...operation.variables });
      const ours = await graph.ask(operation.text, { ...operation.variables });
      const all = differences(theirs, ours);
      const isAsSpecified =
        all.some(({ kind }) => kind === 'order' || kind === 'keys') &&
        (await isWrittenAsSpecified({ schema, ask: graph.ask }, operation, ours.data));
      const unexplained = all.filter((difference) => !knownCase({ difference, compiled: ours, isAsSpecified }));
      return unexplained.length === 0 ? undefined : report(operation, unexplained);
    },
    stop: () => graph.stop(),
  };
}

/**
 * Apollo's planner takes an alias that is the name of a key (`id: name`) for the key, and sends its value; it also writes documents
 * that no subgraph accepts. So stock is asked with other aliases, and its answer is read with the client's.
 */
function withAliasesThatStockBears(ask: Ask, fieldNames: ReadonlySet<string>): Ask {
  return async (query, variables) => {
    const document = parse(query, { noLocation: true });
    const own = withOwnAliases(document, fieldNames);
    return own === document ? ask(query, variables) : (withClientKeys(await ask(print(own), variables)) as Answer);
  };
}

function withClientKeys(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? clientAlias(each) : withClientKeys(each)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [clientAlias(key), withClientKeys(each)]));
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
