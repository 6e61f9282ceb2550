/** Question 7: which bodies and issues hang on each part of an instrument. */

import { ids, type Ref } from './answer.ts';

interface Answer {
  readonly instrument: {
    readonly id: string;
    readonly items: readonly {
      readonly id: string;
      readonly order: number;
      readonly numeral: string | null;
      readonly title: string;
      readonly bodies: readonly Ref[];
      readonly issues: readonly Ref[];
    }[];
  };
}

/** The answer in the form of the expected file. */
export function cultureOfPreventionThrusts({ instrument }: Answer) {
  return {
    instrumentId: instrument.id,
    thrusts: instrument.items.map(({ id, order, numeral, title, bodies, issues }) => ({
      order,
      numeral,
      itemId: id,
      title,
      bodyIds: ids(bodies),
      issueIds: ids(issues),
    })),
  };
}
