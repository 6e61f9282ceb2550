/** The single values of which records are made: text, dates, numbers, members of a closed vocabulary, ids and references. */

import * as z from 'zod';
import { EvidenceBasis, PillarCode } from '../generated/vocabularies.ts';
import { isPartialDate } from './partial-date.ts';

/** A kind of record of the data set. */
export type RecordKindName =
  | 'pillar'
  | 'body'
  | 'sector'
  | 'blueprint-element'
  | 'meeting'
  | 'instrument'
  | 'stake'
  | 'issue'
  | 'monitoring-item'
  | 'regional-entity'
  | 'vision-document'
  | 'member-state'
  | 'partner'
  | 'sdg'
  | 'sdg-priority-area'
  | 'smart-city'
  | 'smart-city-project'
  | 'smart-city-partnership'
  | 'indicator'
  | 'observation'
  | 'initiative';

/** Which values are references, and to records of which kind. */
export const references = z.registry<{ kind: RecordKindName }>();

/** A reference to a record of another (or the same) kind. */
export function ref(kind: RecordKindName) {
  return z.string().min(1).register(references, { kind });
}

/** A list of references, in the order of the record. */
export function refs(kind: RecordKindName) {
  return z.array(ref(kind));
}

/** Text that says something. */
export const text = z.string().regex(/^\S(?:[\s\S]*\S)?$/, 'text without blanks around it');
/** A whole number that counts or numbers something, from 1. */
export const ordinal = z.int().min(1);
/** A number of things. */
export const count = z.int().min(0);
/** A calendar year. */
export const year = z.int().min(1000).max(9999);
/** A number of a Sustainable Development Goal. */
export const sdgNumber = z.int().min(1).max(17);
/** The address of a page. */
export const url = z.url({ protocol: /^https?$/ });
/** EDTF level 0: a year, a month or a day. */
export const date = z.string().refine(isPartialDate, 'a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar');

/** `LED_BY` as the data set spells it: `led-by`. */
export type FileSpelling<Value extends string> = Value extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${FileSpelling<Tail>}`
  : Lowercase<Value>;

/** `LED_BY` as the data set spells it: `led-by`. */
export function fileSpelling<Value extends string>(value: Value): FileSpelling<Value> {
  return value.toLowerCase().replaceAll('_', '-') as FileSpelling<Value>;
}

/** A member of a closed vocabulary: read in the data set's spelling, kept in the graph's. */
export function vocabulary<const Value extends string>(values: readonly Value[]) {
  const graph = new Map(values.map((value) => [fileSpelling(value), value]));
  return z.codec(z.enum([...graph.keys()]), z.enum(values), {
    decode: (spelled) => graph.get(spelled) as Value,
    encode: (value) => fileSpelling(value),
  });
}

/** How a record or a part of it is known. */
export const basis = vocabulary(EvidenceBasis);
/** The code of a pillar, spelled alike in the data set and the graph. */
export const pillarCode = z.enum(PillarCode);
/** Pillars, each once, in the order APSC, AEC, ASCC. */
export const pillarCodes = z
  .array(pillarCode)
  .refine(
    (codes) => codes.every((code, i) => i === 0 || PillarCode.indexOf(codes[i - 1]!) < PillarCode.indexOf(code)),
    'pillars once each, in the order APSC, AEC, ASCC',
  );

/** The id of a record that several stewards keep: the steward, a colon, a name in small letters and hyphens. */
export const stewardedId = z
  .string()
  .regex(
    /^(?:apsc|aec|ascc|asean):[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'an id such as `aec:aem`: steward, colon, small letters, digits and hyphens',
  );
/** The id of any other record: a name in small letters and hyphens. */
export const plainId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id such as `smart-cities`: small letters, digits and hyphens');
