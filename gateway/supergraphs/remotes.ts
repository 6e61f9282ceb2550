/** The subgraphs of a foreign supergraph as sources: unsigned, opened when they are first called, closed when the supergraph has lost them. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from 'pino';
import { createRemoteSource } from '../sources/remote.ts';
import { createSteadySource, type SteadySource } from '../sources/steady.ts';
import type { SubgraphAddress } from './check.ts';

/** The sources, which may change while requests run. */
export interface ForeignRemotes {
  /** The source of a subgraph. It may be called also after the subgraph went: a request may have begun before. */
  sourceOf(subgraph: SubgraphAddress): GraphQLDataSource;
  /** Names those in use. The connections to the others are closed when their calls end. */
  use(subgraphs: readonly SubgraphAddress[]): void;
  /** Those that are open now, by name. */
  opened(): Iterable<readonly [name: string, SteadySource]>;
  /** Closes all when the calls in flight have ended. */
  close(): Promise<void>;
}

interface Opened {
  readonly name: string;
  readonly source: SteadySource;
  calls: number;
}

/** Makes the sources. Nothing is connected yet. */
export function createForeignRemotes({ logger }: { readonly logger: Logger }): ForeignRemotes {
  const opened = new Map<string, Opened>();
  let inUse = new Set<string>();

  function open(key: string, { name, url }: SubgraphAddress): Opened {
    const known = opened.get(key);
    if (known) return known;
    const remote = createRemoteSource({ name, url, secret: undefined, logger });
    const one = { source: createSteadySource({ name, remote, isOurs: false, logger }), name, calls: 0 };
    opened.set(key, one);
    return one;
  }

  async function closeIfLeft(key: string): Promise<void> {
    const one = opened.get(key);
    if (!one || one.calls > 0 || inUse.has(key)) return;
    opened.delete(key);
    await one.source.close();
  }

  return {
    sourceOf(subgraph) {
      const key = keyOf(subgraph);
      return {
        async process(options) {
          const one = open(key, subgraph);
          one.calls++;
          try {
            return await one.source.process(options);
          } finally {
            one.calls--;
            void closeIfLeft(key);
          }
        },
      };
    },
    use(subgraphs) {
      inUse = new Set(subgraphs.map(keyOf));
      for (const key of opened.keys()) void closeIfLeft(key);
    },
    opened: () => [...opened.values()].map(({ name, source }) => [name, source] as const),
    async close() {
      inUse = new Set();
      await Promise.all([...opened.values()].map(({ source }) => source.close()));
      opened.clear();
    },
  };
}

function keyOf({ name, url }: SubgraphAddress): string {
  return JSON.stringify([name, url]);
}
