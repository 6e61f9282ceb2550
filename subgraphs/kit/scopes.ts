/** What a viewer may do: checked where data are written, whatever has been checked on the way. */

import { CodedError } from '../../schema/errors.ts';
import type { Call } from './subgraph.ts';
import type { Viewer } from './viewer.ts';

/** What a token allows. */
export type Scope = 'lead:propose' | 'lead:assign' | 'monitoring:report';

/** Scopes that include another. */
const INCLUDED_IN: Readonly<Partial<Record<Scope, Scope>>> = { 'lead:propose': 'lead:assign' };

/** The viewer, who has the scope or one that includes it. Throws `UNAUTHENTICATED` where there is no viewer, `FORBIDDEN` without the scope. */
export function requireScope({ viewer }: Call, scope: Scope): Viewer {
  if (!viewer)
    throw new CodedError('UNAUTHENTICATED', `The operation needs a bearer token with the scope \`${scope}\``);
  const wider = INCLUDED_IN[scope];
  if (viewer.scopes.includes(scope) || (wider && viewer.scopes.includes(wider))) return viewer;
  throw new CodedError(
    'FORBIDDEN',
    `The token has the scopes ${JSON.stringify(viewer.scopes.join(' '))}: needed is \`${scope}\``,
  );
}
