/** `npm start`: the composition root of the one-process mode. Gateway, directory and the three pillars in one process, over the embedded store. */

import './no-telemetry.ts';
import type { Logger } from 'pino';
import type { OpenPillar } from '../subgraphs/open.ts';
import { readSettings, SettingError, type Settings } from './config.ts';
import { returnMemoryOfStart } from './memory.ts';
import { assertCanListen, refusal } from './port.ts';
import type { GatewayServer } from './server.ts';

// What is heavy is imported when it is needed: a malformed setting or a taken port is refused at once.

/** What the start needs. */
export interface OneProcessOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Takes the lines meant for whoever started it. */
  readonly say: (text: string) => void;
}

/** The running graph. */
export interface OneProcess {
  readonly url: string;
  /** Finishes the requests in flight, then closes the stores. */
  stop(): Promise<void>;
}

/** Starts everything; what was opened is closed again where the start fails. */
export async function startOneProcess({ settings, logger, say }: OneProcessOptions): Promise<OneProcess> {
  await assertCanListen(settings);
  const { openPillars, closePillars } = await import('../subgraphs/open.ts');
  const holder = `npm start (process ${process.pid})`;
  const pillars = await openPillars({ kind: 'embedded', dataDir: settings.dataDir, mode: 'write', holder });
  let server: GatewayServer | undefined;
  const stop = async () => {
    await server?.stop();
    await closePillars(pillars);
  };
  try {
    await seedWhereEmpty(pillars, say);
    server = await createServer({ pillars, settings, logger });
    const { url } = await server.listen().catch((error: NodeJS.ErrnoException) => {
      throw error.syscall === 'listen' ? refusal(error, settings) : error;
    });
    const { greeting } = await import('./greeting.ts');
    say(greeting(url));
    await sayIfDataDiffer(pillars, say);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Also where a load was interrupted. The data set is validated as a whole before the first record is written. */
async function seedWhereEmpty(pillars: readonly OpenPillar[], say: (text: string) => void): Promise<void> {
  const { createVersions } = await import('../seed/versions.ts');
  const states = await Promise.all(
    pillars.map(async ({ store, shelves }) => {
      const versions = createVersions(store.connection);
      return { shelves, versions, isComplete: (await versions.read())?.state === 'complete' };
    }),
  );
  const empty = states.filter(({ isComplete }) => !isComplete);
  if (empty.length === 0) return;
  const [{ load }, { readDataset }] = await Promise.all([import('../seed/load.ts'), import('../seed/dataset.ts')]);
  const dataset = await readDataset();
  for (const { shelves, versions } of empty) await load({ shelves, versions, dataset, log: say });
  say(`The data set ${dataset.version} was loaded into the empty store.`);
}

/** Reads the data set of the code only now, when the graph answers already. */
async function sayIfDataDiffer(pillars: readonly OpenPillar[], say: (text: string) => void): Promise<void> {
  const [{ readDataFolder, DATA_SET_FOLDER }, { createVersions, storeState }] = await Promise.all([
    import('../seed/data-folder.ts'),
    import('../seed/versions.ts'),
  ]);
  const ours = await readDataFolder(DATA_SET_FOLDER);
  const states = await Promise.all(
    pillars.map(async ({ store }) => storeState(await createVersions(store.connection).read(), ours)),
  );
  const code = `the data set of the code (${ours.version})`;
  if (states.includes('older')) say(`\nNote: ${code} is newer than that of the store. \`npm run seed\` loads it.`);
  if (states.includes('newer')) say(`\nNote: ${code} is older than that of the store. Update the code.`);
}

async function createServer({ pillars, settings, logger }: ServerParts): Promise<GatewayServer> {
  const [{ createGatewayServer }, { createInProcessSource }, { createDirectory }, { createVersions }, { readFile }] =
    await Promise.all([
      import('./server.ts'),
      import('./sources/in-process.ts'),
      import('../subgraphs/directory/subgraph.ts'),
      import('../seed/versions.ts'),
      import('node:fs/promises'),
    ]);
  const subgraphs = [...pillars.map(({ subgraph }) => subgraph), createDirectory()];
  const supergraph = new URL('../schema/generated/supergraph.graphql', import.meta.url);
  return createGatewayServer({
    supergraphSdl: await readFile(supergraph, 'utf8'),
    sources: Object.fromEntries(
      subgraphs.map((subgraph) => [subgraph.name, createInProcessSource({ subgraph, logger })]),
    ),
    settings,
    logger,
    probes: pillars.map(({ steward, store }) => ({
      name: `store of the ${steward.code}`,
      check: () => createVersions(store.connection).read(),
    })),
  });
}

interface ServerParts {
  readonly pillars: readonly OpenPillar[];
  readonly settings: Settings;
  readonly logger: Logger;
}

/** Failures whose message is one line written for whoever starts the graph. */
const EXPECTED = new Set([SettingError.name, 'StoreError', 'BrokenDataError']);

async function main(): Promise<void> {
  let logger: Logger | undefined;
  try {
    const settings = readSettings({ env: process.env, args: process.argv.slice(2) });
    const { pino } = await import('pino');
    logger = pino({ level: settings.logLevel });
    const starting = startOneProcess({ settings, logger, say: console.log });
    stopOnSignals(starting);
    await starting;
    returnMemoryOfStart();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    logger?.debug({ err: error }, 'the start failed');
    const [line] = message.split('\n');
    console.error(EXPECTED.has(name) ? line : `The graph cannot start: ${line}`);
    process.exit(1);
  }
}

/** The first signal stops it cleanly, also during the start; a second one ends it at once. */
function stopOnSignals(starting: Promise<OneProcess>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(130);
    stopping = true;
    starting.then(
      async ({ stop }) => {
        await stop();
        process.exit(0);
      },
      () => undefined,
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

if (import.meta.main) await main();
