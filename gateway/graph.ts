/** The graph as a running gateway, whatever process its subgraphs are in. */

import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import type { ReadinessProbe } from '../subgraphs/kit/server/health.ts';
import { listenOrRefuse } from '../subgraphs/kit/server/port.ts';
import type { StartOptions, Stoppable } from '../subgraphs/kit/server/process.ts';
import type { DataVersion } from '../subgraphs/kit/version/data-version.ts';
import type { Tokens } from './access/tokens.ts';
import type { WatchedVersion } from './cache/own-version.ts';
import type { DataSets } from './http/registered-metadata.ts';
import type { VersionFeed } from './cache/version-feed.ts';
import type { Remotes } from './remotes.ts';
import type { GatewayServerOptions } from './server.ts';
import type { SteadySource } from './sources/steady.ts';

// What is heavy is imported when it is needed: a malformed setting or a taken port is refused at once.

const GENERATED = new URL('../schema/generated/', import.meta.url);

/** What a gateway answers from. */
export interface GraphOptions extends Pick<StartOptions<unknown>, 'logger' | 'say'> {
  readonly settings: GatewayServerOptions['settings'];
  /** How tokens are verified. */
  readonly tokens: Tokens;
  /** The pillars in this process; the directory need not be among them. */
  readonly subgraphs: readonly Subgraph[];
  /** The data versions of those, by their names. */
  readonly ownVersions: Readonly<Record<string, DataVersion>>;
  /** The pillars in other processes; undefined where there are none. */
  readonly remotes: Remotes | undefined;
  /** What must answer for `/ready`, beside the supergraph. */
  readonly probes: readonly ReadinessProbe[];
  /** Who says which data set a pillar in this process holds, by its code. */
  readonly dataSets: DataSets;
}

/** Starts it and says where it is. What was opened is closed again where the start fails; a stop closes also the connections to remote subgraphs. */
export async function startGraph({
  settings,
  tokens,
  subgraphs,
  ownVersions,
  remotes,
  probes,
  dataSets,
  logger,
  say,
}: GraphOptions): Promise<Stoppable> {
  const [
    { createGatewayServer },
    { createVersions },
    { createInProcessSource },
    { createDirectorySource },
    { createDirectory },
    files,
  ] = await Promise.all([
    import('./server.ts'),
    import('./cache/versions.ts'),
    import('./sources/in-process.ts'),
    import('./sources/directory.ts'),
    import('../subgraphs/directory/subgraph.ts'),
    import('node:fs/promises'),
  ]);
  const { readOperations } = await import('./http/registered/operations.ts');
  const versions = settings.cacheMb ? await watchVersions(ownVersions, remotes, logger) : new Map<string, Watched>();
  const distant = await remoteSources(remotes, logger, (name, text) => versions.get(name)?.heard?.(text));
  const server = createGatewayServer({
    supergraphSdl: await files.readFile(new URL('supergraph.graphql', GENERATED), 'utf8'),
    openSupergraphSdl: await files.readFile(new URL('supergraph-open.graphql', GENERATED), 'utf8'),
    sources: {
      ...Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, createInProcessSource({ subgraph, logger })])),
      directory: createDirectorySource({ subgraph: createDirectory(), logger }),
      ...Object.fromEntries(distant),
    },
    settings,
    tokens,
    logger,
    remotes: () => distant,
    versions: versions.size === 0 ? undefined : createVersions(versions),
    operations: await readOperations(),
    dataSets: { ...dataSets, ...(await remoteDataSets(remotes)) },
    // A gateway of which one subgraph is away still answers for the others.
    probes: [
      ...probes,
      ...[...distant].map(([name, source]) => ({
        name: `subgraph ${name}`,
        check: () => source.check(),
        isOptional: true,
        // One that has no pillar in its own process and reaches none has nothing to answer.
        isOneNeeded: subgraphs.length === 0,
      })),
    ],
  });
  const stop = async () => {
    await server.stop();
    await Promise.all([...versions.values()].map((version) => version.stop()));
    await Promise.all([...distant.values()].map((source) => source.close()));
  };
  try {
    const { url } = await listenOrRefuse(() => server.listen(), settings);
    const { greeting } = await import('./greeting.ts');
    say(greeting(url, settings));
    // The first request then finds out about nobody.
    for (const source of distant.values()) source.check().catch(() => undefined);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function remoteDataSets(remotes: Remotes | undefined): Promise<DataSets> {
  if (!remotes) return {};
  const { remoteDataSet } = await import('./sources/data-set.ts');
  return Object.fromEntries([...remotes.urls].map(([name, url]) => [name.toUpperCase(), () => remoteDataSet(url)]));
}

/** A version that is watched; one that comes over the wire is told what answers say of it. */
type Watched = WatchedVersion & Partial<Pick<VersionFeed, 'heard'>>;

async function watchVersions(
  own: GraphOptions['ownVersions'],
  remotes: Remotes | undefined,
  logger: GraphOptions['logger'],
): Promise<Map<string, Watched>> {
  const [{ createOwnVersion }, { createVersionFeed }] = await Promise.all([
    import('./cache/own-version.ts'),
    import('./cache/version-feed.ts'),
  ]);
  const { urls = new Map<string, string>(), secret = '' } = remotes ?? {};
  return new Map<string, Watched>([
    ...Object.entries(own).map(([name, version]) => [name, createOwnVersion(version)] as const),
    ...[...urls].map(([name, url]) => [name, createVersionFeed({ name, url, secret, logger })] as const),
  ]);
}

async function remoteSources(
  remotes: Remotes | undefined,
  logger: GraphOptions['logger'],
  onVersion: (name: string, text: string) => void,
): Promise<ReadonlyMap<string, SteadySource>> {
  if (!remotes) return new Map();
  const [{ createRemoteSource }, { createSteadySource }, { PROBES }] = await Promise.all([
    import('./sources/remote.ts'),
    import('./sources/steady.ts'),
    import('./sources/probes.ts'),
  ]);
  const { urls, secret } = remotes;
  return new Map(
    [...urls].map(([name, url]) => {
      const remote = createRemoteSource({
        name,
        url,
        secret,
        logger,
        probe: PROBES[name],
        onVersion: (text) => onVersion(name, text),
      });
      return [name, createSteadySource({ name, remote, isOurs: true, logger })];
    }),
  );
}
