/** References: each leads to a record of the right kind, none is named twice in a list, and none leads in a circle. */

import { pathText } from '../faults.ts';
import { RECORD_KIND_NAMES, RECORDS, type RecordKindName } from '../../schema/records/index.ts';
import type { Survey } from '../survey.ts';
import { each, type Rule } from './rule.ts';

/** Every reference, also across pillars, is to a record that exists. */
export const existingReferences: Rule = (survey, report) => {
  for (const kind of RECORD_KIND_NAMES)
    for (const entry of survey.entries(kind))
      for (const { path, kind: target, id } of entry.references)
        if (survey.isComplete(target) && !survey.exists(target, id))
          report(entry, pathText(path), id, `the id of ${described(target)}${hint(survey, id)}`);
};

/** A record never refers to itself as another of its kind, and a list names a record once. */
export const distinctReferences: Rule = (survey, report) => {
  for (const kind of RECORD_KIND_NAMES)
    for (const entry of survey.entries(kind)) {
      const seen = new Set<string>();
      for (const { path, kind: target, id } of entry.references) {
        if (target === kind && id === entry.id) report(entry, pathText(path), id, 'another record than itself');
        if (typeof path.at(-1) !== 'number') continue;
        const place = `${pathText(path.slice(0, -1))} ${id}`;
        if (seen.has(place)) report(entry, pathText(path), id, 'each record once in the list');
        seen.add(place);
      }
    }
};

/** Numbers of goals are those of records of sdgs.json. */
export const existingGoals: Rule = (survey, report) => {
  const isComplete = survey.isComplete('sdg');
  const numbers = new Set(survey.entries('sdg').map(({ record }) => record.number));
  for (const kind of ['blueprint-element', 'issue', 'sdg-priority-area'] as const)
    for (const entry of survey.entries(kind))
      entry.record.sdgs.forEach((number, i) => {
        if (isComplete && !numbers.has(number))
          report(entry, `sdgs[${i}]`, number, 'the number of a goal of sdgs.json');
        else if (entry.record.sdgs.indexOf(number) !== i) report(entry, `sdgs[${i}]`, number, 'each goal once');
      });
};

/** Parents form trees. */
export const treesOfParents: Rule = (survey, report) => {
  for (const kind of [
    'body',
    'blueprint-element',
    'monitoring-item',
    'vision-document',
    'partner',
    'indicator',
  ] as const) {
    const safe = new Set<string>();
    for (const entry of survey.entries(kind)) {
      const path = new Set<string>();
      let at: string | null = entry.id;
      while (at !== null && !safe.has(at) && !path.has(at)) {
        path.add(at);
        at = survey.entry(kind, at)?.record.parentId ?? null;
      }
      const loop = at !== null && path.has(at) ? survey.entry(kind, at) : undefined;
      if (loop && loop.record.parentId !== loop.id)
        report(loop, 'parentId', loop.record.parentId, 'a parent that is not below the record itself');
      for (const id of path) safe.add(id);
    }
  }
};

/** The parent in the Charter's annex is recorded only where it differs. */
export const differingAnnexParent = each('body', ({ record }, report) => {
  if (record.annexParentId !== null && record.annexParentId === record.parentId)
    report('annexParentId', record.annexParentId, 'a body other than parentId, or null');
});

function described(kind: RecordKindName): string {
  return `a record of ${RECORDS[kind].file}`;
}

function hint(survey: Survey, id: string): string {
  const other = RECORD_KIND_NAMES.find((kind) => survey.exists(kind, id));
  return other ? ` (there is one in ${RECORDS[other].file})` : '';
}
