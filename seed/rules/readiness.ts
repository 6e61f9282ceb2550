/** Readiness: observations hold what their indicator promises, and editions of one figure can be told apart by date. */

import { fileSpelling } from '../../schema/records/values.ts';
import type { Entry } from '../survey.ts';
import { each, type Rule } from './rule.ts';

/** A number stands in `value`, a class or finding in `valueText`, as the indicator says. */
export const observedValues = each('observation', ({ record }, report, survey) => {
  const kind = survey.entry('indicator', record.indicatorId)?.record.valueKind;
  if (kind === undefined) return;
  const wrong = kind === 'NUMBER' ? 'valueText' : 'value';
  if (record[wrong] !== null)
    report(
      wrong,
      record[wrong],
      `null, as the values of ${record.indicatorId} are of the kind \`${fileSpelling(kind)}\``,
    );
});

/** A rank is within the economies ranked. */
export const ranks = each('observation', ({ record }, report) => {
  if (record.rank !== null && record.rankOutOf !== null && record.rank > record.rankOutOf)
    report('rank', record.rank, `at most ${record.rankOutOf}, the number of economies ranked`);
});

const DATED = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?= )/;

/** Rows of one indicator, state and year have editions of their own that begin with their dates. */
export const datedEditions: Rule = (survey, report) => {
  const groups = new Map<string, Entry<'observation'>[]>();
  for (const entry of survey.entries('observation')) {
    const { indicatorId, memberState, year } = entry.record;
    const key = `${indicatorId} ${memberState} ${year}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    for (const entry of group) {
      const { edition } = entry.record;
      const twin = group.find((other) => other !== entry && other.record.edition === edition);
      if (edition === null || !DATED.test(edition) || twin)
        report(
          entry,
          'edition',
          edition,
          'an edition of its own that begins with its date (2018-05 …), as other rows have the same indicator, state and year',
        );
    }
  }
};

/** An initiative concerns the issues of its instrument. */
export const initiativeIssues = each('initiative', ({ record }, report, survey) => {
  const instrument = record.instrumentId === null ? undefined : survey.entry('instrument', record.instrumentId)?.record;
  if (!instrument) return;
  if (record.issueIds.toSorted().join() !== instrument.issueIds.toSorted().join())
    report('issueIds', record.issueIds, `the issues of ${instrument.id}: ${instrument.issueIds.join(', ')}`);
});
