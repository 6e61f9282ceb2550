/** Question 2: who leads the issues of each agenda item of a meeting. */

import { lead, sortedBy, type LeadAnswer } from './answer.ts';

interface Answer {
  readonly meeting: {
    readonly id: string;
    readonly agenda: readonly {
      readonly order: number;
      readonly title: string;
      readonly issues: readonly { readonly id: string; readonly lead: LeadAnswer }[];
    }[];
  };
}

/** The answer in the form of the expected file. */
export function socCom13AgendaLeads({ meeting }: Answer) {
  return {
    meetingId: meeting.id,
    items: meeting.agenda.map(({ order, title, issues }) => ({
      order,
      title,
      issues: sortedBy(issues, ({ id }) => [id]).map((issue) => ({ issueId: issue.id, lead: lead(issue.lead) })),
    })),
  };
}
