/** `npm run token`: prints a bearer token, signed with the secret of the settings or with the one in the data folder. */

import { SignJWT } from 'jose';
import { PILLAR_CODES, type PillarCode } from '../../schema/stewards.ts';
import { AUTH_SECRET_FILE, generatedSecret } from '../../subgraphs/kit/settings/generated-secret.ts';
import { readSettings, required, SettingError, type Settings } from '../../subgraphs/kit/settings/setting.ts';
import { settingsOf, type ValuesOf } from '../../subgraphs/kit/settings/table.ts';
import { isScope } from './claims.ts';

interface TokenFlags {
  readonly subject: string | undefined;
  readonly scope: readonly string[] | undefined;
  readonly desk: string | undefined;
  readonly pillars: readonly PillarCode[] | undefined;
  /** In seconds. */
  readonly expires: number;
}

const SECONDS = { m: 60, h: 3_600, d: 86_400 };
const LONGEST_S = 365 * SECONDS.d;

/** The scopes that fields of the graph ask for. */
const ASKED_FOR: readonly string[] = ['lead:propose', 'lead:assign', 'monitoring:report'];

const FLAGS: Settings<TokenFlags> = {
  subject: {
    flag: 'subject',
    default: null,
    description: 'Whose the token is (claim `sub`).',
    allowed: 'a name of 1 to 256 characters',
    read: nameIn,
  },
  scope: {
    flag: 'scope',
    default: null,
    description: `What it allows, parted by blanks or commas: ${ASKED_FOR.map((scope) => `\`${scope}\``).join(', ')}.`,
    allowed: 'scopes such as lead:assign, parted by blanks or commas',
    read: (text) => {
      const scopes = listIn(text);
      return scopes.length > 0 && scopes.every(isScope) ? scopes : undefined;
    },
  },
  desk: {
    flag: 'desk',
    default: null,
    description: 'The office in whose name it acts; the subject where it is left out.',
    allowed: 'a name of 1 to 256 characters',
    read: nameIn,
  },
  pillars: {
    flag: 'pillars',
    default: null,
    description:
      'The pillars that it may propose as leads, parted by commas; all where it is left out. It limits nothing else.',
    allowed: PILLAR_CODES.join(', '),
    read: (text) => {
      const codes = listIn(text);
      const known = PILLAR_CODES.filter((code) => codes.includes(code));
      return codes.length > 0 && codes.every((code) => known.some((each) => each === code)) ? known : undefined;
    },
  },
  expires: {
    flag: 'expires',
    default: '8h',
    description: 'How long it counts.',
    allowed: 'minutes, hours or days such as 30m, 8h or 7d, at most 365d',
    read: (text) => {
      const [, count = '', unit] = /^([1-9]\d{0,6})([mhd])$/.exec(text) ?? [];
      const seconds = unit === undefined ? Number.NaN : Number(count) * SECONDS[unit as keyof typeof SECONDS];
      return seconds <= LONGEST_S ? seconds : undefined;
    },
  },
};

/** The token, and when it ends. Throws a SettingError. */
async function tokenFor(settings: TokenFlags & ValuesOf<'npm run token'>): Promise<{ token: string; ends: Date }> {
  const { scope, desk, pillars, expires, authSecret, authJwks, authIssuer, authAudience, dataDir } = settings;
  const subject = required(settings.subject, { ...FLAGS.subject, variable: '--subject' }, 'a token is somebody’s');
  if (authJwks !== undefined)
    throw new SettingError('AUTH_JWKS is set, so tokens come from whoever holds the private keys, and not from here');
  const secret = authSecret ?? (await generatedSecret(dataDir, AUTH_SECRET_FILE));
  const ends = new Date(Date.now() + expires * 1000);
  const token = new SignJWT({
    ...(scope && { scope: scope.join(' ') }),
    ...(desk && { desk }),
    ...(pillars && { pillars }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(ends);
  if (authIssuer !== undefined) token.setIssuer(authIssuer);
  if (authAudience !== undefined) token.setAudience(authAudience);
  return { token: await token.sign(Buffer.from(secret)), ends };
}

function nameIn(text: string): string | undefined {
  return text.trim() !== '' && text.length <= 256 ? text : undefined;
}

function listIn(text: string): string[] {
  return text.split(/[ ,]+/).filter((part) => part !== '');
}

try {
  const rows = { ...settingsOf('npm run token'), ...FLAGS };
  const settings = readSettings(rows, { env: process.env, args: process.argv.slice(2) });
  const { token, ends } = await tokenFor(settings);
  for (const scope of (settings.scope ?? []).filter((each) => !ASKED_FOR.includes(each)))
    process.stderr.write(
      `No field of the graph asks for the scope ${scope}; those that some field asks for are ${ASKED_FOR.join(', ')}\n`,
    );
  process.stdout.write(`${token}\n`);
  process.stderr.write(`It counts until ${ends.toISOString()}. Send it as the header authorization: Bearer <token>\n`);
} catch (error) {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
