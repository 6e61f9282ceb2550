/** The whole of mingo, loaded when an update, an aggregation or a computed projection first needs it: a start only reads. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Updates, aggregation and the rest of mingo; filters import their part of it themselves. */
export function mingo(): typeof import('mingo') {
  return require('mingo') as typeof import('mingo');
}
