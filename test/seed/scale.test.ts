/** Synthetic records: as many as promised, labelled, the same each time, and valid beside the real ones. */

import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RECORD_KIND_NAMES, RECORDS } from '../../schema/records/index.ts';
import { readDataset, type Dataset } from '../../seed/dataset.ts';
import { faultLine } from '../../seed/faults.ts';
import { generation, isSyntheticId, SYNTHETIC_KINDS } from '../../seed/scale.ts';
import { shaped } from '../../seed/shape-faults.ts';
import { createSurvey, type Entry } from '../../seed/survey.ts';
import { broken } from '../../seed/validate.ts';

describe('a generation of synthetic records', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await readDataset();
  });

  it('holds as many bodies, meetings, … as the data set, and nothing of other kinds', () => {
    const { entries } = generation(dataset, 1);
    const copied: readonly string[] = SYNTHETIC_KINDS;
    for (const kind of RECORD_KIND_NAMES)
      expect({ kind, count: entries(kind).length }).toEqual({
        kind,
        count: copied.includes(kind) ? dataset.of(kind).length : 0,
      });
  });

  it('is labelled by id, title and provenance', () => {
    const { entries } = generation(dataset, 7);
    for (const kind of SYNTHETIC_KINDS)
      for (const { id, record } of entries(kind)) {
        expect(isSyntheticId(id)).toBe(true);
        expect(record.provenance.notes[0]).toMatch(/^Not a fact: /);
        const { title, name, rationale, edition } = record as unknown as Partial<Record<string, string>>;
        expect(title ?? name ?? rationale ?? edition).toMatch(/^(?:Synthetic 7: |1[89]\d\d Synthetic edition 7 )/);
      }
  });

  it('has the shapes of the files and breaks no rule beside the real records and other generations', () => {
    const generations = [1, 2].map((number) => generation(dataset, number));
    const synthetic = generations.flatMap(({ entries }) => SYNTHETIC_KINDS.flatMap((kind) => entries(kind)));
    for (const { kind, record } of synthetic) {
      const { shape } = RECORDS[kind];
      expect(shaped(shape, z.encode(shape, record as never))).toEqual({ record });
    }
    const real = RECORD_KIND_NAMES.flatMap((kind) => dataset.entries(kind) as readonly unknown[] as Entry[]);
    expect(broken(createSurvey([...real, ...synthetic])).map(faultLine)).toEqual([]);
  });

  it('is the same each time', () => {
    const first = generation(dataset, 3).entries('issue');
    expect(generation(dataset, 3).entries('issue')).toEqual(first);
    expect(first[0]).toMatchObject({ id: 'synthetic-3-blue-economy', record: { pillars: ['APSC', 'AEC', 'ASCC'] } });
  });

  it('gives the lists of real issues more to page through', () => {
    const concerned = generation(dataset, 1)
      .entries('instrument')
      .filter(({ record }) => 'issueIds' in record && record.issueIds.includes('smart-cities'));
    const real = dataset.of('instrument').filter(({ issueIds }) => issueIds.includes('smart-cities'));
    expect(concerned.length).toBe(real.length);
  });
});
