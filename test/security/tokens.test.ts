/** Bearer tokens: which keys and algorithms count, what the claims come to, and what the settings about them must be. */

import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { assertAuthSettings, assertReadable } from '../../gateway/access/auth-settings.ts';
import { createTokens, openTokens, type Tokens } from '../../gateway/access/tokens.ts';
import { AUTH_SECRET_FILE, generatedSecret } from '../../subgraphs/kit/settings/generated-secret.ts';
import { readSettings } from '../../subgraphs/kit/settings/setting.ts';
import { settingsOf } from '../../subgraphs/kit/settings/table.ts';
import { CodedError } from '../../schema/errors.ts';
import { bearer, TEST_TOKENS } from '../support/tokens.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const ISSUER = 'https://issuer.example/';
const AUDIENCE = 'https://graph.example/';
let folder: string;
let pairs: Record<'RS256' | 'ES256' | 'EdDSA', KeyPair>;
let keys: JWK[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  const [RS256, ES256, EdDSA] = (await Promise.all(
    ['RS256', 'ES256', 'EdDSA'].map((alg) => generateKeyPair(alg, { extractable: true })),
  )) as [KeyPair, KeyPair, KeyPair];
  pairs = { RS256, ES256, EdDSA };
  keys = await Promise.all(
    Object.entries(pairs).map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg })),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function signed(claims: JWTPayload = {}): SignJWT {
  return new SignJWT({ sub: 'tester', iss: ISSUER, aud: AUDIENCE, ...claims }).setExpirationTime('1h');
}

async function overFile(set: unknown = { keys }): Promise<Tokens> {
  const authJwks = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(authJwks, typeof set === 'string' ? set : JSON.stringify(set));
  return openTokens({ authJwks, authSecret: undefined, authIssuer: ISSUER, authAudience: AUDIENCE });
}

/** The message of a refusal. */
async function refusal(tokens: Tokens, authorization: string): Promise<string> {
  const error: unknown = await tokens.viewerOf(authorization).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CodedError);
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  return (error as CodedError).message;
}

describe('with public keys', () => {
  test.each(['RS256', 'ES256', 'EdDSA'] as const)('a token signed with %s counts', async (alg) => {
    const token = await signed().setProtectedHeader({ alg, kid: alg }).sign(pairs[alg].privateKey);
    expect(await (await overFile()).viewerOf(`Bearer ${token}`)).toMatchObject({ subject: 'tester' });
  });

  test('a token signed with the public key as if it were a secret is refused', async () => {
    const tokens = await overFile();
    const { publicKey } = pairs.RS256;
    const texts = [await exportSPKI(publicKey), JSON.stringify(keys[0]), keys[0]?.n ?? ''];
    for (const text of texts) {
      for (const alg of ['HS256', 'HS512']) {
        const token = await signed()
          .setProtectedHeader({ alg, kid: 'RS256' })
          .sign(Buffer.from(text.padEnd(64)));
        expect(await refusal(tokens, `Bearer ${token}`)).toMatch(`its algorithm is "${alg}"; allowed are RS256`);
      }
    }
  });

  test('a key set that holds a secret does not make secrets count', async () => {
    const k = Buffer.from('a secret in a set of keys, 32 long').toString('base64url');
    const tokens = await overFile({ keys: [{ kty: 'oct', k, kid: 'oct', alg: 'HS256' }] });
    const token = await signed().setProtectedHeader({ alg: 'HS256', kid: 'oct' }).sign(Buffer.from(k, 'base64url'));
    expect(await refusal(tokens, `Bearer ${token}`)).toContain('its algorithm is "HS256"');
  });

  test('a token of a key that is not in the set, and one with a wrong signature, are refused', async () => {
    const tokens = await overFile();
    const other = await generateKeyPair('RS256');
    const unknown = await signed().setProtectedHeader({ alg: 'RS256', kid: 'new' }).sign(other.privateKey);
    expect(await refusal(tokens, `Bearer ${unknown}`)).toContain('none of the known keys fits');
    const wrong = await signed().setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(other.privateKey);
    expect(await refusal(tokens, `Bearer ${wrong}`)).toContain('its signature is wrong');
  });

  test.each([['{ "keys": 1 }'], ['not JSON'], ['[]']])('a file that holds %s stops the start', async (text) => {
    await expect(overFile(text)).rejects.toThrow(/^AUTH_JWKS is ".*", which holds no JSON Web Key Set: /);
  });

  test('a file that is not there stops the start', async () => {
    const settings = { authSecret: undefined, authIssuer: ISSUER, authAudience: AUDIENCE };
    await expect(openTokens({ ...settings, authJwks: '/nowhere/keys.json' })).rejects.toThrow(/AUTH_JWKS.*ENOENT/);
  });

  test('keys come from an address, and where it does not answer the token is not to blame', async () => {
    let answers = true;
    const server = createServer((_request, response) =>
      answers
        ? response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
        : response.writeHead(503).end(),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const authJwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const settings = { authJwks, authSecret: undefined, authIssuer: ISSUER, authAudience: AUDIENCE };
    const token = await signed().setProtectedHeader({ alg: 'ES256', kid: 'ES256' }).sign(pairs.ES256.privateKey);
    expect(await (await openTokens(settings)).viewerOf(`Bearer ${token}`)).toMatchObject({ subject: 'tester' });
    answers = false;
    const failure: unknown = await (await openTokens(settings)).viewerOf(`Bearer ${token}`).catch((error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(CodedError);
  });
});

describe('the viewer', () => {
  const viewerOf = async (claims: JWTPayload) => TEST_TOKENS.viewerOf(await bearer(claims));

  test('is the subject, all pillars and no scope where the token says no more', async () => {
    expect(await viewerOf({})).toEqual({ subject: 'tester', actor: 'tester', scopes: [], pillars: null });
  });

  test('acts for its desk, with the scopes of every claim that holds some, for its pillars', async () => {
    expect(
      await viewerOf({ desk: 'AEC desk', scope: 'b a', scp: ['c'], scopes: 'a d', pillars: ['ASCC', 'AEC', 'AEC'] }),
    ).toEqual({ subject: 'tester', actor: 'AEC desk', scopes: ['a', 'b', 'c', 'd'], pillars: ['AEC', 'ASCC'] });
  });

  test('is nobody without a header', async () => {
    expect(await TEST_TOKENS.viewerOf(undefined)).toBeUndefined();
  });

  test.each([
    ['exp', { exp: 10 ** 15 }],
    ['desk', { desk: 7 }],
    ['desk', { desk: '' }],
    ['sub', { sub: 'a'.repeat(257) }],
    ['scope', { scope: 'a\u00e9' }],
    ['scp', { scp: [1] }],
    ['scopes', { scope: 'a'.repeat(4_097) }],
    ['pillars', { pillars: null }],
    ['pillars', { pillars: ['aec'] }],
  ] as [string, JWTPayload][])('is refused where %s is malformed: %j', async (claim, claims) => {
    expect(await refusal(TEST_TOKENS, await bearer(claims))).toMatch(claim);
  });
});

test('a gateway that knows no key refuses every token, and says so', async () => {
  const tokens = createTokens({ keys: { kind: 'none' } });
  expect(tokens.isAccepting).toBe(false);
  expect(await refusal(tokens, await bearer())).toContain('knows no key to verify it with (AUTH_SECRET or AUTH_JWKS)');
});

test('a token that names an audience is refused where the gateway has no name', async () => {
  expect(await refusal(TEST_TOKENS, await bearer({ aud: 'somebody' }))).toContain('AUTH_AUDIENCE');
});

describe('settings', () => {
  const read = (env: Record<string, string>) => {
    const settings = readSettings(settingsOf('gateway'), { env });
    assertAuthSettings(settings);
    assertReadable(settings);
    return settings;
  };
  const SECRET = 's'.repeat(32);

  test.each([
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET cannot be used: allowed is a text of at least 32 characters'],
    [{ AUTH_SECRET: SECRET, AUTH_JWKS: 'keys.json' }, 'AUTH_SECRET and AUTH_JWKS are both set'],
    [{ AUTH_JWKS: 'keys.json' }, 'AUTH_ISSUER is not set'],
    [{ AUTH_JWKS: 'keys.json', AUTH_ISSUER: ISSUER }, 'AUTH_AUDIENCE is not set'],
    [{ AUTH_JWKS: 'http://issuer.example/keys' }, 'AUTH_JWKS is "http://issuer.example/keys": allowed is'],
    [{ AUTH_JWKS: 'ftp://issuer.example/keys' }, 'AUTH_JWKS is "ftp://issuer.example/keys": allowed is'],
    [{ READ_ACCESS: 'closed' }, 'READ_ACCESS is "closed": allowed is "open" or "authenticated"'],
    [{ READ_ACCESS: 'authenticated' }, 'READ_ACCESS is "authenticated", but neither AUTH_SECRET nor AUTH_JWKS is set'],
  ])('that cannot hold stop the start: %j', (env, message) => {
    expect(() => read(env as Record<string, string>)).toThrow(message);
  });

  test('that hold are taken', () => {
    const AUTH_JWKS = 'https://issuer.example/keys';
    expect(read({ AUTH_JWKS, AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE })).toMatchObject({ authJwks: AUTH_JWKS });
    expect(read({ AUTH_SECRET: SECRET, READ_ACCESS: 'authenticated' })).toMatchObject({ authSecret: SECRET });
  });
});

describe('the secret of the data folder', () => {
  test('is made once, whoever is first, and for its owner alone', async () => {
    const dataDir = join(folder, 'new', 'data');
    const secrets = await Promise.all(Array.from({ length: 8 }, () => generatedSecret(dataDir, AUTH_SECRET_FILE)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    const file = join(dataDir, AUTH_SECRET_FILE);
    expect((await readFile(file, 'utf8')).trim()).toBe(secrets[0]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('that is cut is named, and not replaced', async () => {
    const file = join(folder, AUTH_SECRET_FILE);
    await writeFile(file, 'short');
    await expect(generatedSecret(folder, AUTH_SECRET_FILE)).rejects.toThrow(`${file} holds no secret of at least 32`);
    expect(await readFile(file, 'utf8')).toBe('short');
  });
});
