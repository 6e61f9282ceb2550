/** Ids: unique within their kind, carrying their steward, and agreeing with the fields that they are made of. */

import { RECORD_KIND_NAMES } from '../../schema/records/index.ts';
import { alpha3 } from '../iso-3166.ts';
import { each, type Rule } from './rule.ts';

/** No two records of a kind have the same id, in whatever folders they stand. */
export const uniqueIds: Rule = (survey, report) => {
  for (const kind of RECORD_KIND_NAMES) {
    const first = new Map<string, string>();
    for (const entry of survey.entries(kind)) {
      const file = first.get(entry.id);
      if (file === undefined) first.set(entry.id, entry.file);
      else report(entry, 'id', entry.id, `an id that no other record of its kind has (there is one in ${file})`);
    }
  }
};

/** An id with a steward before the colon carries the one of its folder. */
export const stewardPrefix: Rule = (survey, report) => {
  for (const kind of RECORD_KIND_NAMES)
    for (const entry of survey.entries(kind)) {
      const prefix = `${entry.steward.id}:`;
      if (entry.id.includes(':') && !entry.id.startsWith(prefix))
        report(entry, 'id', entry.id, `an id that begins with ${prefix}`);
    }
};

/** The parts of a record that have ids of their own: unique over all records of the kind. */
export const uniquePartIds: Rule = (survey, report) => {
  const seen = new Set<string>();
  const check = (group: string, id: string): boolean => seen.has(`${group} ${id}`) || !seen.add(`${group} ${id}`);
  for (const kind of ['instrument', 'monitoring-item'] as const)
    for (const entry of survey.entries(kind))
      entry.record.items.forEach(({ id }, i) => {
        if (check(kind, id)) report(entry, `items[${i}].id`, id, 'an id that no other item has');
      });
  for (const entry of survey.entries('pillar'))
    entry.record.strategicPlan.goals.forEach(({ id }, i) => {
      if (check('pillar', id)) report(entry, `strategicPlan.goals[${i}].id`, id, 'an id that no other goal has');
    });
};

/** pillar.json describes the pillar of its folder. */
export const pillarOfFolder = each('pillar', ({ record, steward }, report) => {
  for (const field of ['id', 'code', 'name', 'order'] as const)
    if (record[field] !== steward[field]) report(field, record[field], JSON.stringify(steward[field]));
});

/** A blueprint element's id is its steward, the year of the blueprint and its number in small letters. */
export const elementIds = each('blueprint-element', ({ id, record, steward }, report) => {
  const number = record.number.toLowerCase().replace('.', '');
  if (!new RegExp(`^${steward.id}:\\d{4}-${number}$`).test(id))
    report('id', id, `${steward.id}:<year of the blueprint>-${number}, after the number ${record.number}`);
});

/** A stake's id is its steward and the id of its issue. */
export const stakeIds = each('stake', ({ id, record, steward }, report) => {
  const expected = `${steward.id}:${record.issueId}`;
  if (id !== expected) report('id', id, expected);
});

/** A state's codes are those of one country in ISO 3166-1. */
export const stateCodes = each('member-state', ({ id, record }, report) => {
  const expected = alpha3(record.alpha2);
  if (expected === undefined) report('alpha2', record.alpha2, 'an alpha-2 code of ISO 3166-1');
  else if (expected !== id) report('id', id, `${expected}, the alpha-3 code of ${record.alpha2} in ISO 3166-1`);
});

/** Each goal has a number of its own, since it is known by it. */
export const goalNumbers: Rule = (survey, report) => {
  const seen = new Set<number>();
  for (const entry of survey.entries('sdg')) {
    const { number } = entry.record;
    if (seen.has(number)) report(entry, 'number', number, 'a number that no other goal has');
    seen.add(number);
  }
};
