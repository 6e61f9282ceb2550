/** Question 11: the lead, bodies, instruments and agencies of an issue. */

import { adoptions, ids, lead, stake, type LeadAnswer, type Ref, type Rows, type StakeAnswer } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly lead: LeadAnswer;
    readonly stakes: readonly StakeAnswer[];
    readonly instruments: Rows<{ readonly id: string; readonly adoptedOn: string | null }>;
  };
  readonly partners: Rows<Ref>;
}

/** The answer in the form of the expected file. */
export function traffickingInPersons({ crossPillarIssue: issue, partners }: Answer) {
  return {
    issueId: issue.id,
    lead: lead(issue.lead),
    stakes: issue.stakes.map(stake),
    instruments: adoptions(issue.instruments.nodes),
    unAgencyIds: ids(partners.nodes),
  };
}
