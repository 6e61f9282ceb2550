/** The ways to run the graph, each started over the same seeded store, one after the other. */

import { PILLARS } from '../../schema/stewards.ts';
import { startDistributed } from '../support/services/services.ts';
import { startUnsignedSubgraph } from '../support/services/unsigned-subgraph.ts';
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
    const { url, stop } = await startDistributed({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
    return { url: `${url}/graphql`, stop };
  },
  "Apollo's gateway as it comes, HTTP subgraphs": async (dataDir) => {
    const subgraphs = await Promise.all(PILLARS.map(({ code }) => startUnsignedSubgraph(code, { dataDir })));
    const urls = Object.fromEntries(PILLARS.map(({ subgraph }, index) => [subgraph, subgraphs[index]?.url ?? '']));
    const gateway = await startStockGateway(urls);
    return {
      url: `${gateway.url}/`,
      stop: () => Promise.all([gateway, ...subgraphs].map((service) => service.stop())),
    };
  },
};
