/** The data files as they are, for expectations that are worked out without any code of the graph. */

import { readdirSync, readFileSync } from 'node:fs';

/** A record of a data file; a test says what it expects in it. */
// oxlint-disable-next-line no-explicit-any
export type DataRecord = any;

/** The folder of a steward. */
export type Folder = 'apsc' | 'aec' | 'ascc' | 'asean';

/** A file of the data set. */
export interface DataFile {
  readonly folder: Folder;
  readonly file: string;
}

/** The folders in the order of the stewards. */
export const FOLDERS: readonly Folder[] = ['apsc', 'aec', 'ascc', 'asean'];

const DATA = new URL('../../seed/data/', import.meta.url);

/** All files of the data set. */
export function dataFiles(): DataFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, DATA))
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ folder, file })),
  );
}

const contents = new Map<string, DataRecord>();

/** The content of a file; the same object at every call. */
export function readDataFile({ folder, file }: DataFile): DataRecord {
  const path = `${folder}/${file}`;
  const content: unknown = contents.get(path) ?? JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));
  contents.set(path, content);
  return content;
}

/** The records of all files of a name (`bodies`), or of those of some folders, in the order of the stewards and of the files. */
export function records(name: string, folders: readonly Folder[] = FOLDERS): DataRecord[] {
  return dataFiles()
    .filter(({ folder, file }) => file === `${name}.json` && folders.includes(folder))
    .flatMap(readDataFile);
}

/** The record with this id. Throws where there is none. */
export function record(name: string, id: string): DataRecord {
  const found = records(name).find((one) => one.id === id);
  if (!found) throw new Error(`${name} has no record ${id}`);
  return found;
}

/** Compares texts by code unit; null comes first. */
export function byText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Records sorted by what `keys` gives of each: the first that differ decide, null comes first. */
export function sortedBy(
  list: readonly DataRecord[],
  keys: (one: DataRecord) => readonly (string | number | null)[],
): DataRecord[] {
  return [...list].sort((a, b) => {
    const right = keys(b);
    for (const [index, left] of keys(a).entries()) {
      const order = compare(left, right[index] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: string | number | null, b: string | number | null): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : byText(a as string | null, b as string | null);
}

/** The value of a vocabulary as the graph spells it: `led-by` is `LED_BY`. */
export function graphSpelling(value: string): string {
  return value.toUpperCase().replaceAll('-', '_');
}
