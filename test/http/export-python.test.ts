/** A table is what other programs read: Python's `csv`, and pandas where Python has it. */

import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ODD_TEXTS, startTables, THINGS, type Tables } from './tables.ts';

const PYTHON = process.env['PYTHON'] ?? 'python3';
const hasModule = (module: string): boolean => {
  try {
    execFileSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

let graph: Tables;
beforeAll(async () => {
  graph = await startTables();
});
afterAll(() => graph[Symbol.asyncDispose]());

/** What a script prints as JSON; it finds the address of the table in `url`. */
async function python(script: string, query: string, parameters: Record<string, string> = {}): Promise<unknown> {
  const url = `${graph.url}/graphql?${new URLSearchParams({ query, format: 'csv', ...parameters })}`;
  const program = `import sys, json\nurl = sys.argv[1]\n${script}`;
  const { stdout } = await promisify(execFile)(PYTHON, ['-c', program, url]);
  return JSON.parse(stdout);
}

const READ = `import csv, io, urllib.request
rows = list(csv.reader(io.TextIOWrapper(urllib.request.urlopen(url), encoding='utf-8', newline=''), strict=True))
print(json.dumps(rows))`;

test.skipIf(!hasModule('csv'))("Python's csv reads every text as it is", async () => {
  expect(await python(READ, '{ odd { text } }', { guard: 'off' })).toEqual([
    ['odd.text'],
    ...ODD_TEXTS.map((text) => [text ?? '']),
  ]);
});

test.skipIf(!hasModule('csv'))("Python's csv reads all pages", async () => {
  const rows = await python(READ, '{ things { nodes { id weight } } }', { all: 'true' });
  expect(rows).toEqual([
    ['things.id', 'things.weight'],
    ...Array.from({ length: THINGS }, (_, index) => [`t${index + 1}`, String((index + 1) / 4)]),
  ]);
});

test.skipIf(!hasModule('csv'))("Python's csv sees a table that was broken off as an error", async () => {
  graph.faults.failsAfter = 200;
  const broken = `import csv, io, urllib.request, http.client
try:
    rows = list(csv.reader(io.TextIOWrapper(urllib.request.urlopen(url), encoding='utf-8', newline='')))
    print(json.dumps(len(rows)))
except (http.client.HTTPException, OSError) as error:
    print(json.dumps(type(error).__name__))`;
  expect(await python(broken, '{ things { nodes { id } } }', { all: 'true' })).toMatch(/IncompleteRead|Connection/);
  graph.faults.failsAfter = undefined;
});

test.skipIf(!hasModule('pandas'))('pandas reads rows, types and nulls with read_csv alone', async () => {
  const script = `import pandas
frame = pandas.read_csv(url)
print(json.dumps([list(frame.columns), len(frame), str(frame['things.weight'].dtype), str(frame['things.heavy'].dtype), int(frame['things.parts.name'].isna().sum())]))`;
  const query = '{ things { nodes { id weight heavy parts { name } } } }';
  expect(await python(script, query, { all: 'true' })).toEqual([
    ['things.id', 'things.weight', 'things.heavy', 'things.parts.name'],
    2 * THINGS - 1,
    'float64',
    'bool',
    1,
  ]);
});
