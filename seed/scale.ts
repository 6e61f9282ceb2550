/**
 * Synthetic records for load tests: each generation is a labelled copy of the real bodies, meetings, instruments, monitoring items, city
 * projects, issues, stakes and observations. A copy refers to copies of its own generation and to real records of all other kinds.
 * Instruments, meetings and monitoring items also concern the real issues, and in every other generation meetings are those of the real
 * bodies, so that the lists of real records grow too. The generator is a pure function of the data set and the number of the generation.
 */

import { RECORD_KIND_NAMES, RECORDS, type RecordKindName, type RecordOf } from '../schema/records/index.ts';
import { withReferences } from '../schema/records/references.ts';
import { createDataset, type Dataset } from './dataset.ts';
import { createSurvey, entryOf, type Entry } from './survey.ts';

/** The kinds of which synthetic records are made. */
export const SYNTHETIC_KINDS = [
  'body',
  'meeting',
  'instrument',
  'monitoring-item',
  'smart-city-project',
  'issue',
  'stake',
  'observation',
] as const satisfies RecordKindName[];

/** A kind of which synthetic records are made. */
export type SyntheticKind = (typeof SYNTHETIC_KINDS)[number];

/** One generation of synthetic records. */
export interface Generation {
  /** The synthetic records of a kind; none for kinds that are not copied. */
  entries(kind: RecordKindName): readonly Entry[];
  /** The real records and this generation, for look-ups: no generation refers to another. */
  readonly dataset: Dataset;
}

/** The records of one generation, counted from 1. */
export function generation(dataset: Dataset, number: number): Generation {
  const copies = new Map<RecordKindName, Entry[]>(
    SYNTHETIC_KINDS.map((kind) => [
      kind,
      dataset.entries(kind).map((entry) => copyOf(entry as unknown as Entry, number)),
    ]),
  );
  const real = RECORD_KIND_NAMES.flatMap((kind) => dataset.entries(kind) as readonly unknown[] as Entry[]);
  const survey = createSurvey([...real, ...[...copies.values()].flat()]);
  return { entries: (kind) => copies.get(kind) ?? [], dataset: createDataset(survey, dataset) };
}

/** The id of the copy of a record: `aec:aem` is `aec:synthetic-2-aem` in the second generation, `smart-cities` `synthetic-2-smart-cities`. */
function syntheticId(id: string, number: number): string {
  const colon = id.indexOf(':') + 1;
  return `${id.slice(0, colon)}synthetic-${number}-${id.slice(colon)}`;
}

/** Whether an id is that of a synthetic record. */
export function isSyntheticId(id: string): boolean {
  return id.slice(id.indexOf(':') + 1).startsWith('synthetic-');
}

function copyOf(entry: Entry, number: number): Entry {
  const kind = entry.kind as SyntheticKind;
  const copied = new Set<RecordKindName>(SYNTHETIC_KINDS);
  const referring = withReferences(RECORDS[kind].shape, entry.record, (reference) =>
    copied.has(reference.kind) ? syntheticId(reference.id, number) : reference.id,
  );
  const labelled = (LABELS[kind] as Label<RecordKindName>)(referring, { number, real: entry.record });
  const id = syntheticId(entry.id, number);
  const record = { ...labelled, id, provenance: provenanceOf(entry.id) } as RecordOf<RecordKindName>;
  return entryOf(entry.kind, entry.steward.id, record);
}

type Label<Kind extends RecordKindName> = (
  copy: RecordOf<Kind>,
  origin: { readonly number: number; readonly real: RecordOf<Kind> },
) => RecordOf<Kind>;

const LABELS: { readonly [Kind in SyntheticKind]: Label<Kind> } = {
  body: (copy, { number }) => ({
    ...copy,
    name: label(copy.name, number),
    acronym: copy.acronym && `SYN${number}-${copy.acronym}`,
    formerNames: [],
    alternativeNames: [],
    alternativeAcronyms: [],
    regionalEntityId: null,
  }),
  meeting: (copy, { number, real }) => ({
    ...copy,
    title: label(copy.title, number),
    bodyId: number % 2 ? real.bodyId : copy.bodyId,
    agenda: copy.agenda.map((item, i) => ({ ...item, issueIds: both(real.agenda[i]?.issueIds, item.issueIds) })),
    outcomes: copy.outcomes.map((item, i) => ({ ...item, issueIds: both(real.outcomes[i]?.issueIds, item.issueIds) })),
  }),
  instrument: (copy, { number, real }) => ({
    ...copy,
    title: label(copy.title, number),
    shortTitle: copy.shortTitle && label(copy.shortTitle, number),
    issueIds: both(real.issueIds, copy.issueIds),
    items: copy.items.map((item) => ({ ...item, id: syntheticId(item.id, number) })),
  }),
  'monitoring-item': (copy, { number, real }) => ({
    ...copy,
    title: label(copy.title, number),
    issueIds: both(real.issueIds, copy.issueIds),
    items: copy.items.map((item) => ({ ...item, id: syntheticId(item.id, number) })),
  }),
  'smart-city-project': (copy, { number }) => ({ ...copy, title: label(copy.title, number) }),
  issue: (copy, { number }) => ({ ...copy, title: label(copy.title, number), aliases: [] }),
  stake: (copy, { number }) => ({ ...copy, rationale: label(copy.rationale, number) }),
  observation: (copy, { number, real }) => {
    const year = copy.year - 100 - (number % 100);
    return { ...copy, year, edition: `${year} Synthetic edition ${number} of ${real.id}` };
  },
};

function label(title: string, number: number): string {
  return `Synthetic ${number}: ${title}`;
}

function both(real: readonly string[] = [], copies: readonly string[]): string[] {
  return [...real, ...copies];
}

function provenanceOf(id: string): RecordOf<'body'>['provenance'] {
  return {
    basis: 'CURATED',
    sources: [{ title: 'Synthetic record for load tests', publisher: null, url: null, date: null }],
    notes: [`Not a fact: made from ${id} for load tests.`],
  };
}
