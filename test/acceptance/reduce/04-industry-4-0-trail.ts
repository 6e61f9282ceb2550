/** Question 4: the trail of an issue through meetings and instruments. */

import { codes, ids, lead, sortedBy } from './answer.ts';
import type { LeadAnswer, PillarRef, Ref, Rows } from './answer.ts';

interface Answer {
  readonly crossPillarIssue: {
    readonly id: string;
    readonly meetings: Rows<{
      readonly id: string;
      readonly startsOn: string;
      readonly pillar: PillarRef | null;
      readonly body: Ref | null;
      readonly convenerLabel: string | null;
    }>;
    readonly instruments: Rows<{
      readonly id: string;
      readonly adoptedOn: string | null;
      readonly adoptedAt: Ref | null;
    }>;
    readonly pillars: readonly PillarRef[];
    readonly lead: LeadAnswer;
    readonly partners: readonly Ref[];
  };
}

/** The answer in the form of the expected file. */
export function industry40Trail({ crossPillarIssue: issue }: Answer) {
  const { meetings, instruments } = issue;
  return {
    issueId: issue.id,
    meetings: sortedBy(meetings.nodes, ({ id, startsOn }) => [startsOn, id]).map((meeting) => ({
      id: meeting.id,
      startDate: meeting.startsOn,
      pillar: meeting.pillar?.code ?? null,
      bodyId: meeting.body?.id ?? null,
      convenerLabel: meeting.convenerLabel,
    })),
    instruments: sortedBy(instruments.nodes, ({ id, adoptedOn }) => [adoptedOn, id]).map((instrument) => ({
      id: instrument.id,
      adoptedOn: instrument.adoptedOn,
      adoptedAtMeetingId: instrument.adoptedAt?.id ?? null,
    })),
    pillars: codes(issue.pillars),
    lead: lead(issue.lead),
    partnerIds: ids(issue.partners),
  };
}
