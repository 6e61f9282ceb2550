/** All subgraphs over HTTP for gateways that do not sign: the three pillars and the directory, each a process of its own. Only tests can start them. */

import { pino } from 'pino';
import { PILLARS, type SubgraphName } from '../../../schema/stewards.ts';
import { createDirectory } from '../../../subgraphs/directory/subgraph.ts';
import { createSubgraphServer } from '../../../subgraphs/kit/server/server.ts';
import { launch } from './process.ts';
import { answering, type Service } from './services.ts';
import { startUnsignedSubgraph } from './unsigned-subgraph.ts';

/** Services that answer for all subgraphs of the supergraph. */
export interface UnsignedServices {
  /** Their addresses without a path, by the names of the subgraphs. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** Starts them over a store that is seeded already, and waits until all answer. */
export async function startUnsignedServices(dataDir: string): Promise<UnsignedServices> {
  const names = [...PILLARS.map(({ subgraph }) => subgraph), 'directory'] as const;
  const services = await Promise.all([
    ...PILLARS.map(({ code }) => startUnsignedSubgraph(code, { dataDir })),
    startUnsignedDirectory(),
  ]);
  const urls = Object.fromEntries(names.map((name, index) => [name, services[index]?.url ?? '']));
  return {
    urls: urls as Record<SubgraphName, string>,
    pids: services.map(({ pid }) => pid),
    async stop() {
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

/** The directory, which needs no store. */
function startUnsignedDirectory(): Promise<Service> {
  const launched = launch({ file: 'test/support/services/unsigned-services.ts' });
  return answering(launched, /answers \S+ calls at (http:\S+)\/graphql/);
}

async function main(): Promise<void> {
  const server = createSubgraphServer({
    subgraph: createDirectory(),
    verify: () => ({ valid: true, identity: '' }),
    settings: { host: '127.0.0.1', port: 0 },
    logger: pino({ level: 'error' }),
    probes: [],
  });
  const { url } = await server.listen();
  console.log(`It answers unsigned calls at ${url}/graphql`);
  process.once('SIGTERM', () => void server.stop());
}

if (import.meta.main) await main();
