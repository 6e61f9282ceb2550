/** A relay before a subgraph whose version feeds can be cut, or hang as a half-open connection does; calls pass always. */

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A relay. */
export interface FeedRelay {
  /** Its address without a path. */
  readonly url: string;
  /** Feeds are closed, and those that are taken anew too. */
  cut(): void;
  /** Nothing arrives any more, and nobody is told. */
  hang(): void;
  /** What hung arrives late, and all goes on. */
  mend(): void;
  stop(): Promise<void>;
}

const FEED = 'GET /versions';

/** Starts one on a free port before an address without a path. */
export async function startFeedRelay(target: string): Promise<FeedRelay> {
  const { hostname, port } = new URL(target);
  const feeds = new Set<Socket>();
  const all = new Set<Socket>();
  let mode: 'mended' | 'cut' | 'hung' = 'mended';
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      all.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        all.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (chunk: Buffer) => {
      if (chunk.toString('latin1').startsWith(FEED)) {
        feeds.add(far);
        far.once('close', () => feeds.delete(far));
        if (mode === 'cut') return near.destroy();
        if (mode === 'hung') far.pause();
      }
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => near.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      mode = 'cut';
      for (const feed of feeds) feed.destroy();
    },
    hang() {
      mode = 'hung';
      for (const feed of feeds) feed.pause();
    },
    mend() {
      mode = 'mended';
      for (const feed of feeds) feed.resume();
    },
    async stop() {
      server.close();
      for (const socket of all) socket.destroy();
      await once(server, 'close');
    },
  };
}
