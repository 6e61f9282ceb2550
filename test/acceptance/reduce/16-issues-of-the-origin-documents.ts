/** Question 16: which issues come from which origin document, and the lead of those that all three pillars share. */

import { ids, lead, sortedBy, type LeadAnswer, type PillarRef, type Rows } from './answer.ts';

interface Answer {
  readonly crossPillarIssues: Rows<{
    readonly id: string;
    readonly namedIn: readonly { readonly document: string }[];
    readonly pillars: readonly PillarRef[];
    readonly lead: LeadAnswer;
  }>;
}

/** The answer in the form of the expected file. */
export function issuesOfTheOriginDocuments({ crossPillarIssues }: Answer) {
  const issues = crossPillarIssues.nodes;
  const named = (...documents: string[]) =>
    issues.filter(({ namedIn }) => documents.every((name) => namedIn.some(({ document }) => document === name)));
  const shared = issues.filter(({ namedIn, pillars }) => namedIn.length > 0 && pillars.length === 3);
  return {
    pressRelease: ids(named('PRESS_RELEASE_2018')),
    overviewPage: ids(named('ASCC_OVERVIEW_PAGE')),
    both: ids(named('PRESS_RELEASE_2018', 'ASCC_OVERVIEW_PAGE')),
    allThreePillars: sortedBy(shared, ({ id }) => [id]).map((issue) => ({ issueId: issue.id, lead: lead(issue.lead) })),
  };
}
