/** What operations are made into for the values of a request: by their conditions, and by what there is to ask. */

import { keptTexts } from '../../subgraphs/kit/kept-texts.ts';

/** What is made for some values. */
export interface Variant {
  /** How long its text is, which says how much it takes. */
  readonly characters: number;
}

/** Gives what is kept under a name, or makes and keeps it. */
export type Variants = <T extends Variant>(name: string, make: () => T) => T;

/** All operations share the room, since a single one may have any number of variants. Each character takes some fifteen bytes. */
const KEPT = { most: 2_000, characters: 4_000_000 };

/** Makes rooms in one cache: the names of each are its own. */
export function createVariants(): () => Variants {
  const kept = keptTexts<Variant>(KEPT);
  let rooms = 0;
  return () => {
    const room = rooms++;
    return <T extends Variant>(name: string, make: () => T) => {
      const key = `${room} ${name}`;
      const known = kept.get(key) as T | undefined;
      if (known) return known;
      const made = make();
      kept.set(key, made, { size: made.characters });
      return made;
    };
  };
}
