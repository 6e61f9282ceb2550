/** A data set as the rules look at it: every record that has its shape, where it stands, and the ids of all the others. */

import {
  RECORD_KIND_NAMES,
  RECORDS,
  type Folder,
  type RecordKindName,
  type RecordOf,
} from '../schema/records/index.ts';
import { referencesIn, type Reference } from '../schema/records/references.ts';
import { stewardById, type Steward } from '../schema/stewards.ts';
import type { RecordFile } from './data-folder.ts';
import { fileFault, type Fault } from './faults.ts';
import { parseJson } from './json-syntax.ts';
import { shaped } from './shape-faults.ts';

/** A record and where it stands. */
export interface Entry<Kind extends RecordKindName = RecordKindName> {
  readonly kind: Kind;
  readonly file: string;
  /** Who keeps it: the steward of its folder. */
  readonly steward: Steward;
  readonly id: string;
  readonly record: RecordOf<Kind>;
  readonly references: readonly Reference[];
}

/** All records of a data set. */
export interface Survey {
  /** The records of a kind that have its shape, in the order of folders and files. */
  entries<Kind extends RecordKindName>(kind: Kind): readonly Entry<Kind>[];
  /** The record of a kind with this id, if it has its shape. */
  entry<Kind extends RecordKindName>(kind: Kind, id: string): Entry<Kind> | undefined;
  /** Whether there is a record of the kind with this id, whatever its shape. */
  exists(kind: RecordKindName, id: string): boolean;
  /** Whether all files of the kind could be read: only then is a record that is not there missing. */
  isComplete(kind: RecordKindName): boolean;
}

/** What one file holds: records that have their shape, the ids of all its records, and the faults of the others. */
export interface FileSurvey {
  readonly kind: RecordKindName;
  /** Whether there is a list of records to speak of. */
  readonly isRead: boolean;
  readonly entries: readonly Entry[];
  readonly ids: readonly (readonly [kind: RecordKindName, id: string])[];
  readonly faults: readonly Fault[];
}

/** Parses a file of records and holds each against the shape of its kind. That there is no text is a fault of the folder. */
export function surveyFile({ file, folder, kind }: RecordFile, text: string | undefined): FileSurvey {
  const parsed: Parsed = text === undefined ? { faults: [] } : parse(file, text, 'single' in RECORDS[kind]);
  if (!('values' in parsed)) return { kind, isRead: false, entries: [], ids: [], faults: parsed.faults };
  const faults = [...parsed.faults];
  const entries: Entry[] = [];
  const ids: [RecordKindName, string][] = [];
  parsed.values.forEach((value, index) => {
    const id = idOf(value);
    if (id !== undefined) ids.push([kind, id]);
    const result = shaped(RECORDS[kind].shape, value);
    if ('faults' in result)
      faults.push(...result.faults.map((fault) => ({ file, id: id ?? `record ${index + 1}`, ...fault })));
    else entries.push(entryOf(kind, folder, result.record));
  });
  return { kind, isRead: true, entries, ids, faults };
}

/** The survey of a data set from those of its files. */
export function surveyFiles(files: readonly FileSurvey[]): Survey {
  return createSurvey(
    files.flatMap(({ entries }) => entries),
    {
      ids: new Set(files.flatMap((each) => each.ids.map(([kind, id]) => key(kind, id)))),
      incomplete: new Set(files.filter(({ isRead }) => !isRead).map(({ kind }) => kind)),
    },
  );
}

interface Unshaped {
  /** Keys of records of whatever shape. */
  readonly ids: ReadonlySet<string>;
  /** Kinds of which a file could not be read. */
  readonly incomplete: ReadonlySet<RecordKindName>;
}

/** A survey of records that are known to have their shapes, and of what is known of the others. */
export function createSurvey(
  entries: readonly Entry[],
  { ids, incomplete }: Unshaped = { ids: new Set(), incomplete: new Set() },
): Survey {
  const byKind = new Map<RecordKindName, Entry[]>(RECORD_KIND_NAMES.map((kind) => [kind, []]));
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    byKind.get(entry.kind)!.push(entry);
    byId.set(key(entry.kind, entry.id), entry);
  }
  return {
    entries: <Kind extends RecordKindName>(kind: Kind) => byKind.get(kind) as unknown as Entry<Kind>[],
    entry: <Kind extends RecordKindName>(kind: Kind, id: string) =>
      byId.get(key(kind, id)) as unknown as Entry<Kind> | undefined,
    exists: (kind, id) => byId.has(key(kind, id)) || ids.has(key(kind, id)),
    isComplete: (kind) => !incomplete.has(kind),
  };
}

/** A record with its place. */
export function entryOf<Kind extends RecordKindName>(kind: Kind, folder: Folder, record: RecordOf<Kind>): Entry<Kind> {
  const { file, shape } = RECORDS[kind];
  return {
    kind,
    file: `${folder}/${file}`,
    steward: stewardById(folder)!,
    id: record.id,
    record,
    references: referencesIn(shape, record),
  };
}

type Parsed =
  { readonly values: readonly unknown[]; readonly faults: readonly Fault[] } | { readonly faults: readonly Fault[] };

function parse(file: string, text: string, single: boolean): Parsed {
  const parsed = parseJson(file, text);
  if (!('value' in parsed)) return parsed;
  const { value, faults } = parsed;
  if (single) return { values: [value], faults };
  if (Array.isArray(value)) return { values: value, faults };
  return { faults: [...faults, fileFault(file, { found: 'no list', allowed: 'a list of records' })] };
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function key(kind: RecordKindName, id: string): string {
  return `${kind} ${id}`;
}
