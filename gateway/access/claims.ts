/** From the claims of a verified token to the viewer. What is malformed is refused: a limit that cannot be read must not become none. */

import type { JWTPayload } from 'jose';
import { isPillars, type Viewer } from '../../subgraphs/kit/viewer.ts';

/** A claim that cannot be read; its message follows "The token is refused:". */
export class BadClaimError extends Error {
  override readonly name = 'BadClaimError';
}

/** The most characters of a name: it travels in a header. */
const NAME_LENGTH = 256;
/** The most characters of all scopes together. */
const SCOPES_LENGTH = 4_096;
/** What ends later has no end that a date can say. */
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
/** RFC 6749, scope-token. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** The viewer. Throws a BadClaimError. */
export function viewerOfClaims(claims: JWTPayload): Viewer {
  if (Number(claims.exp) > LAST_SECOND) throw new BadClaimError('its claim exp is no instant before the year 10000');
  const subject = nameOf(claims, 'sub');
  return {
    subject,
    actor: claims['desk'] === undefined ? subject : nameOf(claims, 'desk'),
    scopes: scopesOf(claims),
    pillars: pillarsOf(claims['pillars']),
  };
}

/** Whether the text can be a scope. */
export function isScope(text: string): boolean {
  return SCOPE.test(text);
}

function nameOf(claims: JWTPayload, claim: string): string {
  const name = claims[claim];
  if (typeof name === 'string' && name.trim() !== '' && name.length <= NAME_LENGTH && name.isWellFormed()) return name;
  throw new BadClaimError(`its claim ${claim} is not a text of 1 to ${NAME_LENGTH} characters`);
}

/** By the standard in `scope`, parted by blanks; issuers also write `scp` or `scopes`, as a text or a list. */
function scopesOf(claims: JWTPayload): readonly string[] {
  const scopes = new Set(['scope', 'scp', 'scopes'].flatMap((claim) => listOf(claims, claim)));
  if ([...scopes].join(' ').length > SCOPES_LENGTH)
    throw new BadClaimError(`its scopes have more than ${SCOPES_LENGTH} characters`);
  return [...scopes].toSorted();
}

function listOf(claims: JWTPayload, claim: string): string[] {
  const value = claims[claim];
  if (value === undefined) return [];
  const scopes: unknown[] | undefined =
    typeof value === 'string'
      ? value.split(' ').filter((scope) => scope !== '')
      : Array.isArray(value)
        ? value
        : undefined;
  if (scopes?.every((scope) => typeof scope === 'string' && isScope(scope))) return scopes as string[];
  throw new BadClaimError(`its claim ${claim} is neither a text of scopes parted by blanks nor a list of scopes`);
}

function pillarsOf(value: unknown): Viewer['pillars'] {
  if (value === undefined) return null;
  if (isPillars(value)) return [...new Set(value)].toSorted();
  throw new BadClaimError('its claim pillars is not a list of APSC, AEC and ASCC');
}
