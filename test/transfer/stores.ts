/** Stores for tests of moves: filled, read back, and the commands that move what they hold. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { createDatabase, DATABASES, type Database } from '../../seed/transfer/database.ts';
import type { StoredDocument } from '../../seed/transfer/document-text.ts';
import { exportDatabases } from '../../seed/transfer/export.ts';
import { importFiles } from '../../seed/transfer/import.ts';
import { openStore, type StoreSettings } from '../../subgraphs/kit/store/open.ts';

/** The documents of one database by collection. */
export type Contents = Readonly<Record<string, readonly StoredDocument[]>>;

/** What a command said, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The document of a complete data set, as the loader writes it. */
export const COMPLETE = { _id: 'data-set', version: '2026-01-31', hash: 'abc', state: 'complete', synthetic: 0 };

/** A small store of all three databases; one collection is known to no code, and has values that JSON has not. */
export const SMALL: Readonly<Record<string, Contents>> = {
  asean_apsc: {
    datasets: [COMPLETE],
    bodies: [
      { _id: 'apsc:amm', name: 'ASEAN Foreign Ministers’ Meeting', aliases: [], parentId: null },
      { _id: 'asean:acc', name: 'Line\u2028separator, \ud83c\udf0f, "quotes"\n', size: -12.5e-7, isOpen: true },
    ],
  },
  asean_aec: { datasets: [COMPLETE], observations: many(1203) },
  asean_ascc: {
    datasets: [COMPLETE],
    decisions: [
      {
        _id: new mongoose.Types.ObjectId('65f0c0ffee65f0c0ffee65f0'),
        takenAt: new Date('2026-02-03T04:05:06.789Z'),
        founded: new Date(Date.UTC(1967, 7, 8)),
        votes: [{ by: new mongoose.Types.ObjectId('65f0c0ffee65f0c0ffee65f1'), at: [new Date(0)] }],
      },
    ],
    counters: [{ _id: 7, n: 3 }],
  },
};

/** Documents with an id each. */
export function many(count: number, text = 'x'): StoredDocument[] {
  return Array.from({ length: count }, (_, n) => ({ _id: `aec:${n}`, value: n / 7, text }));
}

/** Works on one open database. */
export async function using<T>(
  settings: StoreSettings,
  name: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { connection, close } = await openStore(name, settings);
  try {
    return await work(createDatabase(name, connection));
  } finally {
    await close();
  }
}

/** Puts documents into the databases of a store. */
export async function fill(
  settings: StoreSettings,
  contents: Readonly<Record<string, Contents>> = SMALL,
): Promise<void> {
  for (const [name, collections] of Object.entries(contents))
    await using(settings, name, async (database) => {
      for (const [collection, documents] of Object.entries(collections)) await database.put(collection, documents);
    });
}

/** Everything that the databases of a store hold, as texts in order. */
export async function holdings(settings: StoreSettings): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of DATABASES)
    found[name] = await using(settings, name, async (database) => {
      const rows: string[] = [];
      for await (const { collection, text } of database.rows()) rows.push(`${collection} ${text}`);
      return rows.toSorted();
    });
  return found;
}

/** Exports databases in this process. Returns what it said. */
export async function exportStore(settings: StoreSettings, out: string, names = DATABASES): Promise<string[]> {
  const said: string[] = [];
  const stores = [];
  try {
    for (const name of names) stores.push({ name, ...(await openStore(name, settings)) });
    const databases = stores.map(({ name, connection }) => createDatabase(name, connection));
    await exportDatabases({ databases, out, exportedAt: new Date(), log: (line) => said.push(line) });
    return said;
  } finally {
    for (const { close } of stores) await close();
  }
}

/** Imports files in this process. Returns what it said. */
export async function importStore(settings: StoreSettings, from: string, replace = false): Promise<string[]> {
  const said: string[] = [];
  const open = async (name: string) => {
    const { connection, close } = await openStore(name, settings);
    return { ...createDatabase(name, connection), close };
  };
  await importFiles({ from, open, replace, log: (line) => said.push(line) });
  return said;
}

/** Runs `npm run export` or `npm run import` as it runs for an operator. */
export function command(
  name: 'export' | 'import',
  args: readonly string[],
  { env = {}, node = [] }: { env?: Readonly<Record<string, string>>; node?: readonly string[] } = {},
): Promise<Outcome> {
  return runNode([...node, join(import.meta.dirname, `../../seed/${name}.ts`), ...args], env);
}

/** Runs a program of Node's; the code of one that was killed is -1. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const options = { env: { ...process.env, MONGODB_URI: '', DATA_DIR: '', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}
