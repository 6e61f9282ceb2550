/** Reads the files of a data set folder as they are, and says which version of the data they hold. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_KIND_NAMES, RECORDS, type Folder, type RecordKindName } from '../schema/records/index.ts';
import { fileFault, type Fault } from './faults.ts';
import { parseJson } from './json-syntax.ts';

/** Where the data set of this code is. */
export const DATA_SET_FOLDER = join(import.meta.dirname, 'data');

/** The file that names the version of the data. */
const VERSION_FILE = 'version.json';

/** A file of records. */
export interface RecordFile {
  /** Below the data folder: `ascc/issues.json`. */
  readonly file: string;
  readonly folder: Folder;
  readonly kind: RecordKindName;
}

/** All files of records, kind by kind, in the order of their folders. */
export const RECORD_FILES: readonly RecordFile[] = RECORD_KIND_NAMES.flatMap((kind) =>
  RECORDS[kind].folders.map((folder) => ({ file: `${folder}/${RECORDS[kind].file}`, folder, kind })),
);

/** Which data a data set or a store holds. */
export interface DataVersion {
  /** Text that grows with time, such as the day of the edition. */
  readonly version: string;
  /** SHA-256 of the files, in hexadecimal: tells two editions of one version apart. */
  readonly hash: string;
}

/** The texts of a data set folder by file name (`ascc/issues.json`), and the faults found on the way. */
export interface DataFolder extends DataVersion {
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
}

/** Reads a folder. Throws only where the folder itself cannot be read; all else is a fault. */
export async function readDataFolder(folder: string): Promise<DataFolder> {
  const expected = [VERSION_FILE, ...RECORD_FILES.map(({ file }) => file)];
  const faults: Fault[] = [];
  const texts = new Map<string, string>();
  const present = new Set(await jsonFiles(folder));
  for (const file of expected) {
    const read = present.has(file) ? await readText(join(folder, file)) : { found: 'no such file' };
    if ('text' in read) texts.set(file, read.text);
    else faults.push(fileFault(file, { found: read.found, allowed: 'a JSON file in UTF-8' }));
  }
  for (const file of present)
    if (!expected.includes(file))
      faults.push(fileFault(file, { found: 'a file that the data set does not know', allowed: 'no such file' }));
  faults.push(...versionFaults(texts.get(VERSION_FILE)));
  const version = versionIn(texts.get(VERSION_FILE));
  return { version: version ?? '', hash: hashOf(texts), texts, faults };
}

async function jsonFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.map((entry) => entry.name);
  for (const entry of entries.filter((each) => each.isDirectory()))
    files.push(...(await readdir(join(folder, entry.name))).map((name) => `${entry.name}/${name}`));
  return files.filter((name) => name.endsWith('.json')).toSorted();
}

/** The text of a file, or in words what was found in its place. */
async function readText(path: string): Promise<{ readonly text: string } | { readonly found: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { found: code === 'EISDIR' ? 'a folder' : `a file that cannot be read (${String(code ?? error)})` };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { found: 'bytes that are not UTF-8' };
  }
}

function versionFaults(text: string | undefined): Fault[] {
  if (text === undefined) return [];
  if (versionIn(text) !== undefined) return parseJson(VERSION_FILE, text).faults;
  return [
    fileFault(VERSION_FILE, {
      path: 'version',
      found: JSON.stringify(text.trim().slice(0, 80)),
      allowed: '{ "version": "…" } with a text that grows from edition to edition, such as the day',
    }),
  ];
}

function versionIn(text: string | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
    return typeof version === 'string' && version.trim() !== '' ? version : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [file, text] of texts) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}
