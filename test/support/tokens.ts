/** Bearer tokens for tests, and the verifier that takes them. */

import { SignJWT, type JWTPayload } from 'jose';
import { createTokens } from '../../gateway/access/tokens.ts';

/** The secret of the tokens of tests. */
export const TOKEN_KEYS = { kind: 'secret', secret: 'the secret of the tokens of tests, which is not secret' } as const;

/** Takes the tokens of `bearer`. */
export const TEST_TOKENS = createTokens({ keys: TOKEN_KEYS });

/** The header of a token that counts for an hour, with these claims beside `sub`. */
export async function bearer(claims: JWTPayload = {}): Promise<string> {
  const token = new SignJWT({ sub: 'tester', ...claims }).setProtectedHeader({ alg: 'HS256' });
  if (claims.exp === undefined) token.setExpirationTime('1h');
  return `Bearer ${await token.sign(Buffer.from(TOKEN_KEYS.secret))}`;
}
