/** A gateway that keeps answers over pillars in this process, as `npm start` has them: real stores, the real data, HTTP; calls are counted and can be held. */

import '../../gateway/no-telemetry.ts';
import type { GraphQLDataSource } from '@apollo/gateway';
import { pino } from 'pino';
import { createOwnVersion } from '../../gateway/cache/own-version.ts';
import { createVersions } from '../../gateway/cache/versions.ts';
import { createGatewayServer, type GatewayServerOptions } from '../../gateway/server.ts';
import { readOperations } from '../../gateway/http/registered/operations.ts';
import { createDirectorySource } from '../../gateway/sources/directory.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import type { OpenPillar } from '../../subgraphs/open.ts';
import { textOf } from '../check/files.ts';
import { TEST_TOKENS } from './tokens.ts';

/** An answer over HTTP. */
export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests look deep into answers of many shapes: each states what it expects there.
  // oxlint-disable-next-line no-explicit-any
  readonly json: any;
}

/** The graph under test. */
export interface CachedGraph extends AsyncDisposable {
  readonly url: string;
  fetch(path: string, init?: RequestInit): Promise<Sent>;
  ask(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Sent>;
  /** How many calls of pillars the last request, or what is done in `during`, has cost. */
  calls(during: () => Promise<unknown>): Promise<number>;
  /** Pillars do not answer in this set. */
  readonly down: Set<string>;
  /** Awaited after each call of a pillar, when its data are read already. */
  hold(wait: (() => Promise<void>) | undefined): void;
  /** What the server has logged, one object a line. */
  readonly log: Record<string, unknown>[];
}

/** Those that are served at `/q`. */
const OPERATIONS = new Set(['leads-by-pillar', 'issues-without-lead']);

/** Starts it on a free port. */
export async function startCachedGraph(
  pillars: readonly OpenPillar[],
  {
    readAccess = 'open',
    cacheMb = 16,
    tokens = TEST_TOKENS,
    supergraphSdl = textOf('schema/generated/supergraph.graphql'),
    corsOrigins = [],
    explain = false,
  }: Partial<GatewayServerOptions['settings'] & Pick<GatewayServerOptions, 'tokens' | 'supergraphSdl'>> = {},
): Promise<CachedGraph> {
  const down = new Set<string>();
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  let count = 0;
  let wait: (() => Promise<void>) | undefined;
  const sources = pillars.map(({ subgraph }): [string, GraphQLDataSource] => {
    const inner = createInProcessSource({ subgraph, logger });
    const process: GraphQLDataSource['process'] = async (options) => {
      count += 1;
      if (down.has(subgraph.name)) throw new Error('broken by the test');
      const answer = await inner.process(options);
      await wait?.();
      return answer;
    };
    return [subgraph.name, { process }];
  });
  const server = createGatewayServer({
    supergraphSdl,
    openSupergraphSdl: textOf('schema/generated/supergraph-open.graphql'),
    sources: {
      ...Object.fromEntries(sources),
      directory: createDirectorySource({ subgraph: createDirectory(), logger }),
    },
    settings: { host: '127.0.0.1', port: 0, readAccess, cacheMb, corsOrigins, explain },
    versions: createVersions(
      new Map(pillars.map(({ subgraph, store: { version } }) => [subgraph.name, createOwnVersion(version)])),
    ),
    tokens,
    // Each one more is planned in the background.
    operations: (await readOperations()).filter(({ name }) => OPERATIONS.has(name)),
    logger,
  });
  const { url } = await server.listen();
  const request = async (path: string, init?: RequestInit): Promise<Sent> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return {
    url,
    down,
    log,
    fetch: request,
    ask: (query, variables, headers) =>
      request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    async calls(during) {
      const before = count;
      await during();
      return count - before;
    },
    hold(next) {
      wait = next;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
