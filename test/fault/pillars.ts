/** The distributed graph whose pillars a test takes away and brings back, each at the address where the gateway looks for it. */

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { PILLARS, type PillarCode } from '../../schema/stewards.ts';
import { startGateway, startSubgraph, type Service, type ServiceEnv } from '../support/services/services.ts';

/** What an impostor does with each call. */
export type Impostor = (response: ServerResponse) => void;

/** Four processes: the gateway stays the same one from the start to the end. */
export interface Pillars {
  readonly gateway: Service;
  /** The process of a pillar that runs now. */
  of(code: PillarCode): Service;
  /** Ends it as a crash does: whoever calls it is refused. */
  kill(code: PillarCode): Promise<void>;
  /** Starts it again. */
  revive(code: PillarCode): Promise<void>;
  /** Puts an impostor in the place of one that was killed; gives what takes it away again. */
  impersonate(code: PillarCode, impostor: Impostor): Promise<() => Promise<void>>;
  /** Stops all that run. Throws where one does not end with code 0, as a process that ended before has not. */
  stop(): Promise<void>;
}

/** Starts them over a store; the gateway may be told more. */
export async function startPillars(env: ServiceEnv, ofGateway: ServiceEnv = {}): Promise<Pillars> {
  const started = await Promise.all(PILLARS.map(async ({ code }) => [code, await startSubgraph(code, env)] as const));
  const running = new Map<PillarCode, Service>(started);
  const urls = Object.fromEntries(started.map(([code, { url }]) => [code, url])) as Record<PillarCode, string>;
  const portOf = (code: PillarCode) => new URL(urls[code]).port;
  // What is asked again is asked of the pillars.
  const gateway = await startGateway(urls, { CACHE_MB: '0', ...ofGateway });
  const of = (code: PillarCode) => running.get(code) as Service;
  return {
    gateway,
    of,
    async kill(code) {
      of(code).signal('SIGKILL');
      await of(code).ended;
    },
    async revive(code) {
      running.set(code, await startSubgraph(code, { ...env, PORT: portOf(code) }));
    },
    async impersonate(code, impostor) {
      const server = createServer((request, response) => {
        request.resume().once('end', () => impostor(response));
      });
      server.listen(Number(portOf(code)), '127.0.0.1');
      await once(server, 'listening');
      return async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      };
    },
    async stop() {
      const ends = await Promise.all([gateway, ...running.values()].map((service) => service.stop()));
      for (const { code, out, err } of ends) if (code !== 0) throw new Error(`One ended with ${code}: ${out}${err}`);
    },
  };
}
