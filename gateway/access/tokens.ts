/** Bearer tokens: whose a request is, or which check its token failed. A token that is there and not valid is never taken for none. */

import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { LRUCache } from 'lru-cache';
import { CodedError } from '../../schema/errors.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { BadClaimError, viewerOfClaims } from './claims.ts';
import type { AuthSettings } from './auth-settings.ts';
import { openKeys, type Keys } from './keys.ts';

/** What tokens are held against. */
export interface TokenRules {
  readonly keys: Keys;
  /** The claim `iss`; undefined: any. */
  readonly issuer?: string | undefined;
  /** The claim `aud`; undefined: a token that names an audience is for somebody else. */
  readonly audience?: string | undefined;
  /** The clock. */
  readonly now?: () => Date;
}

/** Verifies tokens. */
export interface Tokens {
  /** Whether there is any key. */
  readonly isAccepting: boolean;
  /** The viewer of a header that was verified before and counts still; undefined where that is to be found out. */
  known(authorization: string): Viewer | undefined;
  /** Whose a request with this `Authorization` header is; undefined where it has none. Throws `UNAUTHENTICATED` with the check that failed. */
  viewerOf(authorization: string | undefined): Promise<Viewer | undefined>;
}

/** How far the clocks of issuer and gateway may be apart, in seconds. */
export const CLOCK_TOLERANCE_S = 30;

/** How long a token that was verified is not verified again, in milliseconds: a key that is withdrawn counts as long, its end is looked at each time. */
const VERIFIED_MS = 60_000;
const VERIFIED_TOKENS = 1_000;

/** A token that was found to be valid, and when that ends. */
interface Verified {
  readonly viewer: Viewer;
  readonly untilMs: number;
}

/** With a secret, one algorithm; with public keys, none that takes a secret: a public key must never be taken for one. */
const ALGORITHMS = {
  secret: ['HS256'],
  public: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
};

/** The verifier that settings describe. Throws a SettingError where a file holds no keys. */
export async function openTokens(settings: Omit<AuthSettings, 'readAccess'>): Promise<Tokens> {
  const { authIssuer: issuer, authAudience: audience } = settings;
  return createTokens({ keys: await openKeys(settings), issuer, audience });
}

/** The verifier. */
export function createTokens({ keys, issuer, audience, now = () => new Date() }: TokenRules): Tokens {
  async function payloadOf(token: string): Promise<JWTPayload> {
    if (keys.kind === 'none') throw refused('this gateway knows no key to verify it with (AUTH_SECRET or AUTH_JWKS)');
    const options: JWTVerifyOptions = {
      algorithms: ALGORITHMS[keys.kind],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: now(),
      ...(issuer !== undefined && { issuer }),
      ...(audience !== undefined && { audience }),
    };
    const { payload } =
      keys.kind === 'secret'
        ? await jwtVerify(token, Buffer.from(keys.secret), options)
        : await jwtVerify(token, keys.find, options);
    if (audience === undefined && payload.aud !== undefined)
      throw refused('it is for an audience (claim aud), and this gateway has no name (AUTH_AUDIENCE)');
    return payload;
  }
  const verified = new LRUCache<string, Verified>({ max: VERIFIED_TOKENS });
  function known(authorization: string): Viewer | undefined {
    const found = verified.get(authorization);
    if (!found) return undefined;
    const nowMs = now().getTime();
    return nowMs < found.untilMs && nowMs >= found.untilMs - VERIFIED_MS ? found.viewer : undefined;
  }
  return {
    isAccepting: keys.kind !== 'none',
    known,
    async viewerOf(authorization) {
      if (authorization === undefined) return undefined;
      const before = known(authorization);
      if (before) return before;
      const askedMs = now().getTime();
      const [, token] = /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization) ?? [];
      if (token === undefined)
        throw new CodedError('UNAUTHENTICATED', 'The header `authorization` is not of the form `Bearer <token>`');
      try {
        const payload = await payloadOf(token);
        const viewer = viewerOfClaims(payload);
        const endsMs = (Number(payload.exp) + CLOCK_TOLERANCE_S) * 1000;
        verified.set(authorization, { viewer, untilMs: Math.min(askedMs + VERIFIED_MS, endsMs) });
        return viewer;
      } catch (error) {
        const reason = error instanceof BadClaimError ? error.message : reasonOf(error, token, keys);
        throw reason === undefined ? error : refused(reason, error);
      }
    },
  };
}

function refused(reason: string, cause?: unknown): CodedError {
  return new CodedError('UNAUTHENTICATED', `The token is refused: ${reason}`, { cause });
}

/** Which check failed; undefined where it is not the token that is at fault. */
function reasonOf(error: unknown, token: string, { kind }: Keys): string | undefined {
  if (error instanceof errors.JWTExpired && error.claim === 'exp')
    return `it has expired (claim exp, ${instant(error.payload.exp)})`;
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error);
  if (error instanceof errors.JOSEAlgNotAllowed) {
    const { alg } = decodeProtectedHeader(token);
    const allowed = kind === 'none' ? [] : ALGORITHMS[kind];
    return `its algorithm is ${JSON.stringify(alg).slice(0, 20)}; allowed are ${allowed.join(', ')}`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JWKSNoMatchingKey) return 'none of the known keys fits its header (kid, alg)';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'several keys fit its header: it must name one (kid)';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'it is no signed JSON Web Token';
  if (error instanceof errors.JOSENotSupported) return 'its header asks for what is not supported';
  return undefined;
}

function claimReason({ claim, reason, payload }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `it has no claim ${claim}`;
  if (reason === 'invalid') return `its claim ${claim} is malformed`;
  if (claim === 'nbf') return `it is not valid yet (claim nbf, ${instant(payload.nbf)}); compare the clocks`;
  if (claim === 'iss') return 'it is from another issuer (claim iss)';
  if (claim === 'aud') return 'it is for another audience (claim aud)';
  return `its claim ${claim} is not what it must be`;
}

function instant(seconds: number | undefined): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.valueOf()) ? 'no instant' : date.toISOString();
}
