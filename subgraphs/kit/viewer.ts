/** Who asks, as the gateway has verified it and as a subgraph may rely on it. */

import type { PillarCode } from '../../schema/stewards.ts';

/** The holder of a valid bearer token. Whoever sends none is no viewer. */
export interface Viewer {
  /** The claim `sub`. */
  readonly subject: string;
  /** The office in whose name it acts: the claim `desk`, else `sub`. */
  readonly actor: string;
  /** The scopes of the token, such as `lead:assign`. */
  readonly scopes: readonly string[];
  /** The pillars for which it may act (the claim `pillars`); null where the token names none: all. */
  readonly pillars: readonly PillarCode[] | null;
}
