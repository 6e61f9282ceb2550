/** What the holder of a token may decide, as the token says: whether it counts is for the graph to say. */

import { session } from '../shared/session.js';
import { KINDS } from './words.js';

/** Whether the holder may take decisions of this kind: `PROPOSED`, `ASSIGNED`, `WITHDRAWN`. */
export function may(kind, holder = session()) {
  const scopes = holder?.scopes ?? [];
  return scopes.includes('lead:assign') || (kind === 'PROPOSED' && scopes.includes('lead:propose'));
}

/** Why the holder may not send what is typed, where the form does not offer it. */
export function whyNot(kind, holder) {
  if (kind === 'WITHDRAWN' && may(kind, holder)) return 'No lead is assigned any more.';
  return `${holder ? 'This token does not allow this' : 'Sign in to send this'}: ${KINDS[kind].toLowerCase()}.`;
}
