/** A foreign federation: subgraphs of a test as HTTP servers, composed, behind a general gateway that reads a file. */

import '../../../gateway/no-telemetry.ts';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { pino } from 'pino';
import { startGeneralGateway } from '../../../gateway/general.ts';
import type { Execution } from '../../../subgraphs/kit/settings/table.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@interfaceObject", "@provides", "@inaccessible", "@authenticated"])';

/** What a subgraph is made of; its SDL without the link to the federation's directives. */
export interface ForeignSubgraph {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A subgraph that answers, unsigned, and keeps what it was asked. */
export interface RunningSubgraph extends AsyncDisposable {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  /** The documents it was sent, in order. */
  readonly asked: string[];
}

/** An answer of a gateway. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown; readonly extensions: unknown }[];
}

/** A gateway over a file that holds a supergraph. */
export interface ForeignGateway extends AsyncDisposable {
  readonly url: string;
  /** What it has logged, one object a line. */
  readonly log: readonly Record<string, unknown>[];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Exchanges the text of the file in one step. */
  exchange(supergraphSdl: string): Promise<void>;
  /** Waits until it has logged a line of that message. */
  logged(message: RegExp): Promise<void>;
}

/** Starts a subgraph on a free port. */
export async function startForeignSubgraph(name: string, subgraph: ForeignSubgraph): Promise<RunningSubgraph> {
  const sdl = `${LINK}\n${subgraph.sdl}`;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: subgraph.resolvers as never }]);
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: object };
    asked.push(query);
    const answer = await graphql({ schema, source: query, variableValues: { ...variables } });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  return {
    name,
    sdl,
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

/** The supergraph of subgraphs. */
export function supergraphOf(subgraphs: readonly Pick<RunningSubgraph, 'name' | 'sdl' | 'url'>[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (errors) throw new Error(errors.join('\n'));
  return supergraphSdl;
}

/** Starts a gateway over the text of a supergraph, looking at its file ten times a second. */
export async function startForeignGateway(
  supergraphSdl: string,
  { execution = 'compiled' }: { readonly execution?: Execution } = {},
): Promise<ForeignGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  const log: Record<string, unknown>[] = [];
  const watchers = new Set<() => void>();
  const write = (line: string) => {
    log.push(JSON.parse(line));
    for (const watcher of watchers) watcher();
  };
  const gateway = await startGeneralGateway({
    settings: { host: '127.0.0.1', port: 0, execution },
    supergraph: file,
    watch: { lookMs: 50 },
    logger: pino({ level: 'info' }, { write }),
    say: () => {},
  });
  return {
    url: gateway.url,
    log,
    async ask(query, variables) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async exchange(next) {
      await writeFile(`${file}.next`, next);
      await rename(`${file}.next`, file);
    },
    logged(message) {
      const found = Promise.withResolvers<void>();
      const from = log.length;
      const watcher = () => {
        if (log.slice(from).some(({ msg }) => message.test(String(msg)))) found.resolve();
      };
      watchers.add(watcher);
      return found.promise.finally(() => watchers.delete(watcher));
    },
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await rm(folder, { recursive: true });
    },
  };
}
