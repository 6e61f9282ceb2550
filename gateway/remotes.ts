/** Which subgraphs are in other processes, as the settings say. */

import { PILLARS, type Steward } from '../schema/stewards.ts';
import { required } from '../subgraphs/kit/settings/setting.ts';
import { TABLE, type ValuesOf } from '../subgraphs/kit/settings/table.ts';

/** Where remote subgraphs are, and what signs the calls to them. */
export interface Remotes {
  /** Whole addresses by the name of the subgraph. */
  readonly urls: ReadonlyMap<Steward['subgraph'], string>;
  readonly secret: string;
}

/** The settings that say it. */
type RemoteSettings = Pick<ValuesOf<'gateway'>, 'apscUrl' | 'aecUrl' | 'asccUrl' | 'signingSecret'>;

const ROWS = { apsc: 'apscUrl', aec: 'aecUrl', ascc: 'asccUrl' } as const;

/** Those that have an address; undefined where none has. Throws a SettingError where there is no secret to sign with. */
export function remotesOf(settings: RemoteSettings): Remotes | undefined {
  const urls = new Map<Steward['subgraph'], string>();
  for (const { subgraph } of PILLARS) {
    const url = settings[ROWS[subgraph]];
    if (url !== undefined) urls.set(subgraph, url);
  }
  return urls.size === 0 ? undefined : { urls, secret: secretOf(settings) };
}

/** The same for a gateway without a pillar in its own process. Throws a SettingError also where an address is missing. */
export function allRemotesOf(settings: RemoteSettings): Remotes {
  const why = 'a gateway alone needs the address of each subgraph';
  const urls = new Map(
    PILLARS.map(({ subgraph }) => [subgraph, required(settings[ROWS[subgraph]], TABLE[ROWS[subgraph]], why)]),
  );
  return { urls, secret: secretOf(settings) };
}

function secretOf({ signingSecret }: RemoteSettings): string {
  return required(signingSecret, TABLE.signingSecret, 'calls to a remote subgraph are signed');
}
