/** Gives the memory of the start back to the system: loading leaves more than a hundred megabytes of garbage, which V8 would keep for later. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long after the start, in milliseconds: the first questions are answered before. */
const DELAY_MS = 2_000;

/** Collects once, soon. A pause of about a tenth of a second, so only at the start. */
export function returnMemoryOfStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (options: object) => unknown;
    collect({ type: 'major', execution: 'async', flavor: 'last-resort' });
  }, DELAY_MS).unref();
}
