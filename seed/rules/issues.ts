/** Cross-pillar issues: their stakes, cross-pillar roles and leads agree. */

import { stewardByCode } from '../../schema/stewards.ts';
import { fileSpelling } from '../../schema/records/values.ts';
import { each, type Rule } from './rule.ts';

/** Each pillar of an issue states its stake, and no other does. */
export const stakesOfPillars: Rule = (survey, report) => {
  for (const entry of survey.entries('issue'))
    entry.record.pillars.forEach((pillar, i) => {
      const id = `${stewardByCode(pillar).id}:${entry.id}`;
      if (survey.isComplete('stake') && !survey.exists('stake', id))
        report(entry, `pillars[${i}]`, pillar, `a pillar with a stake in the issue: there is no stake ${id}`);
    });
  for (const entry of survey.entries('stake')) {
    const issue = survey.entry('issue', entry.record.issueId);
    if (issue && !issue.record.pillars.includes(entry.record.pillar))
      report(entry, 'issueId', entry.record.issueId, `an issue whose pillars name the ${entry.record.pillar}`);
  }
};

/** `crossPillarBodyIds` are the bodies of `crossPillarRoles`. */
export const bodiesOfRoles = each('issue', ({ record }, report) => {
  const roles = record.crossPillarRoles.map(({ bodyId }) => bodyId);
  record.crossPillarBodyIds.forEach((id, i) => {
    if (!roles.includes(id)) report(`crossPillarBodyIds[${i}]`, id, 'a body of crossPillarRoles');
  });
  roles.forEach((id, i) => {
    if (!record.crossPillarBodyIds.includes(id))
      report(`crossPillarRoles[${i}].bodyId`, id, 'a body of crossPillarBodyIds');
    else if (roles.indexOf(id) !== i) report(`crossPillarRoles[${i}].bodyId`, id, 'each body once');
  });
});

/** A body has one part in a stake. */
export const bodiesOfStake = each('stake', ({ record }, report) => {
  record.bodies.forEach(({ bodyId }, i) => {
    if (record.bodies.findIndex((other) => other.bodyId === bodyId) !== i)
      report(`bodies[${i}].bodyId`, bodyId, 'each body once');
  });
});

/** The status says whether there is a documented lead. */
export const leadStatus = each('issue', ({ record }, report) => {
  const expected = record.documentedLead ? 'DOCUMENTED' : 'UNDETERMINED';
  if (record.leadStatus !== expected)
    report(
      'leadStatus',
      fileSpelling(record.leadStatus),
      `"${fileSpelling(expected)}", as documentedLead is ${record.documentedLead ? 'given' : 'null'}`,
    );
});

/** Candidates are editorial, and of pillars with a stake. */
export const candidateLeads = each('issue', ({ record }, report) => {
  record.candidateLeads.forEach(({ basis, pillar }, i) => {
    if (basis !== 'CURATED') report(`candidateLeads[${i}].basis`, fileSpelling(basis), '"curated"');
    if (!record.pillars.includes(pillar))
      report(`candidateLeads[${i}].pillar`, pillar, `a pillar of the issue: ${record.pillars.join(', ')}`);
  });
});
