/** The recipes are run: each block of a language that this machine has, in the order of its page, against the real graph. */

import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRunning, type Running } from '../http/started.ts';

const FOLDER = new URL('../../gateway/http/recipes/', import.meta.url);
const PYTHON = process.env['PYTHON'] ?? 'python3';
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Which command runs a block, by the words behind its fence. */
const RUNNERS: Readonly<Record<string, { readonly command: readonly string[]; readonly probe: readonly string[] }>> = {
  sh: { command: ['sh', '-euc'], probe: ['curl', '--version'] },
  python: { command: [PYTHON, '-c'], probe: [PYTHON, '-c', 'import csv'] },
  'python pandas': { command: [PYTHON, '-c'], probe: [PYTHON, '-c', 'import pandas'] },
  r: { command: ['Rscript', '-e'], probe: ['Rscript', '--version'] },
};

const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));

let graph: Running;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recipes-'));
  graph = await startRunning({ env: { DATA_DIR: join(folder, 'data') } });
});
afterAll(async () => {
  await graph.stop();
  await rm(folder, { recursive: true });
});

describe.each(PAGES)('%s', (page) => {
  test('is linked from the README', () => {
    expect(README).toContain(`(gateway/http/recipes/${page})`);
  });

  const blocks = [...readFileSync(new URL(page, FOLDER), 'utf8').matchAll(/^```(\w+(?: \w+)?)\n([\s\S]*?)^```$/gm)];
  for (const language of Object.keys(RUNNERS)) {
    const own = blocks.filter(([, fence]) => fence === language).map(([, , text = '']) => text);
    if (own.length === 0) continue;
    const { command, probe } = RUNNERS[language] as (typeof RUNNERS)[string];
    test.skipIf(!runs(probe))(`runs in ${language}`, async () => {
      // Blocks of a shell and of R go on where the one before ended; those of Python stand alone.
      const programs = language.startsWith('python') ? own : [own.join('\n')];
      const [file = '', ...parameters] = command;
      const env = { ...process.env, GRAPH: graph.url };
      for (const program of programs) {
        const { stdout } = await promisify(execFile)(file, [...parameters, program], { cwd: folder, env });
        expect(stdout.trim()).not.toBe('');
        expect(stdout).not.toContain('"errors"');
      }
    });
  }
});

test('a file that curl saved is a table', async () => {
  await promisify(execFile)(
    'curl',
    ['-s', '--fail', `${graph.url}/q/meetings?format=csv&all=true`, '-o', 'meetings.csv'],
    {
      cwd: folder,
    },
  );
  const [header, ...rows] = (await readFile(join(folder, 'meetings.csv'), 'utf8')).split('\r\n');
  expect(header).toBe(
    'meetings.id,meetings.title,meetings.type,meetings.startsOn,meetings.endsOn,meetings.city,meetings.country,meetings.steward.id,meetings.steward.name',
  );
  const counted = await fetch(`${graph.url}/graphql?query={meetings(first:0){totalCount}}`);
  const { data } = (await counted.json()) as { data: { meetings: { totalCount: number } } };
  expect(rows).toHaveLength(data.meetings.totalCount + 1);
  expect(rows.at(-1)).toBe('');
});

function runs([file = '', ...parameters]: readonly string[]): boolean {
  try {
    execFileSync(file, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
