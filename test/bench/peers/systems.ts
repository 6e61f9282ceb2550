/** What is measured side by side: the graph as it ships, gateways of other makers, and two programs that bound what can be reached. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubgraphName } from '../../../schema/stewards.ts';
import { startGateway, type Service } from '../../support/services/services.ts';
import { startProcess } from '../process.ts';
import { startStockGateway } from '../stock-gateway.ts';
import { divided } from './dialect.ts';
import { startFinishedBytes } from './finished-bytes.ts';
import { startHandWritten } from './hand-written.ts';
import { HIVE_GATEWAY_VERSION, installHiveGateway, startHiveGateway } from './hive-gateway.ts';
import { startHiveRouter } from './hive-router.ts';
import { supergraphOver } from './supergraph.ts';

/** What a system is started with. */
export interface StartOptions {
  /** A seeded folder that nobody else uses. */
  readonly dataDir: string;
  /** Addresses of the subgraphs without a path. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** A file of this system alone, for what it reads. */
  readonly file: string;
  /** The whole answers to identical requests, by the names of the operations. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A system that answers. */
export interface Running {
  /** The address of its graph. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<unknown>;
}

/** One system. */
export interface System {
  /** As `--only` takes it. */
  readonly name: string;
  /** As the tables show it. */
  readonly title: string;
  /** Where its subgraphs are: in its process, or over HTTP with or without signed calls. */
  readonly over: 'process' | 'signed' | 'unsigned';
  /** It cannot plan the operations as they stand. */
  readonly needsSpelling?: true;
  /** The only operation that it answers. */
  readonly only?: 'heavy';
  /** It has no graph: it repeats answers that another system gave. */
  readonly repeats?: true;
  /** Whether it can be started here, and if not, why. */
  prepare?(): Promise<string | undefined>;
  start(options: StartOptions): Promise<Running>;
}

/** Where what is not part of the project is found. */
export interface Places {
  /** The folder into which peers are installed. */
  readonly peers: string;
  /** The binary of Hive Router; undefined where there is none. */
  readonly hiveRouter: string | undefined;
  /** Variables for the gateways of the project. */
  readonly env: Readonly<Record<string, string>>;
}

/** All systems, in the order of the tables. */
export function systemsAt({ peers, hiveRouter, env }: Places): readonly System[] {
  const supergraphFile = ({ file, urls }: StartOptions, adapt = (sdl: string) => sdl): string => {
    writeFileSync(file, adapt(supergraphOver(urls)));
    return file;
  };
  return [
    {
      name: 'one-process',
      title: 'this graph, one process',
      over: 'process',
      start: ({ dataDir }) => startProcess(dataDir, env),
    },
    {
      name: 'distributed',
      title: 'this graph, distributed',
      over: 'signed',
      start: async ({ urls }) =>
        at(
          '/graphql',
          await startGateway({ APSC: urls.apsc, AEC: urls.aec, ASCC: urls.ascc }, { CACHE_MB: '0', ...env }),
        ),
    },
    {
      name: 'apollo',
      title: '`@apollo/gateway`, as it comes',
      over: 'unsigned',
      start: async (options) => at('/', await startStockGateway(supergraphFile(options))),
    },
    {
      name: 'hive-gateway',
      title: `\`@graphql-hive/gateway\` ${HIVE_GATEWAY_VERSION}`,
      over: 'unsigned',
      needsSpelling: true,
      prepare: () =>
        installHiveGateway(join(peers, 'hive-gateway')).then(
          () => undefined,
          (error: unknown) => `npm could not install it: ${String(error)}`,
        ),
      start: (options) => startHiveGateway(join(peers, 'hive-gateway'), supergraphFile(options, divided)),
    },
    {
      name: 'hive-router',
      title: 'Hive Router',
      over: 'unsigned',
      needsSpelling: true,
      prepare: async () =>
        hiveRouter
          ? undefined
          : 'there is no `hive_router` on the path; `cargo +nightly install hive-router --locked --features graphiql` makes it, --hive-router FILE names it',
      start: (options) =>
        startHiveRouter(hiveRouter ?? '', join(peers, 'hive-router'), supergraphFile(options, divided)),
    },
    {
      name: 'hand-written',
      title: 'a plan written by hand, one process',
      over: 'process',
      only: 'heavy',
      start: async ({ dataDir }) => at('/', await startHandWritten(dataDir)),
    },
    {
      name: 'bytes',
      title: '`node:http` with the finished bytes',
      over: 'process',
      repeats: true,
      async start({ file, answers }) {
        writeFileSync(file, JSON.stringify(answers));
        return at('/', await startFinishedBytes(file));
      },
    },
  ];
}

function at(path: string, { url, pid, stop }: Service): Running {
  return { url: url + path, pid, stop };
}
