/** Admits documents: whatever would cost too much to parse, to validate or to plan is refused before that begins. */

import { parse, type DocumentNode, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { normalise } from '../execution/normalise.ts';
import type { Registry } from './registry.ts';
import { repetitionsOf } from './repetitions.ts';
import { operationsOf, shapeOf } from './shape.ts';
import { allowedBy, excessError, firstExcess, type Excess, type LimitName } from './table.ts';
import { textExcess } from './text.ts';
import { valuesExcess } from './values.ts';

/** What a request asks, as it was sent. */
export interface AskedRequest {
  readonly query?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a document measures, by the names of the table of limits. */
export type Measures = Readonly<Partial<Record<LimitName, number>>>;

/** Who admits. */
export interface Admission {
  /** The error of the limit that the request exceeds; undefined where it is admitted, and where it is no GraphQL, which the parser says better. */
  refusalOf(request: AskedRequest): GraphQLError | undefined;
  /** What an admitted document measures; empty where that is not known. */
  measuresOf(query: string): Measures;
}

type Verdict =
  | { readonly kind: 'admitted'; readonly measures: Measures }
  | { readonly kind: 'refused'; readonly excess: Excess; readonly isRegistered: boolean; readonly atLeast: boolean };

/** How many characters of documents are kept with their verdicts. */
const KEPT_CHARACTERS = 8_000_000;

/** Makes it for the registered operations. */
export function createAdmission(registry: Registry): Admission {
  const verdicts = new LRUCache<string, Verdict>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_, { length }) => length + 500,
  });
  const verdictOn = (query: string): Verdict => {
    let verdict = verdicts.get(query);
    if (!verdict) {
      verdict = judge(query, registry);
      verdicts.set(query, verdict);
    }
    return verdict;
  };
  return {
    refusalOf({ query, variables }) {
      const values = valuesExcess(variables);
      if (values) return excessError(values, { atLeast: true });
      const verdict = query === undefined ? undefined : verdictOn(query);
      return verdict?.kind === 'refused' ? excessError(verdict.excess, verdict) : undefined;
    },
    measuresOf(query) {
      const verdict = verdictOn(query);
      return verdict.kind === 'admitted' ? verdict.measures : {};
    },
  };
}

function judge(query: string, registry: Registry): Verdict {
  const inText = textExcess(query);
  if (inText) return { kind: 'refused', excess: inText, isRegistered: false, atLeast: inText.limit !== 'length' };
  let document: DocumentNode;
  try {
    document = parse(query, { noLocation: true });
  } catch {
    return { kind: 'admitted', measures: {} };
  }
  const { isCircular, ...shape } = shapeOf(document);
  // What is large already is not written out to be compared.
  const isLarge = shape.selections > allowedBy('selections');
  const measures = { ...shape, ...(!isLarge && { repetitions: repetitionsOf(document, { isCircular }) }) };
  const excess = firstExcess(measures);
  if (!excess) return { kind: 'admitted', measures };
  // What nobody may exceed is not looked up: that alone takes its time.
  const ofAll = firstExcess(measures, { isRegistered: true });
  const isRegistered = !ofAll && isAllRegistered(document, registry);
  const still = ofAll ?? (isRegistered ? undefined : excess);
  return still ? { kind: 'refused', excess: still, isRegistered, atLeast: false } : { kind: 'admitted', measures };
}

function isAllRegistered(document: DocumentNode, registry: Registry): boolean {
  const operations = operationsOf(document);
  return operations.length > 0 && operations.every((operation) => registry.has(normalise(document, operation)));
}
