/** Each limit of a running gateway: what is just allowed is answered, one more is refused with its code, what was measured and what is allowed; what is shipped keeps within all of them. */

import '../../gateway/no-telemetry.ts';
import { readdirSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmission } from '../../gateway/limits/admission.ts';
import { createRegistry } from '../../gateway/limits/registry.ts';
import { LIMITS, type LimitName } from '../../gateway/limits/table.ts';
import { createGatewayServer, type GatewayServer } from '../../gateway/server.ts';
import { createDirectorySource } from '../../gateway/sources/directory.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import { ROOT, textOf } from '../check/files.ts';

let server: GatewayServer;
let url: string;
beforeAll(async () => {
  const logger = pino({ level: 'silent' });
  const nobody = { process: () => Promise.reject(new Error('nobody is asked')) };
  server = createGatewayServer({
    supergraphSdl: textOf('schema/generated/supergraph-open.graphql'),
    sources: {
      directory: createDirectorySource({ subgraph: createDirectory(), logger }),
      apsc: nobody,
      aec: nobody,
      ascc: nobody,
    },
    settings: { host: '127.0.0.1', port: 0 },
    logger,
  });
  ({ url } = await server.listen());
});
afterAll(() => server.stop());

interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly extensions?: object;
}

async function ask(asked: Asked) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(asked),
  });
  return { status: response.status, ...((await response.json()) as Record<string, never>) } as {
    readonly status: number;
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
    readonly extensions?: { readonly cost?: Readonly<Record<string, number>> };
  };
}

const times = (count: number, text: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, at) => text(at)).join(between);
const inside = (depth: number, open: string, core: string, close = ' }') =>
  `${open.repeat(depth)}${core}${close.repeat(depth)}`;
/** What the directory answers alone. */
const pillars = (selection: string) => `{ pillars { ${selection} } }`;
/** So many selections, most of them by one fragment. */
const selections = (count: number) => {
  const spread = Math.floor((count - 81) / 81);
  const rest = count - 81 - spread * 81;
  return `${pillars(`${times(spread, () => '...F')} ${rest > 0 ? inside(rest - 1, '... { ', 'name') : ''}`)} fragment F on Pillar { ${inside(79, '... { ', 'name')} }`;
};

/** An operation for each limit that measures what is said. */
const OF_MEASURE: Readonly<
  Record<Exclude<LimitName, 'body' | 'repetitions' | 'weight' | 'cost'>, (measure: number) => Asked>
> = {
  values: (measure) => ({ query: '{ __typename }', variables: { list: Array.from({ length: measure - 1 }, () => 1) } }),
  valueDepth: (measure) => ({
    query: '{ __typename }',
    variables: { deep: JSON.parse(inside(measure, '[', '1', ']')) as unknown },
  }),
  length: (measure) => ({ query: '{ __typename } #'.padEnd(measure, 'x') }),
  tokens: (measure) => ({
    query: `{ bodies(filter: { levels: [${times(measure - 16, () => 'COUNCIL')}] }) { __typename } }`,
  }),
  brackets: (measure) => ({ query: inside(measure - 1, '{ ... ', '{ __typename }') }),
  operations: (measure) => ({ query: times(measure, (at) => `query Q${at} { __typename }`), operationName: 'Q0' }),
  fragments: (measure) => ({
    query: `${pillars(times(20, (at) => `...F${at}`))} ${times(20, (at) => `fragment F${at} on Pillar { ${times(4, (n) => `...G${at * 4 + n}`)} ${at === 0 && measure > 100 ? '...G80' : ''} }`)} ${times(measure - 20, (at) => `fragment G${at} on Pillar { f${at % 40}: name }`)}`,
  }),
  directives: (measure) => ({ query: pillars(times(measure, (at) => `a${at}: name @include(if: true)`)) }),
  selections: (measure) => ({ query: selections(measure) }),
  depth: (measure) => ({ query: `{ __type(name: "Body") { ${inside(measure - 2, 'ofType { ', 'name')} } }` }),
  rootFields: (measure) => ({ query: `{ ${times(measure, (at) => `r${at}: __typename`)} }` }),
  aliases: (measure) => ({ query: pillars(times(measure, (at) => `a${at}: name`)) }),
  introspection: (measure) => ({
    query: `{ __schema { types { fields { args { ${measure > 3 ? 'type { enumValues { name } }' : 'name'} } } } } }`,
  }),
  lists: (measure) => ({
    query: `{ crossPillarIssue(id: "x") { ${inside(measure, 'stakes { ... on EconomicStake { issue { ', 'id', ' } } }')} } }`,
  }),
};

describe('a limit', () => {
  test.each(Object.entries(OF_MEASURE))(
    'of %s lets pass what is allowed and refuses one more',
    async (limit, ofMeasure) => {
      const { allowed, code } = LIMITS[limit as LimitName];
      const within = await ask(ofMeasure(allowed));
      expect(within.status).toBe(200);
      const { status, errors } = await ask(ofMeasure(allowed + 1));
      expect(status).toBe(400);
      expect(errors).toEqual([
        {
          message: expect.stringMatching(new RegExp(`${allowed + 1} .*: allowed are ${allowed}\\.`)),
          extensions: { code, measured: allowed + 1, allowed },
        },
      ]);
    },
  );

  test('of repetitions counts how often fields at one place are compared', async () => {
    expect((await ask({ query: pillars(times(63, () => 'name')) })).status).toBe(200);
    const error = { code: 'TOO_MANY_REPETITIONS', measured: 2_016, allowed: 2_000 };
    expect((await ask({ query: pillars(times(64, () => 'name')) })).errors).toMatchObject([{ extensions: error }]);
    const spread = `${pillars(times(8, () => '... { ...F }'))} fragment F on Pillar { ${times(8, () => 'name')} }`;
    expect((await ask({ query: spread })).errors).toMatchObject([{ extensions: { ...error, measured: 2_044 } }]);
  });

  test('of cost goes by the page sizes as they are sent', async () => {
    const query =
      'query ($n: Int) { bodies(first: $n) { nodes { meetings(first: $n) { nodes { title } } more: meetings(last: $n) { nodes { title } } } } }';
    expect(await ask({ query, variables: { n: 20 } })).toMatchObject({ status: 200 });
    expect(await ask({ query, variables: { n: 200 } })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'OPERATION_TOO_COSTLY', allowed: 50_000 } }],
    });
  });

  test.each([
    ['', 'first: 201', { measured: 201, allowed: 200 }],
    ['', 'last: -1', { measured: -1, allowed: 200 }],
    ['', 'first: 1, last: 1', {}],
    ['($default: Int = 300)', 'first: $default', { measured: 300, allowed: 200 }],
    ['($sent: Int)', 'last: $sent', { measured: 1_000_000, allowed: 200 }],
  ])('of page sizes is held wherever a list is asked for, and said once: %s %s', async (declared, size, details) => {
    const list = `meetings(${size}) { totalCount }`;
    for (const selected of [
      list,
      `bodies(first: 200) { nodes { ${list} } }`,
      `body(id: "x") { ... on EconomicBody { ${list} } }`,
      `... { ...Skipped @skip(if: true) } } fragment Skipped on Query { ${list}`,
    ])
      expect(await ask({ query: `query ${declared} { ${selected} }`, variables: { sent: 1_000_000 } })).toMatchObject({
        status: 400,
        errors: [{ locations: [expect.anything()], extensions: { code: 'INVALID_PAGE_SIZE', ...details } }],
      });
  });

  test('of page sizes lets null and what is not sent be none', async () => {
    const query = 'query ($a: Int, $b: Int) { bodies(first: $a, last: $b) @skip(if: true) { totalCount } __typename }';
    expect(await ask({ query, variables: { b: null } })).toMatchObject({ status: 200 });
    expect(await ask({ query, variables: { a: 200, b: null } })).toMatchObject({ status: 200 });
  });
});

describe('the cost of an operation', () => {
  const query = pillars('name bodies(first: 2) { totalCount }');

  test('is told on request', async () => {
    const { extensions } = await ask({ query, extensions: { cost: true } });
    expect(extensions?.cost).toEqual({
      cost: 9,
      allowed: 50_000,
      weight: 6,
      lists: 1,
      depth: 3,
      selections: 4,
      rootFields: 1,
      operations: 1,
      aliases: 0,
      fragments: 0,
      directives: 0,
      introspection: 0,
      repetitions: 0,
    });
  });

  test('is not told otherwise', async () => {
    expect(await ask({ query, extensions: { cost: false } })).not.toHaveProperty('extensions');
  });

  test('is told of an operation that is refused for it', async () => {
    const { extensions } = await ask({
      query: '{ bodies(first: 200) { nodes { meetings(first: 200) { nodes { title } } } } }',
      extensions: { cost: true },
    });
    expect(extensions?.cost).toMatchObject({ cost: expect.any(Number), allowed: 50_000, lists: 2 });
  });
});

describe('what the project ships', () => {
  const admission = createAdmission(createRegistry([]));

  test('keeps within the limits of documents, unregistered', () => {
    const folders = ['gateway/operations/', 'gateway/pages/tabs/', 'test/bench/operations/'];
    const files = folders.flatMap((folder) => readdirSync(new URL(folder, ROOT)).map((name) => folder + name));
    const refused = files
      .filter((path) => path.endsWith('.graphql'))
      .filter((path) => admission.refusalOf({ query: textOf(path) }));
    expect(refused).toEqual([]);
  });

  test('can be introspected by every tool', async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    expect(await ask({ query })).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
  });
});
