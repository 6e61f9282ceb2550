/** The version of a pillar in this process, by its own store. */

import { versionText, type DataVersion, type Version } from '../../subgraphs/kit/version/data-version.ts';
import { LIVE_MS, type PillarVersion } from './versions.ts';

/** The version, for as long as it is not stopped. */
export interface WatchedVersion extends PillarVersion {
  stop(): Promise<void>;
}

/** A store to which only this process writes says it at once; another one is asked again and again. */
export function createOwnVersion(version: DataVersion): WatchedVersion {
  const unwatch = version.isOwn ? () => undefined : version.watch(() => undefined);
  let written: Version | undefined;
  let text = '';
  return {
    get current() {
      const { last } = version;
      if (!last || performance.now() - last.at > LIVE_MS) return undefined;
      if (last.version !== written) {
        written = last.version;
        text = versionText(written);
      }
      return text;
    },
    async stop() {
      unwatch();
    },
  };
}
