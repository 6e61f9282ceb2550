/** Meetings and instruments: titles, conveners and countries are given once and fit what the record is. */

import { fileSpelling } from '../../schema/records/values.ts';
import { each, type Rule } from './rule.ts';

/** Only a calendar entry may be without a title. */
export const titledMeetings = each('meeting', ({ record }, report) => {
  if (!record.titleKnown && record.type !== 'CALENDAR_ENTRY')
    report('titleKnown', record.titleKnown, `true for the type \`${fileSpelling(record.type)}\``);
});

/** A convener in words stands in where no body met. */
export const conveners = each('meeting', ({ record }, report) => {
  if (record.convenerLabel !== null && record.bodyId !== null)
    report('convenerLabel', record.convenerLabel, 'null where bodyId is given');
});

/** Meetings that coincide have the same start and city. */
export const coincidingMeetings = each('meeting', ({ record }, report, survey) => {
  const other = record.coincidesWithId === null ? undefined : survey.entry('meeting', record.coincidesWithId)?.record;
  if (other && (other.startDate !== record.startDate || other.city !== record.city))
    report(
      'coincidesWithId',
      record.coincidesWithId,
      `a meeting of ${record.startDate} in ${record.city ?? 'no known city'}`,
    );
});

/** A country is a member's code or another's name, never both. */
export const oneCountry: Rule = (survey, report) => {
  for (const kind of ['meeting', 'smart-city-partnership'] as const)
    for (const entry of survey.entries(kind))
      if (entry.record.countryCode !== null && entry.record.countryName !== null)
        report(entry, 'countryName', entry.record.countryName, 'null where countryCode is given');
  for (const entry of survey.entries('regional-entity'))
    if (entry.record.hostCountryCode !== null && entry.record.hostCountryName !== null)
      report(entry, 'hostCountryName', entry.record.hostCountryName, 'null where hostCountryCode is given');
};

/** Only what is still being drafted has no date of adoption. */
export const adoptedInstruments = each('instrument', ({ record }, report) => {
  if (record.adoptedOn === null && record.status !== 'UNDER_DEVELOPMENT')
    report('adoptedOn', null, `a date, as the status is \`${fileSpelling(record.status)}\``);
});
