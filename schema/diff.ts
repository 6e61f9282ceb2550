/** `npm run schema:diff`: what changes for users of the API since a commit. A breaking change must stand in schema/CHANGELOG.md. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { readGraph } from './derive/read.ts';
import { generate } from './generate.ts';

/** What a change means for users: queries fail, queries may mean something else, or nothing. */
export type Weight = 'breaking' | 'dangerous' | 'safe';

/** A change of the API. */
export interface ApiChange {
  readonly weight: Weight;
  /** The schema coordinate: `Query.meetings.first`. */
  readonly coordinate: string;
  readonly message: string;
}

const ROOT = new URL('../', import.meta.url);
const API = 'schema/generated/api.graphql';
const CHANGELOG = 'schema/CHANGELOG.md';
const WEIGHTS: Readonly<Record<CriticalityLevel, Weight>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

/** What changes from one API to another, the gravest first. */
export async function changesBetween(before: string, after: string): Promise<ApiChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const order = Object.values(WEIGHTS);
  return changes
    .map(({ criticality, path, message }) => ({
      weight: WEIGHTS[criticality.level],
      coordinate: path ?? 'schema',
      message,
    }))
    .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight) || (a.coordinate < b.coordinate ? -1 : 1));
}

/** The breaking changes whose coordinate no line that is new in the changelog names in backticks. */
export function unannounced(changes: readonly ApiChange[], changelog: { before: string; after: string }): ApiChange[] {
  const known = new Set(changelog.before.split('\n'));
  const added = changelog.after
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n');
  return changes.filter(({ weight, coordinate }) => weight === 'breaking' && !added.includes(`\`${coordinate}\``));
}

/** Prints what changes since the commit; true where nothing breaks unannounced. */
export async function reportDiff(against: string): Promise<boolean> {
  const before = atCommit(against, API);
  if (before === undefined) {
    console.log(`No ${API} at ${against} (or no git here): nothing to compare with`);
    return true;
  }
  const { files } = await generate(readGraph());
  const changes = await changesBetween(before, files.get('api.graphql') as string);
  if (changes.length === 0) console.log(`The API is the same as at ${against}`);
  for (const { weight, coordinate, message } of changes) console.log(`${weight.padEnd(9)} ${coordinate}: ${message}`);
  const changelog = {
    before: atCommit(against, CHANGELOG) ?? '',
    after: readFileSync(new URL(CHANGELOG, ROOT), 'utf8'),
  };
  const silent = unannounced(changes, changelog);
  if (silent.length > 0) {
    const names = silent.map(({ coordinate }) => `\`${coordinate}\``).join(', ');
    console.error(`Breaking, but not announced: ${names}. Add a line to ${CHANGELOG} that names each.`);
  }
  return silent.length === 0;
}

function atCommit(commit: string, path: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `${commit}:${path}`], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { against: { type: 'string', default: 'HEAD' } } });
  if (!(await reportDiff(values.against))) process.exitCode = 1;
}
