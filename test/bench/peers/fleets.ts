/** The subgraphs over HTTP that the systems of a run share, over copies of the same data. */

import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PILLARS, type SubgraphName } from '../../../schema/stewards.ts';
import { add, startCountingProxy, type Sent } from '../../support/services/counting-proxy.ts';
import { startSubgraph } from '../../support/services/services.ts';
import { startUnsignedServices } from '../../support/services/unsigned-services.ts';

/** Running subgraphs. */
export interface Fleet {
  /** Their addresses without a path. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly pids: readonly number[];
  stop(): Promise<unknown>;
}

/** Copies a seeded folder; locks stay behind. */
export function copyData(seeded: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(seeded).filter((name) => !name.endsWith('.lock')))
    cpSync(join(seeded, file), join(folder, file), { recursive: true });
  return folder;
}

/** Subgraphs that take signed calls, as they ship. The directory is with their gateway. */
export async function startSignedFleet(dataDir: string): Promise<Fleet> {
  const services = await Promise.all(
    PILLARS.map(({ code }) => startSubgraph(code, { DATA_DIR: dataDir, LOG_LEVEL: 'error' })),
  );
  const [apsc = '', aec = '', ascc = ''] = services.map(({ url }) => url);
  return {
    urls: { apsc, aec, ascc, directory: '' },
    pids: services.map(({ pid }) => pid),
    stop: () => Promise.all(services.map((service) => service.stop())),
  };
}

/** Subgraphs and a directory that take calls of any gateway. */
export const startUnsignedFleet: (dataDir: string) => Promise<Fleet> = startUnsignedServices;

/** What a gateway sends to each subgraph. */
export type SentToEach = Readonly<Record<SubgraphName, Sent>>;

/** Proxies before a fleet that count. */
export async function countBefore(fleet: Fleet): Promise<Fleet & { take(): SentToEach }> {
  const proxies = await Promise.all(
    Object.entries(fleet.urls).map(async ([name, url]) => ({
      name: name as SubgraphName,
      proxy: url ? await startCountingProxy(url) : undefined,
    })),
  );
  return {
    urls: Object.fromEntries(proxies.map(({ name, proxy }) => [name, proxy?.url ?? ''])) as Record<
      SubgraphName,
      string
    >,
    pids: [],
    take: () =>
      Object.fromEntries(
        proxies.map(({ name, proxy }) => [name, proxy?.take() ?? { calls: 0, keys: 0, duplicates: 0 }]),
      ) as Record<SubgraphName, Sent>,
    stop: () => Promise.all(proxies.map(({ proxy }) => proxy?.stop())),
  };
}

/** The sum over the pillars. */
export function toPillars(sent: SentToEach): Sent {
  return PILLARS.map(({ subgraph }) => sent[subgraph]).reduce(add);
}
