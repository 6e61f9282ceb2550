/** Who keeps a record: the folder it stands in agrees with its pillar, its adopting body or its first focus area. */

import type { StewardCode } from '../../schema/stewards.ts';
import { stewardOfId } from '../../schema/stewards.ts';
import { fileSpelling } from '../../schema/records/values.ts';
import type { RecordOf } from '../../schema/records/index.ts';
import type { Survey } from '../survey.ts';
import { each, type Rule } from './rule.ts';

/** `pillar` is the pillar of the folder, and null for what the Community keeps. */
export const pillarOfSteward: Rule = (survey, report) => {
  const kinds = [
    'body',
    'sector',
    'blueprint-element',
    'meeting',
    'stake',
    'monitoring-item',
    'regional-entity',
  ] as const;
  for (const kind of kinds)
    for (const entry of survey.entries(kind)) {
      const expected = entry.steward.code === 'ASEAN' ? null : entry.steward.code;
      if (entry.record.pillar !== expected)
        report(entry, 'pillar', entry.record.pillar, `${JSON.stringify(expected)} in the folder ${entry.steward.id}`);
    }
};

/** An instrument is kept by its one pillar; else by the Community or the pillar of the adopting body. */
export const instrumentSteward = each('instrument', ({ record, steward }, report, survey) => {
  const expected = keeperOf(record, survey);
  if (expected !== undefined && expected !== steward.code)
    report(
      'pillars',
      record.pillars,
      `pillars and an adopting body that make it a record of ${steward.code}, not of ${expected}`,
    );
});

const COMMUNITY_ORGANS = new Set<string>(['SUMMIT', 'COORDINATING_COUNCIL']);

function keeperOf({ pillars, adoptingBodyId }: RecordOf<'instrument'>, survey: Survey): StewardCode | undefined {
  if (pillars.length === 1) return pillars[0];
  if (pillars.length === 3) return 'ASEAN';
  if (adoptingBodyId === null) return undefined;
  const form = survey.entry('body', adoptingBodyId)?.record.form;
  if (form !== undefined && COMMUNITY_ORGANS.has(form)) return 'ASEAN';
  return stewardOfId(adoptingBodyId)?.code;
}

const KEEPER_OF_FOCUS_AREA: Readonly<Record<RecordOf<'smart-city-project'>['focusAreas'][number], StewardCode>> = {
  CIVIC_AND_SOCIAL: 'ASCC',
  HEALTH_AND_WELL_BEING: 'ASCC',
  SAFETY_AND_SECURITY: 'APSC',
  QUALITY_ENVIRONMENT: 'ASCC',
  BUILT_INFRASTRUCTURE: 'AEC',
  INDUSTRY_AND_INNOVATION: 'AEC',
};

/** A city project is kept by the pillar of its first focus area. */
export const projectSteward = each('smart-city-project', ({ record, steward }, report) => {
  const first = record.focusAreas[0];
  if (first !== undefined && KEEPER_OF_FOCUS_AREA[first] !== steward.code)
    report(
      'focusAreas[0]',
      fileSpelling(first),
      `an area that the ${steward.code} keeps (this one is kept by the ${KEEPER_OF_FOCUS_AREA[first]})`,
    );
});
