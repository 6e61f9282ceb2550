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
import type { Fault } from './faults.ts';
import { syntaxFault } from './json-syntax.ts';
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
}

/** What one file holds: records that have their shape, the ids of all its records, and the faults of the others. */
export interface FileSurvey {
  readonly entries: readonly Entry[];
  readonly ids: readonly (readonly [kind: RecordKindName, id: string])[];
  readonly faults: readonly Fault[];
}

/** Parses a file of records and holds each against the shape of its kind. */
export function surveyFile({ file, folder, kind }: RecordFile, text: string): FileSurvey {
  const parsed = parse(file, text, 'single' in RECORDS[kind]);
  if ('fault' in parsed) return { entries: [], ids: [], faults: [parsed.fault] };
  const faults: Fault[] = [];
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
  return { entries, ids, faults };
}

/** The survey of a data set from those of its files. */
export function surveyFiles(files: readonly FileSurvey[]): Survey {
  const ids = files.flatMap((each) => each.ids.map(([kind, id]) => key(kind, id)));
  return createSurvey(
    files.flatMap(({ entries }) => entries),
    new Set(ids),
  );
}

/** A survey of records that are known to have their shapes. */
export function createSurvey(entries: readonly Entry[], ids: ReadonlySet<string> = new Set()): Survey {
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

function parse(file: string, text: string, single: boolean): { values: readonly unknown[] } | { fault: Fault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, found } = syntaxFault(text) ?? { line: 1, found: 'something else' };
    return { fault: { file, id: null, path: `line ${line}`, found, allowed: 'JSON' } };
  }
  if (single) return { values: [value] };
  if (Array.isArray(value)) return { values: value };
  return { fault: { file, id: null, path: null, found: 'no list', allowed: 'a list of records' } };
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function key(kind: RecordKindName, id: string): string {
  return `${kind} ${id}`;
}
