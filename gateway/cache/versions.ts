/** The data versions of the pillars as a gateway knows them, and the stamp of an answer: the versions that held before its data were read. */

/** For how long a version that was confirmed counts as the one of now, in milliseconds: some beats of the feed. What hangs longer is not live. */
export const LIVE_MS = 250;

/** The version of one pillar. */
export interface PillarVersion {
  /** Undefined where nothing certain is known: then nothing that was kept of the pillar is served. */
  readonly current: string | undefined;
}

/** The versions under which an answer stands. */
export interface Stamp {
  /** The same for the same versions. */
  readonly text: string;
  readonly versions: readonly (readonly [pillar: PillarVersion, version: string])[];
}

/** The versions of all pillars. */
export interface Versions {
  /** Of what is read from these subgraphs from now on; undefined where one of them has no certain version. */
  stampOf(subgraphs: readonly string[]): Stamp | undefined;
}

/** Has no data: what it answers is as old as the process. */
const WITHOUT_DATA = 'directory';

/** By the name of the subgraph. */
export function createVersions(pillars: ReadonlyMap<string, PillarVersion>): Versions {
  return {
    stampOf(subgraphs) {
      const versions: [PillarVersion, string][] = [];
      let text = '';
      for (const name of subgraphs) {
        if (name === WITHOUT_DATA) continue;
        const pillar = pillars.get(name);
        const version = pillar?.current;
        if (!pillar || version === undefined) return undefined;
        versions.push([pillar, version]);
        text += `${name} ${version} `;
      }
      return { text, versions };
    },
  };
}

/** How the versions of a stamp stand now: the same, another one, or none that is certain. */
export function standing({ versions }: Stamp): 'same' | 'other' | 'uncertain' {
  let isUncertain = false;
  for (const [pillar, version] of versions) {
    const { current } = pillar;
    if (current === undefined) isUncertain = true;
    else if (current !== version) return 'other';
  }
  return isUncertain ? 'uncertain' : 'same';
}
