/** Time: nothing ends before it starts, and a meeting's dates are as precise as it says. */

import { firstDay, lastDay } from '../../schema/records/partial-date.ts';
import { fileSpelling } from '../../schema/records/values.ts';
import { each, type Rule } from './rule.ts';

/** Periods run forward, in whatever record they stand. */
export const forwardPeriods: Rule = (survey, report) => {
  for (const kind of ['instrument', 'monitoring-item', 'vision-document', 'initiative'] as const)
    for (const entry of survey.entries(kind)) {
      const { period } = entry.record;
      if (period && runsBack(period.from, period.to)) report(entry, 'period.to', period.to, notBefore(period.from));
    }
  for (const entry of survey.entries('pillar'))
    for (const part of ['blueprint', 'strategicPlan'] as const) {
      const { from, to } = entry.record[part].period;
      if (runsBack(from, to)) report(entry, `${part}.period.to`, to, notBefore(from));
    }
};

/** A meeting and its window end when they start, or later. */
export const forwardMeetings = each('meeting', ({ record }, report) => {
  if (runsBack(record.startDate, record.endDate)) report('endDate', record.endDate, notBefore(record.startDate));
  const { window } = record;
  if (window && runsBack(window.startDate, window.endDate))
    report('window.endDate', window.endDate, notBefore(window.startDate));
});

/** So do the entries of the smart cities network. */
export const forwardPartnerships = each('smart-city-partnership', ({ record }, report) => {
  if (runsBack(record.startDate, record.endDate)) report('endDate', record.endDate, notBefore(record.startDate));
  record.editions.forEach(({ startDate, endDate }, i) => {
    if (runsBack(startDate, endDate)) report(`editions[${i}].endDate`, endDate, notBefore(startDate));
  });
});

const LENGTH = { YEAR: 4, MONTH: 7, DAY: 10 } as const;

/** The dates of a meeting have the precision that it names. */
export const meetingPrecision = each('meeting', ({ record }, report) => {
  const length = LENGTH[record.datePrecision];
  for (const field of ['startDate', 'endDate'] as const)
    if (record[field].length !== length)
      report(
        field,
        record[field],
        `a date of the precision \`${fileSpelling(record.datePrecision)}\`, as datePrecision says`,
      );
});

/** `partnerSince` is a year. */
export const partnerYears = each('partner', ({ record }, report) => {
  if (record.partnerSince !== null && record.partnerSince.length !== 4)
    report('partnerSince', record.partnerSince, 'a year, or null');
});

/** A city joined in the year of its cohort. */
export const cohortYears = each('smart-city', ({ record }, report) => {
  const year = Number(record.cohort.slice(-4));
  if (record.joinedYear !== year)
    report('joinedYear', record.joinedYear, `${year}, the year of the cohort \`${fileSpelling(record.cohort)}\``);
});

function runsBack(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && firstDay(from) > lastDay(to);
}

function notBefore(from: string | null): string {
  return `a date that is not before ${from}`;
}
