/** Readers with tokens of their own, so that no two requests at a time are of the same one. */

import { SignJWT } from 'jose';

/** The secret with which the project's gateways verify them. */
export const AUTH_SECRET = 'the secret of the readers of benchmarks, which is not secret';

/** Their Authorization headers; the tokens are good for a day and give no rights. */
export function createIdentities(count: number): Promise<string[]> {
  const secret = new TextEncoder().encode(AUTH_SECRET);
  const token = (reader: number) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(`reader-${reader}`)
      .setIssuedAt()
      .setExpirationTime('1d')
      .sign(secret);
  return Promise.all(Array.from({ length: count }, async (_, reader) => `Bearer ${await token(reader)}`));
}
