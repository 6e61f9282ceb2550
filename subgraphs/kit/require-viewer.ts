/** In whose name data are written: fields that demand a scope have a viewer, since the subgraph checks it before it asks their resolver. */

import { CodedError } from '../../schema/errors.ts';
import type { Call } from './subgraph.ts';
import type { Viewer } from './viewer.ts';

/** The viewer. Throws `UNAUTHENTICATED` where there is none: nothing is ever written in nobody's name. */
export function requireViewer({ viewer }: Call): Viewer {
  if (viewer) return viewer;
  throw new CodedError('UNAUTHENTICATED', 'The operation needs a bearer token: the request has none');
}
