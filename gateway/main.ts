/** The gateway alone, over three subgraphs in other processes or over another supergraph: `npx node gateway/main.ts`. */

import './no-telemetry.ts';
import { assertCanListen } from '../subgraphs/kit/server/port.ts';
import { runProcess } from '../subgraphs/kit/server/process.ts';
import { readSettings } from '../subgraphs/kit/settings/setting.ts';
import { settingsOf } from '../subgraphs/kit/settings/table.ts';
import { assertAuthSettings, assertReadable } from './access/auth-settings.ts';
import { startGeneralGateway } from './general.ts';
import { startGraph } from './graph.ts';
import { allRemotesOf } from './remotes.ts';

await runProcess({
  what: 'The gateway',
  readSettings() {
    const settings = readSettings(settingsOf('gateway'), { env: process.env, args: process.argv.slice(2) });
    assertAuthSettings(settings);
    assertReadable(settings);
    return { ...settings, remotes: settings.supergraph === undefined ? allRemotesOf(settings) : undefined };
  },
  async start({ settings, logger, say }) {
    await assertCanListen(settings);
    const { supergraph, remotes } = settings;
    const { openTokens } = await import('./access/tokens.ts');
    const tokens = await openTokens(settings);
    if (!tokens.isAccepting)
      say('Every bearer token is refused, and so is what needs one: neither AUTH_SECRET nor AUTH_JWKS is set.');
    if (supergraph !== undefined) return startGeneralGateway({ settings, tokens, supergraph, logger, say });
    return startGraph({
      settings,
      tokens,
      subgraphs: [],
      ownVersions: {},
      remotes,
      probes: [],
      dataSets: {},
      logger,
      say,
    });
  },
});
