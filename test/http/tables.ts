/** A gateway over one small subgraph with lists of every kind, and registered operations over it: for what leaves the graph as a table. */

import '../../gateway/no-telemetry.ts';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createOperation } from '../../gateway/http/registered/operations.ts';
import { createGatewayServer } from '../../gateway/server.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { CodedError } from '../../schema/errors.ts';
import { SCALARS } from '../../subgraphs/kit/scalars.ts';
import { TEST_TOKENS } from '../support/tokens.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  "ISO 8601 calendar date."
  scalar Date
  enum Colour { RED BLUE }
  input Range { from: Int!, to: Int }
  type Query {
    "The things, by their number."
    things(first: Int, after: String, last: Int, before: String, colours: [Colour!], since: Date, range: Range, ids: [ID!], heavy: Boolean): Things
    thing(id: ID!): Thing
    shelves: [Shelf!]!
    odd: [Odd]
    away: String
    named: Named
  }
  type Mutation { rename(id: ID!): Thing }
  type Things { nodes: [Thing] edges: [ThingEdge!] pageInfo: PageInfo! totalCount: Int! }
  type ThingEdge { cursor: String! node: Thing }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  interface Named { name: String }
  type Thing implements Named @key(fields: "id") {
    id: ID!
    name: String
    "Weight in kilograms."
    weight: Float
    "How much, in \`unit\`."
    value: Int
    "Unit of \`value\`."
    unit: String
    heavy: Boolean
    tags: [String]
    colour: Colour
    parts: [Part!]
    makers: [Maker!]
    lost: String
    more(first: Int, after: String): Things
  }
  type Tool implements Named { name: String more(first: Int, after: String, last: Int): Things }
  type Part { name: String screws: [Screw!] }
  type Screw { size: Int }
  type Maker { name: String }
  type Shelf { name: String things(first: Int, after: String): Things }
  type Odd { text: String }
`;

/** How many things there are; their numbers begin at 1. */
export const THINGS = 450;

/** Texts with which a spreadsheet could begin a formula, or of which a reader of CSV could lose a part. */
export const ODD_TEXTS = [
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\tx',
  '\rx',
  'a,b',
  'say "no"',
  'two\nlines',
  'two\r\nlines',
  ' padded ',
  'Việt Nam 越南',
  "'quoted",
  '',
  null,
] as const;

const thing = (number: number) => ({
  id: `t${number}`,
  name: `Thing ${number}`,
  weight: number / 4,
  value: -number,
  unit: 'pieces',
  heavy: number % 2 === 0,
  tags: number === 1 ? ['a', 'b; c', null] : [],
  colour: number % 2 === 0 ? 'RED' : 'BLUE',
  parts:
    number === 2
      ? []
      : [
          { name: `left of ${number}`, screws: [{ size: 3 }, { size: 4 }] },
          { name: `right of ${number}`, screws: [] },
        ],
  makers: [{ name: 'Ana' }, { name: 'Budi' }],
});

interface Page {
  readonly first?: number;
  readonly after?: string;
}

/** What a test can make the subgraph do. */
interface Faults {
  /** A page that begins behind this thing fails. */
  failsAfter?: number | undefined;
  /** The field \`lost\` of things fails. */
  loses?: boolean;
  /** The page behind 200 waits for this. */
  gate?: Promise<void>;
}

function page({ first = 25, after }: Page, faults: Faults, asked: string[]) {
  const from = after === undefined || after === null ? 0 : Number(after);
  asked.push(`things behind ${from}`);
  if (after === 'nothing') throw new CodedError('INVALID_CURSOR', '`after` is no cursor of this list');
  if (faults.failsAfter === from) throw new CodedError('PILLAR_UNAVAILABLE', 'this page fails');
  const numbers = Array.from({ length: Math.max(0, Math.min(first, THINGS - from)) }, (_, index) => from + index + 1);
  return {
    nodes: numbers.map(thing),
    edges: numbers.map((number) => ({ cursor: String(number), node: thing(number) })),
    pageInfo: { hasNextPage: from + first < THINGS, endCursor: String(numbers.at(-1) ?? from) },
    totalCount: THINGS,
  };
}

const OPERATIONS = {
  'some-things': `# Some things, by their colour.
# From a number on.
query Some($first: Int = 3, $colours: [Colour!], $since: Date, $range: Range, $ids: [ID!], $heavy: Boolean) {
  things(first: $first, colours: $colours, since: $since, range: $range, ids: $ids, heavy: $heavy) { nodes { id weight value unit } }
}`,
  'one-thing': '# One thing.\nquery One($id: ID!) { thing(id: $id) { id name lost } }',
  'parts-and-makers':
    '# What things are made of, and who makes them.\n{ things(first: 2) { nodes { id parts { name } makers { name } } } }',
};

/** The server as it runs. */
export interface Tables extends AsyncDisposable {
  readonly url: string;
  readonly faults: Faults;
  /** What the subgraph was asked for, in order. */
  readonly asked: string[];
  readonly log: Record<string, unknown>[];
  get(path: string, parameters?: Record<string, string>, init?: RequestInit): Promise<Response>;
  /** The text of a query's answer as CSV. */
  csv(query: string, parameters?: Record<string, string>): Promise<string>;
}

/** Starts it on a free port. */
export async function startTables({ corsOrigins = [] }: { corsOrigins?: readonly string[] } = {}): Promise<Tables> {
  const faults: Faults = {};
  const asked: string[] = [];
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const { supergraphSdl, errors } = composeServices([{ name: 'aec', url: 'aec', typeDefs: parse(SDL) }]);
  if (errors) throw new Error(errors.join('\n'));
  const resolvers = {
    Date: SCALARS.Date as never,
    Query: {
      async things(_: unknown, { first, after, ...filter }: Page) {
        if (after === '200') await faults.gate;
        if (Object.keys(filter).length > 0) asked.push(JSON.stringify({ first, ...filter }));
        return page({ ...(first !== undefined && { first }), ...(after !== undefined && { after }) }, faults, asked);
      },
      thing: (_: unknown, { id }: { id: string }) => (id === 't0' ? null : thing(Number(id.slice(1)))),
      shelves: () => [{ name: 'upper' }, { name: 'lower' }],
      odd: () => ODD_TEXTS.map((text) => ({ text })),
      away() {
        throw new CodedError('PILLAR_UNAVAILABLE', 'The Economic Community did not answer', { pillar: 'AEC' });
      },
    },
    Mutation: { rename: () => thing(1) },
    Shelf: { things: (_: unknown, given: Page) => page(given, {}, asked) },
    Thing: {
      __resolveReference: ({ id }: { id: string }) => thing(Number(id.slice(1))),
      lost({ id }: { id: string }) {
        if (faults.loses === true) throw new CodedError('INVALID_FILTER', `${id} has lost it`);
        return 'found';
      },
      more: (_: unknown, given: Page) => page(given, {}, asked),
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers }]);
  const source = createInProcessSource({ subgraph: { name: 'aec', schema, createContext: () => ({}) }, logger });
  const server = createGatewayServer({
    supergraphSdl,
    sources: { aec: source },
    settings: { host: '127.0.0.1', port: 0, corsOrigins },
    tokens: TEST_TOKENS,
    logger,
    operations: Object.entries(OPERATIONS).map(([name, query]) => createOperation(name, query)),
    dataSets: { AEC: async () => ({ version: '2026-01-01', hash: 'f00d' }), ASCC: async () => null },
  });
  const { url } = await server.listen();
  const get: Tables['get'] = (path, parameters = {}, init = {}) =>
    fetch(`${url}${path}?${new URLSearchParams(parameters)}`, init);
  return {
    url,
    faults,
    asked,
    log,
    get,
    csv: async (query, parameters) => (await get('/graphql', { query, format: 'csv', ...parameters })).text(),
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/** The records of a CSV, read by the rules of RFC 4180. */
export function records(text: string): string[][] {
  const found: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    found.push(record);
    record = [];
  }
  return found;
}
