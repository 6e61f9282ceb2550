/** Question 13: where the entries of the calendar are, and with which meeting one coincides. */

import { sortedBy, sortedSet, type PillarRef, type Ref, type Rows } from './answer.ts';

interface Answer {
  readonly meetings: Rows<{
    readonly id: string;
    readonly startsOn: string;
    readonly city: string | null;
    readonly memberState: PillarRef | null;
    readonly coincidesWith: Ref | null;
  }> & { readonly totalCount: number };
}

/** The answer in the form of the expected file. */
export function calendar2025({ meetings }: Answer) {
  const placed = meetings.nodes.flatMap(({ city, memberState }) =>
    city && memberState ? [{ city, countryCode: memberState.code }] : [],
  );
  const countryOf = new Map(placed.map(({ city, countryCode }) => [city, countryCode]));
  return {
    entries: meetings.totalCount,
    withPlace: placed.length,
    withoutPlace: sortedSet(meetings.nodes.filter(({ city }) => city === null).map(({ startsOn }) => startsOn)),
    byCountry: sortedSet([...countryOf.values()]).map((countryCode) => ({
      countryCode,
      count: placed.filter((place) => place.countryCode === countryCode).length,
    })),
    byCity: sortedSet([...countryOf.keys()]).map((city) => ({
      city,
      countryCode: countryOf.get(city),
      count: placed.filter((place) => place.city === city).length,
    })),
    coincides: sortedBy(meetings.nodes, ({ id }) => [id]).flatMap(({ id, coincidesWith }) =>
      coincidesWith ? [{ id, meetingId: coincidesWith.id }] : [],
    ),
  };
}
