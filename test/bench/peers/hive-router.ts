/** Hive Router, a gateway in Rust: taken from where it was installed, by `cargo install hive-router --locked --features graphiql` or otherwise. */

import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { startProgram, type Program } from './program.ts';

/** It passes on who asks, as a gateway before access rules of subgraphs has to. */
const CONFIG = `log:
  level: error
headers:
  all:
    request:
      - propagate:
          named: authorization
`;

/** Where it is: the file that was named, or the first on the path. Undefined where there is none. */
export function findHiveRouter(named: string | undefined, path: string): string | undefined {
  const files = named ? [named] : path.split(delimiter).map((folder) => join(folder, 'hive_router'));
  const all = named ? files : files.flatMap((file) => [file, file.replace(/_router$/, '-router')]);
  return all.find(isExecutable);
}

/** Starts it over a supergraph in a file; it runs in the folder. */
export async function startHiveRouter(file: string, folder: string, supergraphFile: string): Promise<Program> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'router.config.yaml');
  writeFileSync(config, CONFIG);
  return startProgram({
    command: file,
    args: [],
    env: {
      SUPERGRAPH_FILE_PATH: supergraphFile,
      ROUTER_CONFIG_FILE_PATH: config,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    folder,
    url: `http://127.0.0.1:${port}/graphql`,
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
