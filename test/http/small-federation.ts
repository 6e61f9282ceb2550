/** A federation of two pillars, small enough to read in one look, behind a real gateway server: for behaviour that does not depend on the graph. */

import '../../gateway/no-telemetry.ts';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { pino } from 'pino';
import type { ReadinessProbe } from '../../subgraphs/kit/server/health.ts';
import type { RequestContext } from '../../gateway/errors.ts';
import { createGatewayServer, type GatewayServerOptions } from '../../gateway/server.ts';
import { createOperation } from '../../gateway/http/registered/operations.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { CodedError } from '../../schema/errors.ts';
import { SCALARS } from '../../subgraphs/kit/scalars.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const BODIES = [
  { id: 'aec:aem', name: 'Economic Ministers' },
  { id: 'aec:adgmin', name: 'Digital Ministers' },
];

type Resolvers = Record<string, Record<string, unknown>>;

const PILLARS: Record<'aec' | 'ascc', { sdl: string; resolvers: Resolvers }> = {
  aec: {
    sdl: `${LINK}
      type Query { bodies: [Body!] secret: String page(first: Int): Int }
      type Mutation { rename(id: ID!): Body }
      type Body @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Query: {
        bodies: () => BODIES,
        secret() {
          throw new Error('cannot open /var/lib/aec.db at 10.0.0.7');
        },
        page(_: unknown, { first }: { first?: number }) {
          if (first !== undefined && first > 200)
            throw new CodedError('INVALID_PAGE_SIZE', `first is ${first}: allowed is 0 to 200`);
          return first;
        },
      },
      Mutation: { rename: () => BODIES[0] },
      Body: { __resolveReference: ({ id }: { id: string }) => BODIES.find((body) => body.id === id) ?? null },
    },
  },
  ascc: {
    sdl: `${LINK}
      scalar Date
      type Query { issues(asOf: Date): [Issue!] odd: String repeated: [Issue!] }
      type Issue { id: ID! asOf: Date body: Body }
      type Body @key(fields: "id") { id: ID! mandates: [String!] }`,
    resolvers: {
      Date: SCALARS.Date as never,
      Query: {
        issues: (_: unknown, { asOf }: { asOf?: string }) =>
          BODIES.map(({ id }) => ({ id: `issue-of-${id}`, asOf, body: { id } })),
        repeated: () => [1, 2, 3].map((id) => ({ id, body: { id: 'aec:aem' } })),
        odd() {
          throw new GraphQLError('select * from issues', { extensions: { code: 'SQLITE_BUSY', file: '/srv/ascc.db' } });
        },
      },
      Body: { __resolveReference: (body: unknown) => body, mandates: () => ['trade'] },
    },
  },
};

/** One answer over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON of the text. */
  readonly json: {
    data?: unknown;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
    extensions?: Record<string, Record<string, unknown>>;
  };
}

/** The federation as it runs. */
export interface SmallFederation extends AsyncDisposable {
  readonly url: string;
  /** Pillars in this set do not answer. */
  readonly down: Set<string>;
  /** Awaits this before each call of a pillar from now on. */
  holding(hold: () => Promise<void>): void;
  /** What the server has logged, one object a line. */
  readonly log: Record<string, unknown>[];
  fetch(path: string, init?: RequestInit): Promise<Reply>;
  ask(query: string, variables?: Record<string, unknown>, extensions?: Record<string, unknown>): Promise<Reply>;
}

/** Starts the federation on a free port. */
export async function startSmallFederation({
  probes = [],
  tokens,
  readAccess = 'open',
  explain = false,
  limit,
  deadlineMs,
  hold,
  operations = [],
}: {
  probes?: readonly ReadinessProbe[];
  tokens?: GatewayServerOptions['tokens'];
  readAccess?: 'open' | 'authenticated';
  explain?: boolean;
  limit?: GatewayServerOptions['limit'];
  deadlineMs?: number;
  /** Awaited before each call of a pillar, unless the call is given up. */
  hold?: (pillar: string) => Promise<void>;
  operations?: readonly { readonly name: string; readonly query: string }[];
} = {}): Promise<SmallFederation> {
  const down = new Set<string>();
  let holding = hold;
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const entries = Object.entries(PILLARS) as ['aec' | 'ascc', (typeof PILLARS)['aec']][];
  const { supergraphSdl, errors } = composeServices(
    entries.map(([name, { sdl }]) => ({ name, url: name, typeDefs: parse(sdl) })),
  );
  if (errors) throw new Error(errors.join('\n'));
  const sources = entries.map(([name, { sdl, resolvers }]) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
    const inner = createInProcessSource({ subgraph: { name, schema, createContext: () => ({}) }, logger });
    const process: typeof inner.process = async (options) => {
      if (down.has(name)) throw new Error(`connect ECONNREFUSED 10.0.0.7 (${name})`);
      if (holding) await Promise.race([holding(name), givenUp(options.context)]);
      return inner.process(options);
    };
    return [name, { process }] as const;
  });
  const server = createGatewayServer({
    supergraphSdl,
    sources: Object.fromEntries(sources),
    settings: { host: '127.0.0.1', port: 0, readAccess, explain },
    ...(tokens && { tokens }),
    ...(limit && { limit }),
    deadlineMs,
    logger,
    probes,
    operations: operations.map(({ name, query }) => createOperation(name, query)),
  });
  const { url } = await server.listen();
  const request = async (path: string, init?: RequestInit): Promise<Reply> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Reply['json']) : {},
    };
  };
  return {
    url,
    down,
    log,
    holding(next) {
      holding = next;
    },
    fetch: request,
    ask: (query, variables, extensions) =>
      request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables, extensions }),
      }),
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/** Rejects when nobody waits for the call any more. */
function givenUp(context: unknown): Promise<never> {
  const { signal } = context as Partial<RequestContext>;
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
