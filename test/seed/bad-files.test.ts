/** Files of the data set that are not there, cannot be read or are not quite JSON: each is the one fault that it is. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATA_SET_FOLDER, RECORD_FILES } from '../../seed/data-folder.ts';
import { parseJson } from '../../seed/json-syntax.ts';
import { createGapFinder, faultsWithFiles, type Replacement } from './broken-copy.ts';

describe('a data set with one bad file', () => {
  let faultsWithout: Awaited<ReturnType<typeof createGapFinder>>;
  beforeAll(async () => {
    faultsWithout = await createGapFinder();
  });

  it.each<[string, string, Replacement, RegExp]>([
    [
      'a file that is not JSON',
      'ascc/issues.json',
      '[\n  {\n    "id": "smart-cities",\n  }\n]\n',
      /^ascc\/issues\.json: line 4: found "}"; allowed: JSON$/,
    ],
    [
      'a file that ends too early',
      'ascc/sdgs.json',
      '[\n  { "id": "sdg-01"',
      /^ascc\/sdgs\.json: line 2: found the end of the file; allowed: JSON$/,
    ],
    ['a file without a list', 'ascc/sdgs.json', '{}', /^ascc\/sdgs\.json: found no list; allowed: a list of records$/],
    ['a missing file', 'ascc/sdgs.json', null, /^ascc\/sdgs\.json: found no such file; allowed: a JSON file in UTF-8$/],
    [
      'a file that is not UTF-8',
      'ascc/sdgs.json',
      new Uint8Array([0x5b, 0xff, 0x5d]),
      /^ascc\/sdgs\.json: found bytes that are not UTF-8;/,
    ],
    [
      'a folder in the place of a file',
      'aec/sectors.json',
      { folder: true },
      /^aec\/sectors\.json: found a folder; allowed: a JSON file in UTF-8$/,
    ],
    [
      'a folder in the place of the version',
      'version.json',
      { folder: true },
      /^version\.json: found a folder; allowed: a JSON file in UTF-8$/,
    ],
    [
      'an unknown file',
      'ascc/treaties.json',
      '[]',
      /^ascc\/treaties\.json: found a file that the data set does not know; allowed: no such file$/,
    ],
    [
      'a data set without a version',
      'version.json',
      '{}',
      /^version\.json: version: found "\{\}"; allowed: \{ "version": "…" \}/,
    ],
    [
      'a version that is given twice',
      'version.json',
      '{ "version": "2026-01-01",\n  "version": "2026-01-02" }',
      /^version\.json: line 2: found the key "version" once more; allowed: each key once in an object$/,
    ],
  ])('is one fault: %s', async (_name, file, replacement, fault) => {
    expect(await faultsWithFiles({ [file]: replacement })).toEqual([expect.stringMatching(fault)]);
  });

  it.each(RECORD_FILES)('has no other faults because $file cannot be read', ({ file }) => {
    expect(faultsWithout(file)).toEqual([]);
  });

  it('still has the faults that have nothing to do with that file', async () => {
    const cities = JSON.parse(await readFile(join(DATA_SET_FOLDER, 'aec/smart-cities.json'), 'utf8')) as object[];
    Object.assign(cities[0]!, { memberState: 'XYZ' });
    const { id } = cities[0] as { id: string };
    const files = { 'ascc/issues.json': null, 'aec/smart-cities.json': JSON.stringify(cities) };
    const faults = await faultsWithFiles(files);
    expect(faults.slice(0, 2)).toEqual([
      'ascc/issues.json: found no such file; allowed: a JSON file in UTF-8',
      `aec/smart-cities.json: ${id}: memberState: found "XYZ"; allowed: the id of a record of member-states.json`,
    ]);
    expect(faults.filter((fault) => fault.includes('issues.json'))).toHaveLength(1);
  });
});

describe('a key that an object has twice', () => {
  const lines = (text: string) => parseJson('a.json', text).faults.map(({ path, found }) => `${path}: ${found}`);

  it('is a fault beside those of the last value, which counts', async () => {
    const text = await readFile(join(DATA_SET_FOLDER, 'ascc/sdgs.json'), 'utf8');
    const twice = text.replace(/^( *)"id": "sdg-02",/m, '$&\n$1"id": "sdg-02",');
    const line = twice.split('\n').findLastIndex((each) => each.includes('"id": "sdg-02"')) + 1;
    expect(await faultsWithFiles({ 'ascc/sdgs.json': twice })).toEqual([
      `ascc/sdgs.json: line ${line}: found the key "id" once more; allowed: each key once in an object`,
    ]);
  });

  it('is found at every depth, however it is spelled, each time', () => {
    expect(lines('{ "a": [{ "b": 1,\n "\\u0062": 2,\n "b": 3 }],\n "a": {} }')).toEqual([
      'line 2: the key "b" once more',
      'line 3: the key "b" once more',
      'line 4: the key "a" once more',
    ]);
  });

  it('is not one in another object, nor in a text', () => {
    expect(lines('[{ "a": "\\"a\\": {" , "b": { "a": ["a", "a"] } }, { "a": 1 }]')).toEqual([]);
  });
});
