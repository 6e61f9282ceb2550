/** Copies of the data set that tests break: in memory for single fields, in a temporary folder for whole files. */

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_SET_FOLDER, readDataFolder, RECORD_FILES } from '../../seed/data-folder.ts';
import { faultLine } from '../../seed/faults.ts';
import { surveyFile, surveyFiles } from '../../seed/survey.ts';
import { broken, validate } from '../../seed/validate.ts';

/** A file, the id of one of its records, and new values of fields by path (`chairs[0].person`); undefined takes a field away. */
export type Edit = readonly [file: string, id: string, changes: Readonly<Record<string, unknown>>];

/** One way to break the data set. */
export interface BrokenCase {
  /** The rule that is broken, as a sentence. */
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Every fault that the validator then finds, as a line. */
  readonly faults: readonly string[];
}

/** Reads the data set once and returns what finds the faults that edits make; files without edits are parsed once for all. */
export async function createFaultFinder(): Promise<(edits: readonly Edit[]) => string[]> {
  const { texts } = await readDataFolder(DATA_SET_FOLDER);
  const whole = new Map(RECORD_FILES.map((place) => [place.file, surveyFile(place, texts.get(place.file)!)]));
  return (edits) => {
    const edited = new Map<string, unknown>();
    for (const [file, id, changes] of edits) {
      const value = edited.get(file) ?? JSON.parse(texts.get(file)!);
      edited.set(file, value);
      const record = ((Array.isArray(value) ? value : [value]) as { id: string }[]).find((each) => each.id === id);
      if (!record) throw new Error(`${file} has no record ${id}`);
      for (const [path, member] of Object.entries(changes)) change(record, path, member);
    }
    const surveys = RECORD_FILES.map((place) =>
      edited.has(place.file) ? surveyFile(place, JSON.stringify(edited.get(place.file))) : whole.get(place.file)!,
    );
    return [...surveys.flatMap(({ faults }) => faults), ...broken(surveyFiles(surveys))].map(faultLine);
  };
}

/** What stands in the place of a file: a text, bytes, a folder, or nothing (null). */
export type Replacement = string | Uint8Array | { readonly folder: true } | null;

/** The faults of a copy of the data set in which other things stand in the places of files. */
export async function faultsWithFiles(replacements: Readonly<Record<string, Replacement>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'asean-data-'));
  try {
    await cp(DATA_SET_FOLDER, folder, { recursive: true });
    for (const [file, replacement] of Object.entries(replacements)) await replace(join(folder, file), replacement);
    return validate(await readDataFolder(folder)).faults.map(faultLine);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads the data set once and returns what finds the faults of all other files where one could not be read. */
export async function createGapFinder(): Promise<(unread: string) => string[]> {
  const { texts } = await readDataFolder(DATA_SET_FOLDER);
  const whole = RECORD_FILES.map((place) => ({ place, survey: surveyFile(place, texts.get(place.file)!) }));
  return (unread) =>
    broken(
      surveyFiles(whole.map(({ place, survey }) => (place.file === unread ? surveyFile(place, undefined) : survey))),
    ).map(faultLine);
}

async function replace(path: string, replacement: Replacement): Promise<void> {
  await rm(path, { force: true });
  if (typeof replacement === 'string' || replacement instanceof Uint8Array) await writeFile(path, replacement);
  else if (replacement) await mkdir(path);
}

function change(record: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop();
  let at = record as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (last !== undefined) at[last] = value;
}
