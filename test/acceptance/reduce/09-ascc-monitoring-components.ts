/** Question 9: which components of a monitoring system a meeting welcomed, and what became of each. */

import { ids, sortedBy, type Ref } from './answer.ts';

interface Answer {
  readonly monitoringItem: {
    readonly id: string;
    readonly children: readonly {
      readonly id: string;
      readonly kind: string;
      readonly status: string | null;
      readonly date: string | null;
      readonly meetings: readonly Ref[];
    }[];
  };
  readonly meeting: { readonly id: string; readonly outcomes: readonly { readonly type: string }[] };
}

/** The answer in the form of the expected file. */
export function asccMonitoringComponents({ monitoringItem: system, meeting }: Answer) {
  const welcomes = meeting.outcomes.some(({ type }) => type === 'WELCOMED');
  const children = sortedBy(system.children, ({ id }) => [id]);
  return {
    systemId: system.id,
    components: children
      .filter(({ kind }) => kind === 'COMPONENT')
      .map(({ id, status, date, meetings }) => ({
        id,
        status,
        date,
        welcomedAtMeetingId: welcomes && meetings.some((one) => one.id === meeting.id) ? meeting.id : null,
      })),
    relatedDatabases: children
      .filter(({ kind }) => kind === 'DATABASE')
      .map(({ id, status, date, meetings }) => ({ id, status, date, meetingIds: ids(meetings) })),
  };
}
