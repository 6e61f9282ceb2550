/** The whole graph in one process for tests: real stores in a folder of their own, the real data, the real gateway; calls and store queries are counted. */

import '../../gateway/no-telemetry.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { formatError, type RequestContext } from '../../gateway/errors.ts';
import { createDirectorySource } from '../../gateway/sources/directory.ts';
import { createInProcessSource } from '../../gateway/sources/in-process.ts';
import { CrossPillarGateway } from '../../gateway/supergraph.ts';
import type { PillarCode, SubgraphName } from '../../schema/stewards.ts';
import { createDirectory } from '../../subgraphs/directory/subgraph.ts';
import type { Execution } from '../../subgraphs/kit/settings/table.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { closePillars } from '../../subgraphs/open.ts';
import { openSeededPillars, watchQueries } from './pillars.ts';

/** An answer, as plain JSON. */
export interface Answer {
  // Tests look deep into answers of many shapes: each states what it expects there.
  // oxlint-disable-next-line no-explicit-any
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What one operation cost. */
export interface Trips {
  /** Calls to each subgraph. */
  readonly calls: Readonly<Record<SubgraphName, number>>;
  /** Store queries, as `apsc.bodies.find`. */
  readonly queries: readonly string[];
}

/** Answers an operation. */
export type Ask = (query: string, variables?: Record<string, unknown>, viewer?: Viewer) => Promise<Answer>;

/** The graph under test. */
export interface Graph {
  ask: Ask;
  /** The same, with what it cost. */
  measure(query: string, variables?: Record<string, unknown>): Promise<Answer & Trips>;
  /** Answers by another execution, from the same sources. */
  beside(execution: Execution): Promise<Ask>;
  /** Makes a pillar fail each call until it is mended. */
  break(...pillars: PillarCode[]): void;
  mend(): void;
  /** The database of a pillar, past the graph. */
  connection(pillar: PillarCode): Connection;
  stop(): Promise<void>;
}

/** How the graph is started. */
export interface GraphOptions {
  /** Compiled where it is left out. */
  readonly execution?: Execution;
  /** Who answers for the directory instead of its own source. */
  readonly directory?: GraphQLDataSource;
}

/** Starts the graph over freshly seeded stores. */
export async function startGraph({ execution = 'compiled', directory }: GraphOptions = {}): Promise<Graph> {
  const dataDir = await mkdtemp(join(tmpdir(), 'graph-'));
  const pillars = await openSeededPillars({ settings: { kind: 'embedded', dataDir } });
  const broken = new Set<SubgraphName>();
  const calls: Record<SubgraphName, number> = { apsc: 0, aec: 0, ascc: 0, directory: 0 };
  const logger = pino({ level: 'silent' });
  const sources: Record<string, GraphQLDataSource> = {};
  const onCall = (name: SubgraphName) => calls[name]++;
  const near: [SubgraphName, GraphQLDataSource][] = [
    ...pillars.map(({ subgraph }): [SubgraphName, GraphQLDataSource] => [
      subgraph.name,
      createInProcessSource({ subgraph, logger, onCall }),
    ]),
    ['directory', directory ?? createDirectorySource({ subgraph: createDirectory(), logger, onCall })],
  ];
  for (const [name, source] of near) {
    sources[name] = {
      process: async (options) => {
        if (broken.has(name)) throw new Error('broken by the test');
        return source.process(options);
      },
    };
  }
  const supergraphSdl = readFileSync(
    new URL('../../schema/generated/supergraph-open.graphql', import.meta.url),
    'utf8',
  );
  const servers: ApolloServer<RequestContext>[] = [];
  const serve = async (by: Execution): Promise<Ask> => {
    const apollo = new ApolloServer<RequestContext>({
      gateway: new CrossPillarGateway({ supergraphSdl, sources, logger, execution: by }),
      includeStacktraceInErrorResponses: false,
      formatError,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    });
    servers.push(apollo);
    await apollo.start();
    return async (query, variables = {}, viewer) => {
      const { body } = await apollo.executeOperation(
        { query, variables },
        { contextValue: { requestId: 'test', viewer } },
      );
      if (body.kind !== 'single') throw new Error('one answer was expected');
      const { data = null, errors } = JSON.parse(JSON.stringify(body.singleResult)) as Answer;
      return errors ? { data, errors } : { data };
    };
  };
  const ask = await serve(execution);
  return {
    ask,
    beside: serve,
    async measure(query, variables) {
      const queries: string[] = [];
      watchQueries(pillars, (query) => queries.push(query));
      for (const name of Object.keys(calls) as SubgraphName[]) calls[name] = 0;
      try {
        return { ...(await ask(query, variables)), calls: { ...calls }, queries };
      } finally {
        watchQueries(pillars);
      }
    },
    break: (...codes) => codes.forEach((code) => broken.add(code.toLowerCase() as SubgraphName)),
    mend: () => broken.clear(),
    connection(code) {
      const pillar = pillars.find(({ steward }) => steward.code === code);
      if (!pillar) throw new Error(`There is no pillar ${code}`);
      return pillar.store.connection;
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await closePillars(pillars);
      await rm(dataDir, { recursive: true });
    },
  };
}
