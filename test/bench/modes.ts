/** The ways to run the graph, each started over the same seeded store, one after the other. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDistributed } from '../support/services/services.ts';
import { startUnsignedServices } from '../support/services/unsigned-services.ts';
import { supergraphOver } from './peers/supergraph.ts';
import { startProcess } from './process.ts';
import { startStockGateway } from './stock-gateway.ts';

/** A running graph. */
export interface Running {
  /** The address that takes operations. */
  readonly url: string;
  stop(): Promise<unknown>;
}

/** The modes by the name under which the tables show them. */
export const MODES: Readonly<Record<string, (dataDir: string) => Promise<Running>>> = {
  'one process': startProcess,
  distributed: async (dataDir) => {
    const { url, stop } = await startDistributed(
      { DATA_DIR: dataDir, LOG_LEVEL: 'error' },
      { LOG_LEVEL: 'error', CACHE_MB: '0' },
    );
    return { url: `${url}/graphql`, stop };
  },
  "Apollo's gateway as it comes, HTTP subgraphs": async (dataDir) => {
    const services = await startUnsignedServices(dataDir);
    const supergraphFile = join(dataDir, 'supergraph.graphql');
    writeFileSync(supergraphFile, supergraphOver(services.urls));
    const gateway = await startStockGateway(supergraphFile);
    return {
      url: `${gateway.url}/`,
      stop: () => Promise.all([gateway, services].map((service) => service.stop())),
    };
  },
};
