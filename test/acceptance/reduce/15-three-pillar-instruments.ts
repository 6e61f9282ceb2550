/** Question 15: the instruments of all three pillars that the 38th to the 47th Summit adopted, and the state in the chair. */

import { sortedBy, type PillarRef, type Rows } from './answer.ts';

interface Answer {
  readonly instruments: Rows<{
    readonly id: string;
    readonly adoptedOn: string | null;
    readonly adoptedAt: {
      readonly id: string;
      readonly type: string;
      readonly ordinal: number | null;
      readonly chairs: readonly { readonly memberState: PillarRef | null }[];
    } | null;
  }>;
}

/** The answer in the form of the expected file. */
export function threePillarInstruments({ instruments }: Answer) {
  return sortedBy(instruments.nodes, ({ id, adoptedOn }) => [adoptedOn, id]).flatMap(({ id, adoptedOn, adoptedAt }) => {
    const ordinal = adoptedAt?.ordinal;
    if (adoptedAt?.type !== 'SUMMIT' || !ordinal || ordinal < 38 || ordinal > 47) return [];
    const chairCountryCode = adoptedAt.chairs[0]?.memberState?.code ?? null;
    return [{ id, adoptedOn, meetingId: adoptedAt.id, ordinal, chairCountryCode }];
  });
}
