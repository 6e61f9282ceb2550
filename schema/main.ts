/** The schema verbs: writes what is derived from schema/graph (with `--only types` the TypeScript alone), or with `--check` tells what is stale. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { readGraph } from './derive/read.ts';
import { generate } from './generate.ts';

const FOLDER = new URL('generated/', import.meta.url);

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, only: { type: 'string' } },
});
if (values.only !== undefined && values.only !== 'types') {
  console.error(`--only is ${JSON.stringify(values.only)}: allowed is "types"`);
  process.exit(2);
}
const { files, hints } = await generate(readGraph());
for (const hint of hints) console.warn(hint);
const stale: string[] = [];
for (const [name, text] of files) {
  if (values.only === 'types' && !name.endsWith('.ts')) continue;
  const url = new URL(name, FOLDER);
  const config = await prettier.resolveConfig(fileURLToPath(url));
  const wanted = await prettier.format(text, { ...config, filepath: fileURLToPath(url) });
  if (wanted === current(url)) continue;
  stale.push(`schema/generated/${name}`);
  if (!values.check) {
    mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
    writeFileSync(url, wanted);
  }
}
if (values.check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run schema:compose\`.`);
  process.exitCode = 1;
} else console.log(stale.length === 0 ? 'schema/generated is up to date' : `Written: ${stale.join(', ')}`);
if (hints.length > 0) process.exitCode = 1;

function current(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}
