/** Question 1: the lead of an issue, and which bodies and sectors of each pillar are relevant to it. */

import { ids, lead, stake, type LeadAnswer, type PillarRef, type Ref } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly lead: LeadAnswer;
    readonly stakes: readonly {
      readonly pillar: PillarRef;
      readonly bodies: readonly { readonly body: Ref & { readonly sectors?: readonly Ref[] } }[];
    }[];
  };
}

/** The answer in the form of the expected file. */
export function cultureOfPreventionLead({ crossPillarIssue: issue }: Answer) {
  const own = issue.stakes.filter(({ pillar }) => pillar.code === 'ASCC').flatMap(({ bodies }) => bodies);
  return {
    issueId: issue.id,
    lead: lead(issue.lead),
    relevantAsccBodyIds: ids(own.map(({ body }) => body)),
    relevantAsccSectorIds: ids(own.flatMap(({ body }) => body.sectors ?? [])),
    otherPillars: issue.stakes.filter(({ pillar }) => pillar.code !== 'ASCC').map(stake),
  };
}
