/** The parts that records of many kinds share, asked for and written back. */

import type { Row } from './rebuilt-file.ts';

/** What is asked of a source. */
export const SOURCE = '{ title publisher url date }';
/** What is asked of the provenance of a record. */
export const PROVENANCE = `provenance { basis sources ${SOURCE} notes }`;
/** What is asked of the place of a page in its list. */
export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
/** What is asked of an editorial link to a pillar. */
export const PILLAR_TAG = '{ pillar { code } reason basis }';

/** The value of a vocabulary as the data set spells it: `LED_BY` is `led-by`. */
export function word(value: string | null): string | null {
  return value === null ? null : value.toLowerCase().replaceAll('_', '-');
}

/** The values of a vocabulary, as the data set spells them. */
export function words(values: readonly string[]): (string | null)[] {
  return values.map(word);
}

/** The id of a reference. */
export function id(reference: Row): string | null {
  return reference?.id ?? null;
}

/** The ids of references. */
export function ids(references: Row[]): (string | null)[] {
  return references.map(id);
}

/** The code of a pillar or a state. */
export function code(reference: Row): string | null {
  return reference?.code ?? null;
}

/** The codes of pillars or states. */
export function codes(references: Row[]): (string | null)[] {
  return references.map(code);
}

/** The provenance of a record or a part. */
export function provenance({ basis, sources, notes }: Row) {
  return { basis: word(basis), sources, notes };
}

/** A period; null where neither end is known. */
export function period({ periodFrom, periodTo }: Row) {
  return periodFrom === null && periodTo === null ? null : { from: periodFrom, to: periodTo };
}

/** Whatever has a `basis`, with the basis as the data set spells it. */
export function based<Part extends { readonly basis: string | null }>(part: Part) {
  return { ...part, basis: word(part.basis) };
}

/** An editorial link to a pillar. */
export function pillarTag({ pillar, reason, basis }: Row) {
  return based({ pillar: code(pillar), reason, basis });
}

/** A body that takes part, and why. */
export function bodyRole({ body, why, basis }: Row) {
  return based({ bodyId: id(body), why, basis });
}

/** The name of a country outside ASEAN: the name to print where there is no code of a state. */
export function foreignCountry({ memberState, country }: Row): string | null {
  return memberState === null ? country : null;
}
