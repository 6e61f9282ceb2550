/** Smart cities: a project is in the state of its city, and the two lists of projects point to each other. */

import { fileSpelling } from '../../schema/records/values.ts';
import { each } from './rule.ts';

/** A project is in the state of its city. */
export const projectState = each('smart-city-project', ({ record }, report, survey) => {
  const city = survey.entry('smart-city', record.cityId);
  if (city && city.record.memberState !== record.memberState)
    report('memberState', record.memberState, `${city.record.memberState}, the state of ${record.cityId}`);
});

const LINKS = [
  { field: 'actionPlanProjectId', phase: 'PORTFOLIO_2025', target: 'ACTION_PLAN_2018' },
  { field: 'portfolioProjectId', phase: 'ACTION_PLAN_2018', target: 'PORTFOLIO_2025' },
] as const;

/** A portfolio record names the 2018 project that it continues, a 2018 record its portfolio entry; a match says how sure that is. */
export const projectLinks = each('smart-city-project', ({ record }, report, survey) => {
  for (const { field, phase, target } of LINKS) {
    const id = record[field];
    if (id === null) continue;
    const other = survey.entry('smart-city-project', id);
    if (record.phase !== phase) report(field, id, `null for the phase \`${fileSpelling(record.phase)}\``);
    else if (other && other.record.phase !== target)
      report(field, id, `a project of the phase \`${fileSpelling(target)}\``);
  }
  const linked = record.actionPlanProjectId !== null || record.portfolioProjectId !== null;
  if (linked !== (record.portfolioMatch !== null))
    report(
      'portfolioMatch',
      record.portfolioMatch && fileSpelling(record.portfolioMatch),
      linked ? 'how the projects were matched' : 'null where no project is matched',
    );
});

/** What the action plans of 2018 list is part of them, and only a project of 2018 can be listed no longer. */
export const projectProgramme = each('smart-city-project', ({ record }, report) => {
  if (record.programme === 'SCAP_2018') return;
  if (record.phase === 'ACTION_PLAN_2018')
    report('programme', fileSpelling(record.programme), '"scap-2018" for the phase `action-plan-2018`');
  else if (record.status === 'NOT_LISTED')
    report('status', fileSpelling(record.status), 'another status for a project that is not of 2018');
});
