/** What operations are made into for the values of a request: by their conditions, and by what there is to ask. */

import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';

/** Gives what is kept under a name, or makes and keeps it; it takes as much as so many characters. */
export type Variants = <T extends object>(name: string, characters: number, make: () => T) => T;

/** All operations share the room, since a single one may have any number of variants. */
const KEPT = { most: 4_000, characters: 500_000 };

/** Makes rooms in one cache: the names of each are its own. */
export function createVariants(): () => Variants {
  const kept = keptTexts<object>(KEPT);
  let rooms = 0;
  return () => {
    const room = rooms++;
    return <T extends object>(name: string, characters: number, make: () => T) => {
      const key = `${room} ${name}`;
      const known = kept.get(key) as T | undefined;
      if (known) return known;
      const made = make();
      kept.set(key, made, { size: characters });
      return made;
    };
  };
}
