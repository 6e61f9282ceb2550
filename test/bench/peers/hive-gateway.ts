/** Hive Gateway, the other gateway in JavaScript: installed in a folder of its own, outside the project's dependencies, and started there. */

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../support/free-port.ts';
import { startProgram, type Program } from './program.ts';

/** The version that is measured. */
export const HIVE_GATEWAY_VERSION = '2.15.1';

const PACKAGE = {
  private: true,
  type: 'module',
  dependencies: { '@graphql-hive/gateway': HIVE_GATEWAY_VERSION, graphql: '16.15.0' },
  overrides: { '@graphql-tools/batch-execute': '10.2.0' },
};

/** It passes on who asks, as a gateway before access rules of subgraphs has to. */
const CONFIG = `import { defineConfig } from '@graphql-hive/gateway';
export const gatewayConfig = defineConfig({
  logging: 'error',
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const authorization = request.headers.get('authorization');
      return authorization ? { authorization } : {};
    },
  },
});
`;

/** Installs it into the folder, where it is not there already. Rejects with npm's own words. */
export async function installHiveGateway(folder: string): Promise<void> {
  const manifest = join(folder, 'package.json');
  const text = JSON.stringify(PACKAGE, null, 2);
  const isThere = existsSync(manifest) && readFileSync(manifest, 'utf8') === text && existsSync(binary(folder));
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, text);
    await promisify(execFile)(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'],
      {
        cwd: folder,
      },
    );
  }
  writeFileSync(join(folder, 'gateway.config.mjs'), CONFIG);
}

/** Starts it over a supergraph in a file. */
export async function startHiveGateway(folder: string, supergraphFile: string): Promise<Program> {
  const port = await freePort();
  return startProgram({
    command: process.execPath,
    args: [
      binary(folder),
      'supergraph',
      supergraphFile,
      ...['--config-path', 'gateway.config.mjs', '--host', '127.0.0.1', '--port', String(port)],
    ],
    env: { NODE_ENV: 'production' },
    folder,
    url: `http://127.0.0.1:${port}/graphql`,
  });
}

function binary(folder: string): string {
  return join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
}
