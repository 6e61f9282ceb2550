/** Question 10: the reviews of the blueprint of each pillar. */

import type { PillarRef, Ref, Rows } from './answer.ts';

interface Answer {
  readonly pillars: readonly (PillarRef & { readonly blueprint: { readonly instrument: Ref } })[];
  readonly monitoring: Rows<{
    readonly id: string;
    readonly reviewType: string;
    readonly date: string | null;
    readonly status: string | null;
    readonly instruments: readonly Ref[];
  }>;
}

/** The answer in the form of the expected file. */
export function blueprintReviews({ pillars, monitoring }: Answer) {
  const reviews = pillars.flatMap(({ code, blueprint }) =>
    monitoring.nodes
      .filter(({ instruments }) => instruments.some(({ id }) => id === blueprint.instrument.id))
      .map((review) => ({ pillar: code, ...review })),
  );
  const endTerm = reviews.filter(({ reviewType }) => reviewType === 'END_TERM');
  return {
    midTerm: reviews
      .filter(({ reviewType }) => reviewType === 'MID_TERM')
      .map(({ pillar, id, date }) => ({ pillar, id, date })),
    endTerm: endTerm.map(({ pillar, id, date, status }) => ({ pillar, id, date, status })),
    noEndTerm: pillars.map(({ code }) => code).filter((code) => !endTerm.some(({ pillar }) => pillar === code)),
  };
}
