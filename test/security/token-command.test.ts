/** `npm run token` beside `npm start`: what it prints counts there. */

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startRunning } from '../http/started.ts';
import { launch, type Ended } from '../support/services/process.ts';

let dataDir: string;
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'token-'))));
afterAll(() => rm(dataDir, { recursive: true }));

function token(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return launch({ file: 'gateway/access/token.ts', args, env: { DATA_DIR: dataDir, ...env } }).ended;
}

test('a token made before the first start counts after it, and where reading is closed it opens', async () => {
  const { out, err, code } = await token(['--subject', 'Secretariat', '--scope', 'lead:assign,monitoring:report']);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^It counts until \d{4}-/) });
  expect(await readdir(dataDir)).toEqual(['auth.secret']);
  expect((await stat(join(dataDir, 'auth.secret'))).mode & 0o777).toBe(0o600);
  const graph = await startRunning({ env: { DATA_DIR: dataDir, READ_ACCESS: 'authenticated' } });
  onTestFinished(async () => void (await graph.stop()));
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${graph.url}/graphql?query={pillars{code}}`, {
      headers: { 'apollo-require-preflight': 'true', ...headers },
    });
    return response.status;
  };
  expect(await ask({ authorization: `Bearer ${out.trim()}` })).toBe(200);
  expect(await ask({})).toBe(401);
  expect((await fetch(`${graph.url}/`)).status).toBe(200);
});

describe('the claims', () => {
  test('are what the flags say', async () => {
    const { out } = await token(
      ['--subject', 'Ana', '--desk', 'AEC desk', '--pillars', 'ASCC,AEC', '--scope', 'lead:propose', '--expires', '7d'],
      { AUTH_ISSUER: 'me', AUTH_AUDIENCE: 'graph' },
    );
    const { iat = 0, exp = 0, ...claims } = decodeJwt(out.trim());
    expect(claims).toEqual({
      sub: 'Ana',
      desk: 'AEC desk',
      pillars: ['AEC', 'ASCC'],
      scope: 'lead:propose',
      iss: 'me',
      aud: 'graph',
    });
    expect(Math.round((exp - iat) / 3_600)).toBe(7 * 24);
  });
});

test('a scope that no field asks for is named', async () => {
  const { code, err } = await token(['--subject', 'a', '--scope', 'lead:bogus lead:assign']);
  expect({ code, lines: err.trim().split('\n') }).toEqual({
    code: 0,
    lines: [
      'No field of the graph asks for the scope lead:bogus; those that some field asks for are lead:propose, lead:assign, monitoring:report',
      expect.stringMatching(/^It counts until/),
    ],
  });
});

test.each([
  [[], {}, /^--subject is not set: a token is somebody’s; allowed is a name/],
  [['--subject', ' '], {}, /^--subject is " ": allowed is/],
  [['--subject', 'a', '--scope', ','], {}, /^--scope is ",": allowed is scopes such as lead:assign/],
  [['--subject', 'a', '--pillars', 'AEC,EU'], {}, /^--pillars is "AEC,EU": allowed is APSC, AEC, ASCC/],
  [['--subject', 'a', '--expires', '2y'], {}, /^--expires is "2y": allowed is minutes, hours or days/],
  [['--subject', 'a', '--expires', '366d'], {}, /^--expires is "366d"/],
  [['--subject', 'a'], { AUTH_JWKS: 'keys.json' }, /^AUTH_JWKS is set, so tokens come from/],
  [['--user', 'a'], {}, /--user.*allowed are --data-dir <value>, --subject <value>/],
])('%j is refused in one line', async (args, env, words) => {
  const { code, out, err } = await token(args, env as Record<string, string>);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(words)]);
});
