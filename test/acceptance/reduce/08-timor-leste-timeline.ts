/** Question 8: the timeline of an issue, and who steers it. */

import { adoptions, lead, sittings, sortedBy, type LeadAnswer, type Rows } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly milestones: readonly { readonly date: string; readonly event: string }[];
    readonly instruments: Rows<{ readonly id: string; readonly adoptedOn: string | null }>;
    readonly meetings: Rows<{ readonly id: string; readonly startsOn: string }>;
    readonly lead: LeadAnswer;
  };
}

/** The answer in the form of the expected file. */
export function timorLesteTimeline({ crossPillarIssue: issue }: Answer) {
  return {
    issueId: issue.id,
    milestones: sortedBy(issue.milestones, ({ date }) => [date]),
    instruments: adoptions(issue.instruments.nodes),
    meetings: sittings(issue.meetings.nodes),
    lead: lead(issue.lead),
  };
}
