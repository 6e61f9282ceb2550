/** `npm run check`: everything about the code that is not a test, part by part. Each failure says which verb mends it. `-- types lint` runs these parts only. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSchema } from 'graphql';
import { lintSchema } from '../../schema/lint.ts';
import { brokenArrows } from './arrows.ts';
import { projectFiles, ROOT, textOf } from './files.ts';
import { operationFaults } from './operations.ts';

interface Part {
  readonly name: string;
  /** What to do when it fails. */
  readonly remedy: string;
  /** Prints what is wrong; true where nothing is. */
  run(): boolean;
}

const PARTS: readonly Part[] = [
  { name: 'types', remedy: 'Correct what tsc names.', run: () => tool('tsc', '--noEmit') },
  {
    name: 'lint',
    remedy: '`npx oxlint --fix` mends a part of it.',
    run: () => tool('oxlint', '--deny-warnings', '--quiet'),
  },
  {
    name: 'arrows',
    remedy: 'Move what is shared to where both may import it: the arrows are in test/check/arrows.ts.',
    run: () => none(brokenArrows(typescriptModules())),
  },
  {
    name: 'format',
    remedy: '`npm run format` mends it.',
    run: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
  },
  { name: 'dead-code', remedy: 'Remove it, or no longer export it.', run: () => tool('knip', '--no-progress') },
  {
    name: 'derived',
    remedy: '`npm run schema:compose` derives it anew.',
    run: () =>
      tool('node', 'schema/main.ts', '--check') && tool('node', 'gateway/execution/planner/derive-plans.ts', '--check'),
  },
  {
    name: 'descriptions',
    remedy: 'Correct schema/graph, then `npm run schema:compose`.',
    run: () => none(lintSchema(buildSchema(textOf('schema/generated/api.graphql')))),
  },
  {
    name: 'operations',
    remedy: 'Correct the operation: schema/generated/api.graphql says what may be asked.',
    run: () => none(operationFaults()),
  },
  {
    name: 'api-changes',
    remedy: '`npm run schema:diff` shows them; announce what breaks in schema/CHANGELOG.md.',
    run: () => tool('node', 'schema/diff.ts'),
  },
];

function tool(command: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { cwd: fileURLToPath(ROOT), stdio: 'inherit' });
  if (error) console.error(`${command} does not run: ${error.message}. \`npm ci\` installs it.`);
  return status === 0;
}

function none(faults: readonly string[]): boolean {
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

function typescriptModules(): { path: string; text: string }[] {
  const paths = projectFiles().filter((path) => path.endsWith('.ts'));
  return paths.map((path) => ({ path, text: textOf(path) }));
}

function passes({ name, remedy, run }: Part): boolean {
  console.log(`\n== ${name}`);
  try {
    if (run()) return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.error(`${name} fails. ${remedy}`);
  return false;
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const failed = chosen.filter((part) => !passes(part)).map(({ name }) => name);
console.log(failed.length === 0 ? `\nAll ${chosen.length} parts are in order` : `\nFailing: ${failed.join(', ')}`);
if (failed.length > 0) process.exitCode = 1;
