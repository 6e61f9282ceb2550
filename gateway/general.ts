/** The general gateway: another supergraph than ours, over its own remote subgraphs. */

import { listenOrRefuse } from '../subgraphs/kit/server/port.ts';
import type { StartOptions, Stoppable } from '../subgraphs/kit/server/process.ts';
import type { Execution } from '../subgraphs/kit/settings/table.ts';
import type { Tokens } from './access/tokens.ts';
import type { WatchOptions } from './supergraphs/place.ts';

/** What a general gateway is told. */
export interface GeneralOptions extends Pick<StartOptions<unknown>, 'logger' | 'say'> {
  readonly settings: {
    readonly host: string;
    readonly port: number;
    readonly execution?: Execution | undefined;
    readonly readAccess?: 'open' | 'authenticated';
    readonly explain?: boolean | undefined;
  };
  /** How tokens are verified; none is accepted where it is left out. */
  readonly tokens?: Tokens;
  /** The file or the address of the supergraph. */
  readonly supergraph: string;
  readonly watch?: WatchOptions;
}

/** Starts it and says where it is. Throws a SettingError where the supergraph cannot be served. */
export async function startGeneralGateway({
  settings,
  tokens,
  supergraph,
  watch,
  logger,
  say,
}: GeneralOptions): Promise<Stoppable & { readonly url: string }> {
  // A supergraph that cannot be served is refused before what is heavy is imported.
  const [{ openSupergraph }, { supergraphPlace }, { createForeignRemotes }] = await Promise.all([
    import('./supergraphs/manager.ts'),
    import('./supergraphs/place.ts'),
    import('./supergraphs/remotes.ts'),
  ]);
  const remotes = createForeignRemotes({ logger });
  const manager = await openSupergraph({ place: supergraphPlace(supergraph, watch), logger, onUse: remotes.use });
  const [{ createGatewayServer }, { createForeignPlanner }] = await Promise.all([
    import('./server.ts'),
    import('./execution/planner/foreign.ts'),
  ]);
  const server = createGatewayServer({
    supergraphSdl: manager,
    sources: remotes.sourceOf,
    isForeign: true,
    createPlanner: ({ supergraphSdl }) => createForeignPlanner({ supergraphSdl, logger }),
    settings,
    remotes: remotes.opened,
    ...(tokens && { tokens }),
    logger,
  });
  const stop = async () => {
    await server.stop();
    await remotes.close();
  };
  try {
    const { url } = await listenOrRefuse(() => server.listen(), settings);
    say(greeting(url, supergraph));
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function greeting(url: string, supergraph: string): string {
  return [
    `The gateway is ready over ${supergraph}.`,
    '',
    `  Graph     ${url}/graphql`,
    `  Explorer  ${url}/`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}
