/** With which keys bearer tokens are verified, as the settings say: a shared secret, somebody's public keys, or none. */

import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { SettingError } from '../../subgraphs/kit/settings/setting.ts';
import type { AuthSettings } from './auth-settings.ts';

/** The keys. */
export type Keys =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'public'; readonly find: JWTVerifyGetKey }
  | { readonly kind: 'none' };

/** How long the keys may take to come from an address, in milliseconds. */
const KEYS_TIMEOUT_MS = 5_000;

/** The keys. Those of an address are fetched when a token comes. Throws a SettingError that names the file where it holds no keys. */
export async function openKeys({ authSecret, authJwks }: Pick<AuthSettings, 'authSecret' | 'authJwks'>): Promise<Keys> {
  if (authSecret !== undefined) return { kind: 'secret', secret: authSecret };
  if (authJwks === undefined) return { kind: 'none' };
  if (/^https?:\/\//i.test(authJwks))
    return { kind: 'public', find: createRemoteJWKSet(new URL(authJwks), { timeoutDuration: KEYS_TIMEOUT_MS }) };
  try {
    const keys = JSON.parse(await readFile(authJwks, 'utf8')) as JSONWebKeySet;
    return { kind: 'public', find: createLocalJWKSet(keys) };
  } catch (cause) {
    const reason =
      cause instanceof SyntaxError ? 'it is not JSON' : cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(`AUTH_JWKS is ${JSON.stringify(authJwks)}, which holds no JSON Web Key Set: ${reason}`, {
      cause,
    });
  }
}
