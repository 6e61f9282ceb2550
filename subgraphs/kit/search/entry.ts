/** What a search knows of a record: kept in one collection beside the records of all kinds, so that one query searches them all. */

import type { Connection, Model } from 'mongoose';
import * as z from 'zod';
import type { EntityKind } from '../../../schema/kinds.ts';
import { RecordKind } from '../../../schema/generated/vocabularies.ts';
import { defineModel } from '../store/model.ts';
import { digestOf, wordsOf } from './words.ts';

/** The searched values of a record, and how it is printed. */
export interface Searched {
  /** As one would print it, acronym in brackets where it has one. */
  readonly title: string;
  /** Values that name the record: what is found in them stands before what is found in others. */
  readonly names: readonly (string | null)[];
  /** The other values: summaries, descriptions. */
  readonly texts: readonly (string | null)[];
  /** The id by which the graph looks the record up, where it is not that of the record. */
  readonly id?: string;
}

/** An entry as it is stored. Its `_id` is the place of the kind in `RecordKind`, and the id: the order of equal scores. */
export interface SearchEntry {
  readonly _id: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly title: string;
  /** All values, names first. */
  readonly values: readonly string[];
  /** Every word once: marked `n` where a name has it, else `t`; and every whole value, marked `v`. */
  readonly words: readonly string[];
  /** How many words the title has: of two that match alike the shorter is the better. */
  readonly rank: number;
}

/** The entries of a subgraph. */
export type SearchModel = Model<Record<string, unknown>>;

/** All values of a record that are searched, for filters that look into the same. */
export function searchedValues({ names, texts }: Searched): string[] {
  return [...names, ...texts].filter((value) => value !== null);
}

/** A name as one would print it: its acronym in brackets, where it has one that is not the name itself. */
export function printed(name: string, acronym: string | null): string {
  return acronym === null || acronym === name ? name : `${name} (${acronym})`;
}

/** The entry of a record. */
export function searchEntry(entity: EntityKind, recordId: string, searched: Searched): SearchEntry {
  const kind = recordKind(entity);
  const values = searchedValues(searched);
  const named = new Set(searched.names.flatMap((name) => (name === null ? [] : wordsOf(name))));
  const others = new Set(values.flatMap(wordsOf).filter((word) => !named.has(word)));
  const id = searched.id ?? recordId;
  return {
    _id: `${String(RecordKind.indexOf(kind)).padStart(2, '0')} ${id}`,
    kind,
    recordId: id,
    title: searched.title,
    values,
    words: [
      ...[...named].map((word) => `n${word}`),
      ...[...others].map((word) => `t${word}`),
      ...new Set(values.map((value) => `v${digestOf(wordsOf(value))}`)),
    ],
    rank: wordsOf(searched.title).length,
  };
}

/** The kind of a record as a search names it: `SmartCityProject` is `SMART_CITY_PROJECT`. Throws for a kind that is not searched. */
export function recordKind(entity: EntityKind): RecordKind {
  const name = entity.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const kind = RecordKind.find((each) => each === name);
  if (!kind) throw new Error(`RecordKind has no ${name}`);
  return kind;
}

const SHAPE = z.object({
  kind: z.string(),
  recordId: z.string(),
  title: z.string(),
  values: z.array(z.string()),
  words: z.array(z.string()),
  rank: z.number(),
});

/** The model of the entries: an index of words by their beginnings, and the order of matches, of all kinds and of one. */
export function createSearchModel(connection: Connection): SearchModel {
  return defineModel(connection, {
    name: 'SearchEntry',
    collection: 'searchEntries',
    shape: SHAPE,
    indexes: [{ words: 1 }, { rank: 1, _id: 1 }, { kind: 1, rank: 1, _id: 1 }],
  }) as unknown as SearchModel;
}
