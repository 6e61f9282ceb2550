/** Which data set a remote subgraph holds: its address for readiness says it. */

import { request } from 'undici';

/** Which data set a pillar holds, as its loader recorded it. */
export interface DataSetVersion {
  readonly version: string;
  /** SHA-256 of its files. */
  readonly hash: string;
}

/** How long a subgraph may take to say it, in milliseconds. */
const DEADLINE_MS = 2_000;

/** The version that the subgraph at this address holds; null where it does not say. */
export async function remoteDataSet(url: string): Promise<DataSetVersion | null> {
  try {
    const { body } = await request(new URL('ready', url), { signal: AbortSignal.timeout(DEADLINE_MS) });
    const { dataSet } = (await body.json()) as { dataSet?: Partial<DataSetVersion> | null };
    const { version, hash } = dataSet ?? {};
    return typeof version === 'string' && typeof hash === 'string' ? { version, hash } : null;
  } catch {
    return null;
  }
}
