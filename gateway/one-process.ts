/** `npm start`: the composition root of the one-process mode. Gateway, directory and the pillars that are not remote in one process. */

import './no-telemetry.ts';
import { PILLARS } from '../schema/stewards.ts';
import { assertCanListen } from '../subgraphs/kit/server/port.ts';
import { runProcess, type StartOptions, type Stoppable } from '../subgraphs/kit/server/process.ts';
import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { storeSettings } from '../subgraphs/kit/settings/store.ts';
import { settingsOf, type ValuesOf } from '../subgraphs/kit/settings/table.ts';
import { assertAuthSettings } from './access/auth-settings.ts';
import type { Tokens } from './access/tokens.ts';
import { startGraph } from './graph.ts';
import { remotesOf, type Remotes } from './remotes.ts';

// What is heavy is imported when it is needed: a malformed setting or a taken port is refused at once.

/** What the start is told. */
interface OneProcessSettings extends ValuesOf<'npm start'> {
  readonly remotes: Remotes | undefined;
}

/** Starts everything; what was opened is closed again where the start fails. */
async function startOneProcess({ settings, logger, say }: StartOptions<OneProcessSettings>): Promise<Stoppable> {
  await assertCanListen(settings);
  const [{ openPillars, closePillars }, { isFilled, sayIfDataDiffer, seedWhereEmpty, storedDataSet }] =
    await Promise.all([import('../subgraphs/open.ts'), import('../seed/where-empty.ts')]);
  const { remotes } = settings;
  const holder = `npm start (process ${process.pid})`;
  const store = storeSettings(settings, holder);
  const local = PILLARS.filter(({ subgraph }) => !remotes?.urls.has(subgraph));
  const pillars = await openPillars(store, local);
  let graph: Stoppable | undefined;
  const stop = async () => {
    await graph?.stop();
    await closePillars(pillars);
  };
  try {
    const databases = pillars.map(({ store: { connection }, shelves }) => ({ connection, shelves }));
    await seedWhereEmpty(databases, { isShared: store.kind === 'mongodb', holder, say });
    // A process that ended between a write and its acknowledgement may have left an old version.
    for (const { store: each } of pillars) await each.version.begin();
    graph = await startGraph({
      settings,
      tokens: await tokensOf(settings),
      subgraphs: pillars.map(({ subgraph }) => subgraph),
      ownVersions: Object.fromEntries(pillars.map(({ subgraph, store: { version } }) => [subgraph.name, version])),
      remotes,
      probes: pillars.map(({ steward, store: { connection } }) => ({
        name: `store of the ${steward.code}`,
        check: () => isFilled(connection),
      })),
      dataSets: Object.fromEntries(
        pillars.map(({ steward, store: { connection } }) => [steward.code, () => storedDataSet(connection)]),
      ),
      logger,
      say,
    });
    await sayIfDataDiffer(databases, say);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** By the settings, or by a secret that the first start makes: `npm run token` signs with it. */
async function tokensOf(settings: OneProcessSettings): Promise<Tokens> {
  const [{ openTokens }, { AUTH_SECRET_FILE, generatedSecret }] = await Promise.all([
    import('./access/tokens.ts'),
    import('../subgraphs/kit/settings/generated-secret.ts'),
  ]);
  if (settings.authSecret !== undefined || settings.authJwks !== undefined) return openTokens(settings);
  return openTokens({ ...settings, authSecret: await generatedSecret(settings.dataDir, AUTH_SECRET_FILE) });
}

await runProcess({
  what: 'The graph',
  readSettings() {
    const settings = readSettings(settingsOf('npm start'), { env: process.env, args: process.argv.slice(2) });
    assertAuthSettings(settings);
    return { ...settings, remotes: remotesOf(settings) };
  },
  start: startOneProcess,
});
