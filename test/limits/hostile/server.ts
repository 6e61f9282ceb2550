/** The whole graph behind one real server, which counts what hostile requests must not cause: calls of subgraphs, and plans. */

import '../../../gateway/no-telemetry.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLDataSource } from '@apollo/gateway';
import pino from 'pino';
import { createApolloPlanner } from '../../../gateway/execution/planner/apollo.ts';
import type { RegisteredOperation } from '../../../gateway/http/registered/operations.ts';
import { createGatewayServer } from '../../../gateway/server.ts';
import { createDirectorySource } from '../../../gateway/sources/directory.ts';
import { createInProcessSource } from '../../../gateway/sources/in-process.ts';
import { createDirectory } from '../../../subgraphs/directory/subgraph.ts';
import { closePillars } from '../../../subgraphs/open.ts';
import { textOf } from '../../check/files.ts';
import { openSeededPillars } from '../../support/pillars.ts';

/** The server under test. */
export interface WatchedServer {
  /** The address of the graph. */
  readonly url: string;
  /** Calls of subgraphs and plans so far. */
  work(): number;
  /** What the server logged as a failure of its own. */
  readonly failures: readonly string[];
  stop(): Promise<void>;
}

/** Starts it over freshly seeded stores. */
export async function startWatchedServer({
  operations = [],
  requestTimeoutMs = 30_000,
}: {
  readonly operations?: readonly RegisteredOperation[];
  readonly requestTimeoutMs?: number;
} = {}): Promise<WatchedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hostile-'));
  const failures: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
  const pillars = await openSeededPillars({ settings: { kind: 'embedded', dataDir } });
  let work = 0;
  const onCall = () => void (work += 1);
  const sources: Record<string, GraphQLDataSource> = {
    directory: createDirectorySource({ subgraph: createDirectory(), logger, onCall }),
  };
  for (const { subgraph } of pillars) sources[subgraph.name] = createInProcessSource({ subgraph, logger, onCall });
  const server = createGatewayServer({
    supergraphSdl: textOf('schema/generated/supergraph.graphql'),
    sources,
    createPlanner(options) {
      const planner = createApolloPlanner(options);
      return {
        plan(...asked) {
          work += 1;
          return planner.plan(...asked);
        },
        stop: () => planner.stop(),
      };
    },
    operations,
    settings: { host: '127.0.0.1', port: 0 },
    requestTimeoutMs,
    logger,
  });
  const { url } = await server.listen();
  return {
    url: `${url}/graphql`,
    work: () => work,
    failures,
    async stop() {
      await server.stop();
      await closePillars(pillars);
      await rm(dataDir, { recursive: true });
    },
  };
}
