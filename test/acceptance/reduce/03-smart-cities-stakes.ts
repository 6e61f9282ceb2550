/** Question 3: who leads an issue, who has a stake in it, which goals and instruments it has. */

import { adoptions, ids, lead, sortedBy, stake } from './answer.ts';
import type { LeadAnswer, PillarRef, Ref, Rows, StakeAnswer } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly lead: LeadAnswer & {
      readonly candidates: readonly { readonly pillar: PillarRef; readonly body: Ref | null }[];
    };
    readonly stakes: readonly StakeAnswer[];
    readonly crossPillarRoles: readonly { readonly body: Ref }[];
    readonly sdgs: readonly { readonly number: number }[];
    readonly instruments: Rows<{ readonly id: string; readonly adoptedOn: string | null }>;
  };
}

/** The answer in the form of the expected file. */
export function smartCitiesStakes({ crossPillarIssue: issue }: Answer) {
  const candidates = issue.lead.candidates.map(({ pillar, body }) => ({
    pillar: pillar.code,
    bodyId: body?.id ?? null,
  }));
  return {
    issueId: issue.id,
    lead: lead(issue.lead),
    stakes: issue.stakes.map(stake),
    crossPillarBodyIds: ids(issue.crossPillarRoles.map(({ body }) => body)),
    candidateLeads: sortedBy(candidates, ({ bodyId }) => [bodyId]),
    sdgs: issue.sdgs.map(({ number }) => number).sort((a, b) => a - b),
    instruments: adoptions(issue.instruments.nodes),
  };
}
