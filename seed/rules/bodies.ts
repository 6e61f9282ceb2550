/** Bodies, regional entities, blueprint elements and the monitoring of them: what belongs together is recorded on both sides. */

import { fileSpelling } from '../../schema/records/values.ts';
import { each, type Rule } from './rule.ts';

/** A regional entity that also acts as a body has one id in both files, and each names the other. */
export const entityBodies: Rule = (survey, report) => {
  const sides = [
    { kind: 'body', field: 'regionalEntityId', other: 'regional-entity', back: 'bodyId' },
    { kind: 'regional-entity', field: 'bodyId', other: 'body', back: 'regionalEntityId' },
  ] as const;
  for (const { kind, field, other, back } of sides)
    for (const entry of survey.entries(kind)) {
      const id = (entry.record as Partial<Record<typeof field, string | null>>)[field] ?? null;
      if (id === null) continue;
      const partner = survey.entry(other, id)?.record as Partial<Record<typeof back, string | null>> | undefined;
      if (id !== entry.id) report(entry, field, id, `${entry.id}, its own id, or null`);
      else if (partner && partner[back] !== entry.id)
        report(entry, field, id, `a record whose ${back} is ${entry.id}, or null`);
    }
};

/** Only a superseded body names its successor. */
export const supersededBodies = each('body', ({ record }, report) => {
  if (record.supersededById !== null && record.status !== 'SUPERSEDED')
    report('supersededById', record.supersededById, `null, as the status is \`${fileSpelling(record.status)}\``);
});

/** A blueprint has lettered characteristics, and numbered parts below the one of their letter. */
export const blueprintParts = each('blueprint-element', ({ record, steward }, report, survey) => {
  const part = steward.code === 'ASCC' ? 'KEY_RESULT_AREA' : 'ELEMENT';
  const expected = record.number.includes('.') ? part : 'CHARACTERISTIC';
  if (record.kind !== expected)
    return report(
      'kind',
      fileSpelling(record.kind),
      `"${fileSpelling(expected)}" for the number ${record.number} of the ${steward.code}`,
    );
  if (expected === 'CHARACTERISTIC') {
    if (record.parentId !== null) report('parentId', record.parentId, 'null, for a characteristic');
    return;
  }
  const letter = record.number.split('.', 1)[0];
  const parent = record.parentId === null ? undefined : survey.entry('blueprint-element', record.parentId);
  if (record.parentId === null || (parent && parent.record.number !== letter))
    report('parentId', record.parentId, `the characteristic ${letter}`);
});

/** Elements belong to the blueprint of their pillar. */
export const elementsOfBlueprint: Rule = (survey, report) => {
  for (const entry of survey.entries('blueprint-element')) {
    const blueprint = survey.entry('pillar', entry.steward.id)?.record.blueprint.instrumentId;
    if (
      blueprint !== undefined &&
      entry.record.instrumentId !== blueprint &&
      survey.exists('instrument', entry.record.instrumentId)
    )
      report(entry, 'instrumentId', entry.record.instrumentId, `${blueprint}, the blueprint of the pillar`);
  }
};

/** Goals are tagged by editorial judgement; without tags there is no basis. */
export const basisOfGoals = each('blueprint-element', ({ record }, report) => {
  const expected = record.sdgs.length ? 'CURATED' : null;
  if (record.sdgsBasis !== expected)
    report(
      'sdgsBasis',
      record.sdgsBasis && fileSpelling(record.sdgsBasis),
      expected ? '"curated" where goals are given' : 'null where no goals are given',
    );
});

/** A review says which it is, and only a review does. */
export const reviewTypes = each('monitoring-item', ({ record }, report) => {
  if (record.kind !== 'REVIEW' && record.reviewType !== null)
    report('reviewType', fileSpelling(record.reviewType), `null for the kind \`${fileSpelling(record.kind)}\``);
});

/** Only the parts of a results framework point to the blueprint. */
export const monitoredElements = each('monitoring-item', ({ record }, report) => {
  const { blueprintElementId, kind } = record;
  if (blueprintElementId === null) return;
  if (kind !== 'CHARACTERISTIC' && kind !== 'KEY_RESULT_AREA')
    report('blueprintElementId', blueprintElementId, `null for the kind \`${fileSpelling(kind)}\``);
});
