/** The settings about tokens, and what must hold between them. */

import { required, SettingError } from '../../subgraphs/kit/settings/setting.ts';
import { TABLE, type ValuesOf } from '../../subgraphs/kit/settings/table.ts';

/** The settings. */
export type AuthSettings = Pick<
  ValuesOf<'gateway'>,
  'authSecret' | 'authJwks' | 'authIssuer' | 'authAudience' | 'readAccess'
>;

/** Throws a SettingError where they contradict each other. */
export function assertAuthSettings({
  authSecret,
  authJwks,
  authIssuer,
  authAudience,
}: Omit<AuthSettings, 'readAccess'>): void {
  if (authJwks === undefined) return;
  if (authSecret !== undefined)
    throw new SettingError('AUTH_SECRET and AUTH_JWKS are both set: tokens are verified by one of them');
  const why = 'whoever has the keys of AUTH_JWKS also issues tokens for others';
  required(authIssuer, TABLE.authIssuer, why);
  required(authAudience, TABLE.authAudience, why);
}

/** Throws a SettingError where nobody could read: for a gateway that makes no secret of its own. */
export function assertReadable({ authSecret, authJwks, readAccess }: AuthSettings): void {
  if (readAccess === 'authenticated' && authSecret === undefined && authJwks === undefined)
    throw new SettingError(
      'READ_ACCESS is "authenticated", but neither AUTH_SECRET nor AUTH_JWKS is set: no token could be verified',
    );
}
