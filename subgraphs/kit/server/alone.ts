/** A pillar's subgraph as a process of its own: its store, its data where it is told to load them, its server. */

import type { Connection } from 'mongoose';
import type { Steward } from '../../../schema/stewards.ts';
import type { Collection } from '../collection.ts';
import { readSettings, required, type SettingSource } from '../settings/setting.ts';
import { storeSettings } from '../settings/store.ts';
import { settingsOf, TABLE, type ValuesOf } from '../settings/table.ts';
import type { Subgraph } from '../subgraph.ts';
import { assertCanListen, listenOrRefuse } from './port.ts';
import { runProcess, type StartOptions, type Stoppable } from './process.ts';

// What is heavy is imported when it is needed: a malformed setting or a taken port is refused at once.

/** A pillar's database, as the loader takes it. */
interface Database {
  readonly connection: Connection;
  readonly shelves: readonly Collection[];
}

/** What is known of data sets, which this part is handed. */
export interface DataSets {
  seedWhereEmpty(
    databases: readonly Database[],
    options: { readonly isShared: boolean; readonly holder: string; readonly say: (text: string) => void },
  ): Promise<void>;
  /** Whether the database may be served. */
  isFilled(connection: Connection): Promise<boolean>;
  /** Which data set the database holds; null where there is none. */
  storedDataSet(connection: Connection): Promise<{ readonly version: string; readonly hash: string } | null>;
  sayIfDataDiffer(databases: readonly Database[], say: (text: string) => void): Promise<void>;
}

/** A subgraph that can run alone. */
export interface LoneSubgraph {
  readonly steward: Steward;
  readonly loadSubgraph: () => Promise<
    (parts: { readonly connection: Connection }) => Promise<{ subgraph: Subgraph; shelves: readonly Collection[] }>
  >;
  readonly loadDataSets: () => Promise<DataSets>;
}

type LoneSettings = ValuesOf<'subgraph'> & { readonly secret: string };

/** The default port of the first pillar less one. */
const PORT_BASE = 4000;

/** Runs it until a signal stops it. */
export function runAlone(lone: LoneSubgraph, { env, args = [] }: SettingSource): Promise<void> {
  const { name, order } = lone.steward;
  return runProcess({
    what: `The subgraph of the ${name}`,
    readSettings() {
      const rows = settingsOf('subgraph');
      const port = { ...rows.port, default: String(PORT_BASE + order) };
      const settings = readSettings({ ...rows, port }, { env, args });
      const secret = required(
        settings.signingSecret,
        TABLE.signingSecret,
        'a subgraph alone answers signed calls only',
      );
      return { ...settings, secret };
    },
    start: (options) => startAlone(lone, options),
  });
}

async function startAlone(
  { steward, loadSubgraph, loadDataSets }: LoneSubgraph,
  { settings, logger, say }: StartOptions<LoneSettings>,
): Promise<Stoppable> {
  await assertCanListen(settings);
  const [{ openStore }, create, dataSets, { createSubgraphServer }, { verify }] = await Promise.all([
    import('../store/open.ts'),
    loadSubgraph(),
    loadDataSets(),
    import('./server.ts'),
    import('../signing.ts'),
  ]);
  const holder = `the subgraph of the ${steward.code} (process ${process.pid})`;
  const choice = storeSettings(settings, holder);
  const { connection, version, close } = await openStore(`asean_${steward.subgraph}`, choice);
  try {
    const { subgraph, shelves } = await create({ connection });
    const databases = [{ connection, shelves }];
    if (settings.seed) await dataSets.seedWhereEmpty(databases, { isShared: choice.kind === 'mongodb', holder, say });
    // A process that ended between a write and its acknowledgement may have left an old version.
    await version.begin();
    const isFilled = () => dataSets.isFilled(connection);
    const { secret } = settings;
    const server = createSubgraphServer({
      subgraph,
      verify: (call) => verify({ ...call, secret, now: Date.now() }),
      version,
      settings,
      logger,
      probes: [
        { name: 'store', check: isFilled },
        { name: 'data set', check: () => assertFilled(isFilled) },
      ],
      dataSet: () => dataSets.storedDataSet(connection),
    });
    const { url } = await listenOrRefuse(() => server.listen(), settings);
    say(`The subgraph of the ${steward.name} answers signed calls at ${url}/graphql`);
    if (await isFilled()) await dataSets.sayIfDataDiffer(databases, say);
    else
      say(
        `Its store is empty, so /ready answers 503 until \`npm run seed\` or a start with SEED=true has loaded the data set.`,
      );
    return {
      async stop() {
        await server.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assertFilled(isFilled: () => Promise<boolean>): Promise<void> {
  if (!(await isFilled())) throw new Error('the store holds no complete data set');
}
