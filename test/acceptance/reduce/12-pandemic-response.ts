/** Question 12: who coordinated a response, when it met, and which framework followed. */

import { lead, sittings, type LeadAnswer, type Rows } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly lead: Omit<LeadAnswer, 'bodies'> & {
      readonly bodies: readonly {
        readonly id: string;
        readonly meetings: Rows<{ readonly id: string; readonly startsOn: string }>;
      }[];
    };
  };
  readonly instrument: {
    readonly id: string;
    readonly adoptedOn: string | null;
    readonly items: readonly { readonly order: number; readonly title: string }[];
  };
}

/** The answer in the form of the expected file. */
export function pandemicResponse({ crossPillarIssue: issue, instrument }: Answer) {
  return {
    issueId: issue.id,
    lead: lead(issue.lead),
    meetings: sittings(issue.lead.bodies.flatMap(({ meetings }) => meetings.nodes)),
    framework: {
      instrumentId: instrument.id,
      adoptedOn: instrument.adoptedOn,
      strategies: instrument.items.map(({ order, title }) => ({ order, title })),
    },
  };
}
