/** What was lost on the way to an answer: for each object of the data, which of its values are missing because of which error. */

import { GraphQLError } from 'graphql';

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
  /** Says that values of an object are lost. The first failure that explains a value stays. */
  lose(object: object, keys: Iterable<Key>, loss: Loss): void;
  /** Why a value is missing. */
  lossOf(object: object, key: Key): Loss | undefined;
  /** Says that there is no such record: whoever keeps it answered null. */
  absent(object: object): void;
  isAbsent(object: object): boolean;
  /** Every failure, in the order in which they came, with a place that it explains. */
  readonly failures: readonly { readonly object: object; readonly key: Key | undefined; readonly loss: Loss }[];
}

/** Nothing is lost yet. */
export function createLosses(): Losses {
  let lost: Map<object, Map<Key, Loss>> | undefined;
  let gone: Set<object> | undefined;
  const failures: { object: object; key: Key | undefined; loss: Loss }[] = [];
  return {
    get isEmpty() {
      return lost === undefined && gone === undefined;
    },
    failures,
    lose(object, keys, loss) {
      lost ??= new Map();
      const known = lost.get(object) ?? new Map<Key, Loss>();
      lost.set(object, known);
      let first: Key | undefined;
      for (const key of keys) {
        first ??= key;
        if (!known.has(key)) known.set(key, loss);
      }
      failures.push({ object, key: first, loss });
    },
    lossOf: (object, key) => lost?.get(object)?.get(key),
    absent(object) {
      gone ??= new Set();
      gone.add(object);
    },
    isAbsent: (object) => gone?.has(object) ?? false,
  };
}

/** The failure as an error of the answer. */
export function errorOf({ message, extensions }: Failure, path: readonly Key[]): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
