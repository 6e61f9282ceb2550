/** The table of limits: what an operation may at most ask for, and the error that says so. Each is held as early as what it measures is known. */

import type { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../schema/errors.ts';
import { refusal } from '../errors.ts';

/** One row of the table. */
export interface Limit {
  readonly code: ErrorCode;
  /** The most that is allowed. */
  readonly allowed: number;
  /** The most that is allowed to registered operations; infinite where they are not bound. */
  readonly registered: number;
  /** What is counted, for the documentation. */
  readonly counts: string;
  /** What was counted, as the error says it. */
  readonly says: (measured: string) => string;
  /** What to do instead, where the code alone does not say it. */
  readonly hint?: string;
}

const UNBOUND = Number.POSITIVE_INFINITY;

/** All limits, in the order in which they are held. */
export const LIMITS = {
  body: {
    code: 'BODY_TOO_LARGE',
    allowed: 262_144,
    registered: 262_144,
    counts: 'bytes of the body of a request',
    says: (measured) => `The body has ${measured} bytes`,
  },
  values: {
    code: 'TOO_MANY_VALUES',
    allowed: 2_000,
    registered: 2_000,
    counts: 'values in the variables, those inside lists and objects included',
    says: (measured) => `The variables hold ${measured} values`,
  },
  valueDepth: {
    code: 'VARIABLES_TOO_DEEP',
    allowed: 16,
    registered: 16,
    counts: 'lists and objects inside each other in the variables',
    says: (measured) => `The variables nest ${measured} lists and objects`,
  },
  length: {
    code: 'DOCUMENT_TOO_LONG',
    allowed: 65_536,
    registered: 65_536,
    counts: 'characters of the document, comments included',
    says: (measured) => `The document has ${measured} characters`,
  },
  tokens: {
    code: 'TOO_MANY_TOKENS',
    allowed: 5_000,
    registered: 5_000,
    counts: 'tokens of the document: names, values and marks',
    says: (measured) => `The document has ${measured} tokens`,
  },
  brackets: {
    code: 'DOCUMENT_TOO_DEEP',
    allowed: 100,
    registered: 100,
    counts: 'brackets of any kind inside each other in the document',
    says: (measured) => `The document nests ${measured} brackets`,
  },
  operations: {
    code: 'TOO_MANY_OPERATIONS',
    allowed: 20,
    registered: 20,
    counts: 'operations of the document, of which one is run',
    says: (measured) => `The document has ${measured} operations`,
  },
  fragments: {
    code: 'TOO_MANY_FRAGMENTS',
    allowed: 100,
    registered: UNBOUND,
    counts: 'named fragments of the document',
    says: (measured) => `The document has ${measured} fragments`,
  },
  directives: {
    code: 'TOO_MANY_DIRECTIVES',
    allowed: 200,
    registered: UNBOUND,
    counts: 'directives of the document, such as `@include`',
    says: (measured) => `The document has ${measured} directives`,
  },
  selections: {
    code: 'TOO_MANY_SELECTIONS',
    allowed: 3_000,
    registered: UNBOUND,
    counts: 'fields and fragments of the document, those of a fragment again wherever it is spread',
    says: (measured) => `The document selects ${measured} fields and fragments, with fragments written out`,
  },
  depth: {
    code: 'SELECTION_TOO_DEEP',
    allowed: 30,
    registered: UNBOUND,
    counts: 'fields inside each other',
    says: (measured) => `The operation nests ${measured} fields`,
  },
  rootFields: {
    code: 'TOO_MANY_ROOT_FIELDS',
    allowed: 50,
    registered: UNBOUND,
    counts: 'fields of the root',
    says: (measured) => `The operation asks for ${measured} fields of the root`,
  },
  aliases: {
    code: 'TOO_MANY_ALIASES',
    allowed: 200,
    registered: UNBOUND,
    counts: 'fields under another name, each as often as it is spread',
    says: (measured) => `The operation has ${measured} aliases`,
  },
  repetitions: {
    code: 'TOO_MANY_REPETITIONS',
    allowed: 2_000,
    registered: UNBOUND,
    counts:
      'comparisons of fields under the same name at the same place, which all must agree; those with large arguments count more',
    says: (measured) => `The operation repeats fields, which takes ${measured} comparisons`,
  },
  introspection: {
    code: 'INTROSPECTION_TOO_DEEP',
    allowed: 3,
    registered: UNBOUND,
    counts: 'lists inside each other below `__schema` and `__type`',
    says: (measured) => `The introspection nests ${measured} lists`,
  },
  lists: {
    code: 'OPERATION_TOO_DEEP',
    allowed: 8,
    registered: UNBOUND,
    counts: 'lists inside each other, whose rows multiply',
    says: (measured) => `The operation nests ${measured} lists`,
    hint: 'Ask for the inner ones on their own.',
  },
  weight: {
    code: 'OPERATION_TOO_HEAVY',
    allowed: 2_000,
    registered: 5_000,
    counts:
      'leaves after interfaces are written out for each type behind them, twice below what several pillars contribute to: planning grows with it',
    says: (measured) => `The operation weighs ${measured}`,
    hint: 'Each reference to a kind that several stewards keep multiplies what is asked below it: ask for less there, or name the type with a fragment.',
  },
  cost: {
    code: 'OPERATION_TOO_COSTLY',
    allowed: 50_000,
    registered: UNBOUND,
    counts:
      'points for the records that it may answer, by page sizes and variables as sent, and for what is dear (`@cost`, `@listSize`)',
    says: (measured) => `The operation costs ${measured} points`,
    hint: 'Ask for smaller pages, above all of the lists around other lists.',
  },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;

/** What was measured beyond what is allowed. */
export interface Excess {
  readonly limit: LimitName;
  readonly measured: number;
}

/** The limit that is exceeded first, in the order of the table; undefined where all hold. */
export function firstExcess(
  measured: Readonly<Partial<Record<LimitName, number>>>,
  { isRegistered = false }: { readonly isRegistered?: boolean } = {},
): Excess | undefined {
  for (const limit of Object.keys(LIMITS) as LimitName[]) {
    const value = measured[limit];
    if (value !== undefined && value > allowedBy(limit, isRegistered)) return { limit, measured: value };
  }
  return undefined;
}

/** The most that a limit allows. */
export function allowedBy(limit: LimitName, isRegistered = false): number {
  return isRegistered ? LIMITS[limit].registered : LIMITS[limit].allowed;
}

/** The error of an excess. Where counting stopped, `atLeast` says that there is more. */
export function excessError(
  { limit, measured }: Excess,
  { isRegistered = false, atLeast = false }: { readonly isRegistered?: boolean; readonly atLeast?: boolean } = {},
): GraphQLError {
  const { code, says, hint }: Limit = LIMITS[limit];
  const allowed = allowedBy(limit, isRegistered);
  // Fragments that double reach numbers that JSON cannot write.
  const shown = Math.min(measured, Number.MAX_SAFE_INTEGER);
  const told = says(`${atLeast ? 'at least ' : ''}${shown}`);
  const message = `${told}: allowed are ${allowed}.${hint === undefined ? '' : ` ${hint}`}`;
  return refusal(code, message, {}, { measured: shown, allowed });
}
