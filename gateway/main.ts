/** The gateway alone, over three subgraphs in other processes: `npx node gateway/main.ts`. */

import './no-telemetry.ts';
import { assertCanListen } from '../subgraphs/kit/server/port.ts';
import { runProcess } from '../subgraphs/kit/server/process.ts';
import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { settingsOf } from '../subgraphs/kit/settings/table.ts';
import { startGraph } from './graph.ts';
import { allRemotesOf } from './remotes.ts';

await runProcess({
  what: 'The gateway',
  readSettings() {
    const settings = readSettings(settingsOf('gateway'), { env: process.env, args: process.argv.slice(2) });
    return { ...settings, remotes: allRemotesOf(settings) };
  },
  async start({ settings, logger, say }) {
    await assertCanListen(settings);
    return startGraph({ settings, subgraphs: [], remotes: settings.remotes, probes: [], dataSets: {}, logger, say });
  },
});
