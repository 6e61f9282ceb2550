/** The compose file, as far as it can be known without an engine: compose's own loader takes it, and what it names exists. */

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TABLE } from '../../subgraphs/kit/settings/table.ts';
import { textOf } from '../check/files.ts';
import { BUILD_TIMEOUT_MS, hasGo } from '../support/mongodb-server/build.ts';
import { composeCheck } from '../support/mongodb-server/server.ts';

const FILE = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url));
const TEXT = readFileSync(FILE, 'utf8');
const MAINS = [...TEXT.matchAll(/command: \[node, (\S+\.ts)\]/g)].map(([, main]) => main as string);
const SECRETS = {
  MONGODB_ROOT_PASSWORD: 'r'.repeat(48),
  MONGODB_PASSWORD: 'p'.repeat(48),
  SUBGRAPH_SIGNING_SECRET: 's'.repeat(64),
  AUTH_SECRET: 'a'.repeat(64),
};

describe.skipIf(!(await hasGo()))("compose's own loader", () => {
  it(
    'takes the file, with these services',
    async () => {
      expect(await composeCheck(FILE, SECRETS)).toEqual({
        valid: true,
        services: ['aec', 'apsc', 'ascc', 'gateway', 'mongodb'],
      });
    },
    BUILD_TIMEOUT_MS,
  );

  it.each(Object.keys(SECRETS))('refuses the file without %s, and says how to get one', async (secret) => {
    for (const value of [{}, { [secret]: '' }]) {
      const { [secret as keyof typeof SECRETS]: _, ...others } = SECRETS;
      expect(await composeCheck(FILE, { ...others, ...value })).toMatchObject({
        valid: false,
        message: expect.stringMatching(
          new RegExp(`required variable ${secret} is missing a value: Set it to a .*openssl rand -hex \\d+`),
        ),
      });
    }
  });
});

describe('the compose file', () => {
  it('gives no secret a default', () => {
    const variables = [...TEXT.matchAll(/(?<!\$)\$\{(\w+)([^}]*)\}/g)].map(([, name = '', rest = '']) => ({
      name,
      rest,
    }));
    const secret = variables.filter(({ name }) => /PASSWORD|SECRET|KEY|TOKEN/.test(name));
    expect(new Set(secret.map(({ name }) => name))).toEqual(new Set(Object.keys(SECRETS)));
    expect(secret.filter(({ rest }) => !rest.startsWith(':?'))).toEqual([]);
    const open = variables.filter(({ name }) => !(name in SECRETS)).map(({ name, rest }) => name + rest);
    expect(open.toSorted()).toEqual(['GATEWAY_ADDRESS:-127.0.0.1', 'GATEWAY_PORT:-4000', 'LOG_LEVEL:-info']);
  });

  it('publishes one port, that of the gateway', () => {
    const [before = '', after = '', ...more] = TEXT.split(/^ +ports:\n/m);
    expect(more).toEqual([]);
    expect([...before.matchAll(/^ {2}(\w+):\n/gm)].at(-1)?.[1]).toBe('gateway');
    expect(after).toMatch(/^ {6}- \$\{GATEWAY_ADDRESS:-127\.0\.0\.1\}:\$\{GATEWAY_PORT:-4000\}:4000\n {4}networks:/);
  });

  it('starts programs that exist, from the image with dependencies alone', () => {
    expect(MAINS).toEqual([
      'subgraphs/political-security/main.ts',
      'subgraphs/economic/main.ts',
      'subgraphs/socio-cultural/main.ts',
      'gateway/main.ts',
    ]);
    const copied = [...TEXT.matchAll(/COPY --chown=\S+ (\S+) \.\/\1$/gm)].map(([, folder]) => folder as string);
    const { modules, packages } = reachable([...MAINS, 'seed/main.ts', 'seed/export.ts', 'seed/import.ts']);
    expect(modules.filter((path) => !copied.includes(path.split('/')[0] as string))).toEqual([]);
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('sets variables that the processes know, to values that they take', () => {
    const settings = Object.values(TABLE);
    const variables = [...TEXT.matchAll(/^ +([A-Z_]+): (?:&\S+ )?(.+)$/gm)]
      .map(([, name = '', value = '']) => ({ name, value: value.replace(/^'(.*)'$/, '$1') }))
      .filter(({ name, value }) => !/^MONGO_|^GRAPH_/.test(name) && !/^\$|^\*/.test(value));
    expect(new Set(variables.map(({ name }) => name))).toEqual(
      new Set(['HOST', 'MONGODB_URI', 'SEED', 'PORT', 'APSC_URL', 'AEC_URL', 'ASCC_URL']),
    );
    const refused = variables.filter(
      ({ name, value }) => settings.find(({ variable }) => variable === name)?.read(value) === undefined,
    );
    expect(refused).toEqual([]);
  });

  it('takes a process for healthy while it says that it is ready', async () => {
    const [, script = ''] = /--eval\n +- >-\n((?: {8}.*\n)+)/.exec(TEXT) ?? [];
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/ready' ? status : 500).end();
    });
    const look = () => codeOf(script.replaceAll('$$', '$'), server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    expect(await look()).toBe(0);
    status = 503;
    expect(await look()).toBe(1);
  });
});

/** The exit code of the health check against a server. */
function codeOf(script: string, server: Server): Promise<number> {
  const env = { PORT: String((server.address() as AddressInfo).port) };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--eval', script], { env }, (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
  });
}

/** All modules that programs import, for whatever purpose but types, and the packages that those import. */
function reachable(programs: readonly string[]): { modules: string[]; packages: string[] } {
  const modules = new Set(programs);
  const packages = new Set<string>();
  for (const path of modules) {
    const code = textOf(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^(?:import|export) type [\s\S]*?;$/gm, '');
    for (const [, specifier = ''] of code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([@.a-z][\w./:@-]*)'/g)) {
      const target = posix.join(posix.dirname(path), specifier);
      if (!specifier.startsWith('.')) packages.add(packageOf(specifier));
      else if (existsSync(new URL(`../../${target}`, import.meta.url)) && target.endsWith('.ts')) modules.add(target);
    }
  }
  return { modules: [...modules], packages: [...packages].filter((name) => !name.startsWith('node:')) };
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
