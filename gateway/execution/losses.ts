/** What was lost on the way to an answer: for each object of the data, which of its values are missing because of which error. */

/** A key of an object, or an index of a list. */
export type Key = string | number;

/** An error of a subgraph, or of a call of it. It explains the values that it cost. */
export interface Failure {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Whether the answer has it at one place at least. */
  isTold: boolean;
}

/** A value that is missing because of a failure, and where below it the subgraph says that the failure was. */
export interface Loss {
  readonly failure: Failure;
  readonly below: readonly Key[];
}

/** The losses of one execution. */
export interface Losses {
  /** Whether there are none, and nothing is known to be absent. */
  readonly isEmpty: boolean;
  /** Says that values of an object are lost; several failures may explain one. */
  lose(object: object, keys: Iterable<Key>, loss: Loss): void;
  /** Why a value is missing, each reason once. */
  lossesOf(object: object, key: Key): readonly Loss[];
  /** Says that there is no such record: whoever keeps it answered null. */
  absent(object: object): void;
  isAbsent(object: object): boolean;
  /** Every failure, in the order in which they came, with a place that it explains. */
  readonly failures: readonly { readonly object: object; readonly key: Key | undefined; readonly loss: Loss }[];
}

/** Nothing is lost yet. */
export function createLosses(): Losses {
  let lost: Map<object, Map<Key, readonly Loss[]>> | undefined;
  let gone: Set<object> | undefined;
  const failures: { object: object; key: Key | undefined; loss: Loss }[] = [];
  return {
    get isEmpty() {
      return lost === undefined && gone === undefined;
    },
    failures,
    lose(object, keys, loss) {
      lost ??= new Map();
      const known = lost.get(object) ?? new Map<Key, readonly Loss[]>();
      lost.set(object, known);
      let first: Key | undefined;
      for (const key of keys) {
        first ??= key;
        known.set(key, distinct([...(known.get(key) ?? []), loss]));
      }
      failures.push({ object, key: first, loss });
    },
    lossesOf: (object, key) => lost?.get(object)?.get(key) ?? NONE,
    absent(object) {
      gone ??= new Set();
      gone.add(object);
    },
    isAbsent: (object) => gone?.has(object) ?? false,
  };
}

const NONE: readonly Loss[] = [];

/** Calls of one pillar that fail alike are one reason. */
export function distinct(losses: readonly Loss[]): readonly Loss[] {
  if (losses.length < 2) return losses;
  const seen = new Set<string>();
  return losses.filter(({ failure: { message, extensions }, below }) => {
    const text = JSON.stringify([message, extensions, below]);
    return !seen.has(text) && seen.add(text);
  });
}
