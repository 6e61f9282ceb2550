/** Moves everything that databases hold into transfer files, whoever reads and writes beside it. */

import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createChecking, type Check } from './check.ts';
import { readMark } from './data-set-mark.ts';
import { tallyOf, type Database } from './database.ts';
import { ENDING, type DataSet, type Header } from './format.ts';
import { readTransferFile } from './read-file.ts';
import { counted, difference, total, type Tallies } from './tally.ts';
import { TransferError } from './transfer-error.ts';
import { createTransferFile, type TransferFileWriter } from './write-file.ts';

/** What an export needs. */
export interface ExportOptions {
  /** In the order in which they are written. */
  readonly databases: readonly Database[];
  /** A file whose name ends in `.ndjson` takes all databases, a folder one file each. */
  readonly out: string;
  readonly exportedAt: Date;
  /** What the stores must hold beside being whole. */
  readonly checks?: readonly Check[];
  readonly log: (line: string) => void;
}

/** How often the stores are read before an export gives up on those who write meanwhile. */
const ATTEMPTS = 5;

interface Target {
  readonly file: string;
  readonly databases: readonly Database[];
}

/**
 * Exports databases. Everything is read twice: where both readings are the same, the files hold one state that all the databases had
 * at the same moment, between the two. Throws a TransferError, and leaves no file, where a database is not complete, a file exists
 * already or cannot be written, or the stores do not come to rest.
 */
export async function exportDatabases({ databases, out, exportedAt, checks = [], log }: ExportOptions): Promise<void> {
  const targets = await prepare(databases, out);
  for (let attempt = 1; ; attempt += 1) {
    const files: TransferFileWriter[] = [];
    try {
      const before = await dataSetsOf(databases);
      const tallies = new Map<Database, Tallies>();
      for (const target of targets) {
        const file = await createTransferFile(target.file);
        files.push(file);
        for (const [index, database] of target.databases.entries()) {
          const header = headerOf({ database, index, target, databases, exportedAt, dataSet: before.get(database) });
          tallies.set(database, await file.section(header, database.rows()));
        }
        await file.end();
      }
      const changed = await changeSince(tallies, before);
      if (changed === undefined) {
        for (const file of files) await readBack(file.partial, tallies, checks);
        for (const file of files) await file.publish();
        return report(targets, tallies, before, log);
      }
      if (attempt === ATTEMPTS)
        throw new TransferError(
          `${changed}: the stores were written to at each of ${ATTEMPTS} attempts; try again later`,
        );
      log(`${changed}: the store was written to meanwhile, so the export begins again`);
    } finally {
      for (const file of files) await file.discard();
    }
  }
}

async function prepare(databases: readonly Database[], out: string): Promise<Target[]> {
  const inOne = out.endsWith(ENDING);
  const targets = inOne
    ? [{ file: out, databases }]
    : databases.map((database) => ({ file: join(out, database.name + ENDING), databases: [database] }));
  for (const { file } of targets)
    if (await stat(file).catch(() => undefined)) throw new TransferError(`${file} exists already: nothing was written`);
  const folder = inOne ? dirname(out) : out;
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new TransferError(`The folder ${folder} cannot be made: ${error.message}`, { cause: error });
  });
  return targets;
}

async function dataSetsOf(databases: readonly Database[]): Promise<Map<Database, DataSet>> {
  const found = new Map<Database, DataSet>();
  for (const database of databases) {
    const mark = await readMark(database);
    if (!mark) throw new TransferError(`${database.name} holds no data set: there is nothing to export`);
    if (mark.state !== 'complete')
      throw new TransferError(
        `${database.name} is incomplete: what was loaded or imported last did not come to its end`,
      );
    const { version, hash, synthetic } = mark;
    found.set(database, { version, hash, synthetic });
  }
  return found;
}

function headerOf({ database, index, target, databases, exportedAt, dataSet }: HeaderParts): Header {
  return {
    transfer: 1,
    database: database.name,
    section: index + 1,
    sections: target.databases.length,
    databases: databases.map(({ name }) => name),
    dataSet: dataSet as DataSet,
    exportedAt: exportedAt.toISOString(),
  };
}

interface HeaderParts {
  readonly database: Database;
  readonly index: number;
  readonly target: Target;
  readonly databases: readonly Database[];
  readonly exportedAt: Date;
  readonly dataSet: DataSet | undefined;
}

async function changeSince(
  tallies: ReadonlyMap<Database, Tallies>,
  before: Map<Database, DataSet>,
): Promise<string | undefined> {
  for (const [database, expected] of tallies) {
    const found = difference(await tallyOf(database), expected);
    if (found !== undefined) return `${database.name}: ${found}`;
  }
  const after = await dataSetsOf([...tallies.keys()]);
  const other = [...tallies.keys()].find(
    (database) => JSON.stringify(after.get(database)) !== JSON.stringify(before.get(database)),
  );
  return other && `${other.name}: the data set is another`;
}

/** What the disk gives back is what the stores gave. */
async function readBack(
  file: string,
  tallies: ReadonlyMap<Database, Tallies>,
  checks: readonly Check[],
): Promise<void> {
  const checking = createChecking(checks);
  const byName = new Map([...tallies].map(([{ name }, each]) => [name, each]));
  for await (const part of readTransferFile(file)) {
    if (part.kind !== 'section') {
      checking.add(part.header.database, part.row);
      continue;
    }
    await checking.end(part.section);
    const { header, tallies: found } = part.section;
    const wrong = difference(found, byName.get(header.database) ?? new Map());
    if (wrong !== undefined) throw new TransferError(`${file} does not hold what was written: ${wrong}`);
  }
}

function report(
  targets: readonly Target[],
  tallies: ReadonlyMap<Database, Tallies>,
  dataSets: ReadonlyMap<Database, DataSet>,
  log: (line: string) => void,
): void {
  for (const { file, databases } of targets)
    for (const database of databases) {
      const each = tallies.get(database) ?? new Map();
      log(`${database.name}: ${total(each)} documents (${counted(each)}) in ${file}`);
    }
  const versions = [...new Set([...dataSets.values()].map(({ version }) => version))].join(', ');
  const all = [...tallies.values()].reduce((sum, each) => sum + total(each), 0);
  log(`Exported ${all} documents of the data set ${versions}; stores and files were read again and agree.`);
}
