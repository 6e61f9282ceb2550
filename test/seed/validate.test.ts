/** The validator passes the data set of the code, and names every fault of a broken copy: file, record, field, found, allowed. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RECORD_KIND_NAMES, RECORDS } from '../../schema/records/index.ts';
import { DATA_SET_FOLDER } from '../../seed/data-folder.ts';
import { readDataset } from '../../seed/dataset.ts';
import { BrokenDataError } from '../../seed/faults.ts';
import { AGREEMENT_CASES } from './agreement-cases.ts';
import { createFaultFinder, faultsWithFiles } from './broken-copy.ts';
import { MEANING_CASES } from './meaning-cases.ts';
import { PROMISE_CASES } from './promise-cases.ts';
import { REFERENCE_CASES } from './reference-cases.ts';
import { SHAPE_CASES } from './shape-cases.ts';

describe('the data set of the code', () => {
  it('breaks no rule and holds 2,090 records', async () => {
    const dataset = await readDataset();
    const counts = RECORD_KIND_NAMES.map((kind) => dataset.of(kind).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2090);
    expect(dataset.find('body', 'aec:aem')).toMatchObject({ level: 'MINISTERIAL', pillar: 'AEC' });
  });

  it('is written back from its records as it was read', async () => {
    for (const { file, folders, shape } of Object.values(RECORDS))
      for (const folder of folders) {
        const value: unknown = JSON.parse(await readFile(join(DATA_SET_FOLDER, folder, file), 'utf8'));
        for (const record of Array.isArray(value) ? (value as unknown[]) : [value])
          expect(z.encode(shape, shape.parse(record) as never)).toEqual(record);
      }
  });
});

describe('a broken copy of the data set', () => {
  let faultsWith: Awaited<ReturnType<typeof createFaultFinder>>;
  beforeAll(async () => {
    faultsWith = await createFaultFinder();
  });

  it('is whole before it is broken', () => {
    expect(faultsWith([])).toEqual([]);
  });

  it.each([...SHAPE_CASES, ...REFERENCE_CASES, ...PROMISE_CASES, ...AGREEMENT_CASES, ...MEANING_CASES])(
    'is found out: $rule',
    ({ edits, faults }) => {
      expect(faultsWith(edits)).toEqual(faults);
    },
  );

  it('is found out: two goals of one number', async () => {
    const goals = JSON.parse(await readFile(join(DATA_SET_FOLDER, 'ascc/sdgs.json'), 'utf8')) as object[];
    const text = JSON.stringify([...goals, { ...goals[16], id: 'sdg-18' }]);
    expect(await faultsWithFiles({ 'ascc/sdgs.json': text })).toEqual([
      'ascc/sdgs.json: sdg-18: number: found 17; allowed: a number that no other goal has',
    ]);
  });

  it('lists every fault at once, and stops a load with one line', () => {
    const found = faultsWith([
      ['aec/bodies.json', 'aec:acced', { parentId: 'aec:nobody', level: 'high' }],
      ['ascc/issues.json', 'smart-cities', { relatedIssueIds: ['nothing'] }],
    ]);
    expect(found).toHaveLength(2);
    const error = new BrokenDataError([
      { file: 'a.json', id: 'x', path: 'y', found: '1', allowed: '2' },
      { file: 'b.json', id: null, path: null, found: '1', allowed: '2' },
    ]);
    expect(error.message).toBe('The data set is broken: a.json: x: y: found 1; allowed: 2 (and 1 more)');
  });
});
