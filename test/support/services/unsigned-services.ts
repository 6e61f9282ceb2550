/** All subgraphs over HTTP for gateways that do not sign: the three pillars and the directory, each a process of its own. Only tests can start them. */

import { PILLARS, type SubgraphName } from '../../../schema/stewards.ts';
import { createDirectory } from '../../../subgraphs/directory/subgraph.ts';
import { launch } from './process.ts';
import type { Service } from './services.ts';
import { answeringUnsigned, serveUnsigned, startUnsignedSubgraph } from './unsigned-subgraph.ts';

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
  return answeringUnsigned(launched);
}

if (import.meta.main) await serveUnsigned(createDirectory());
