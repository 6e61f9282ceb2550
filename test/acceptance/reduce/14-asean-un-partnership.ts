/** Question 14: how a partnership developed around a meeting with an open session. */

import { ids, sortedBy, type Ref } from './answer.ts';

interface Answer {
  readonly partner: {
    readonly id: string;
    readonly instruments: readonly {
      readonly id: string;
      readonly type: string;
      readonly adoptedOn: string | null;
      readonly adoptedAt: Ref | null;
      readonly periodFrom: string | null;
      readonly periodTo: string | null;
    }[];
    readonly meetings: readonly { readonly id: string; readonly type: string; readonly startsOn: string }[];
  };
  readonly meeting: {
    readonly id: string;
    readonly startsOn: string;
    readonly outcomes: readonly { readonly type: string; readonly text: string; readonly issues: readonly Ref[] }[];
  };
  readonly monitoringItem: {
    readonly facts: readonly { readonly text: string; readonly value: number | null; readonly unit: string | null }[];
  };
}

/** The answer in the form of the expected file. The Summit is the last before the open session. */
export function aseanUnPartnership({ partner, meeting: openSession, monitoringItem }: Answer) {
  const declaration = partner.instruments.find(({ type }) => type === 'DECLARATION');
  const summit = sortedBy(partner.meetings, ({ id, startsOn }) => [startsOn, id])
    .filter(({ type, startsOn }) => type === 'SUMMIT_PARTNER' && startsOn < openSession.startsOn)
    .at(-1);
  const plans = partner.instruments.filter(({ type }) => type === 'PLAN_OF_ACTION');
  return {
    partnerId: partner.id,
    jointDeclaration: declaration && {
      id: declaration.id,
      adoptedOn: declaration.adoptedOn,
      adoptedAtMeetingId: declaration.adoptedAt?.id ?? null,
    },
    summit: summit && { id: summit.id, startDate: summit.startsOn },
    openSession: { id: openSession.id, startDate: openSession.startsOn },
    agreed: openSession.outcomes
      .filter(({ type }) => type === 'AGREED')
      .map(({ text, issues }) => ({ text, issueIds: ids(issues) })),
    progress: monitoringItem.facts.map(({ text, value, unit }) => ({ text, value, unit })),
    plansOfAction: sortedBy(plans, ({ periodFrom, periodTo, id }) => [periodFrom, periodTo, id]).map((plan) => ({
      id: plan.id,
      from: plan.periodFrom,
      to: plan.periodTo,
    })),
  };
}
