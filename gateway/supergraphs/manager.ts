/** The life of a foreign supergraph: read and checked at the start, exchanged while requests run, kept where what comes next is bad. */

import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from 'pino';
import { SettingError } from '../../subgraphs/kit/settings/setting.ts';
import type { CheckedSupergraph, SubgraphAddress } from './check.ts';
import type { SupergraphPlace } from './place.ts';

/** What a manager is made of. */
export interface ManagerOptions {
  readonly place: SupergraphPlace;
  readonly logger: Logger;
  /** Told which subgraphs are in use, at the start and after each exchange. */
  readonly onUse: (subgraphs: readonly SubgraphAddress[]) => void;
}

/** Reads the supergraph and gives its manager, for Apollo's gateway to start. Throws a SettingError where it cannot be served. */
export async function openSupergraph({ place, logger, onUse }: ManagerOptions): Promise<SupergraphManager> {
  let current = await firstOf(place);
  let complaint: string | undefined;

  async function exchange(update: (sdl: string) => void): Promise<void> {
    const text = await place.read();
    if (text !== current.sdl) {
      const next = await check(text);
      update(next.sdl);
      current = next;
      onUse(next.subgraphs);
      logger.info({ subgraphs: next.subgraphs.map(({ name }) => name) }, 'the supergraph was exchanged');
    }
    complaint = undefined;
  }

  return {
    async initialize({ update }) {
      onUse(current.subgraphs);
      const stop = place.watch(
        oneAtATime(() =>
          exchange(update).catch((error: unknown) => {
            // What stays bad is said once.
            const message = error instanceof Error ? error.message : String(error);
            if (message !== complaint)
              logger.error({ err: error, supergraph: place.name }, 'a new supergraph is not used, the old one stays');
            complaint = message;
          }),
        ),
      );
      return { supergraphSdl: current.sdl, cleanup: async () => stop() };
    },
  };
}

async function firstOf(place: SupergraphPlace): Promise<CheckedSupergraph> {
  try {
    return await check(await place.read());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingError(`SUPERGRAPH ${JSON.stringify(place.name)} ${reason}`, { cause: error });
  }
}

/** Imported when there is a text: what is no file is refused at once. */
async function check(text: string): Promise<CheckedSupergraph> {
  const { checkSupergraph } = await import('./check.ts');
  return checkSupergraph(text);
}

/** Calls during a run become one more run after it. */
function oneAtATime(run: () => Promise<void>): () => void {
  let isRunning = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      await run();
    }
    isRunning = false;
  };
}
