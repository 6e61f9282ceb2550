/** Moves transfer files into databases: nothing before the files are checked whole, and complete only once read back. */

import type { Check } from './check.ts';
import { markImport, markOf, readMark } from './data-set-mark.ts';
import { DATABASES, tallyOf, type Database } from './database.ts';
import { textOf, type StoredDocument } from './document-text.ts';
import { DATA_SET, isDataSet, OWN_COLLECTION } from './own-documents.ts';
import { readTransferFile } from './read-file.ts';
import { checkedSections, type CheckedSection } from './source-files.ts';
import { counted, difference, total } from './tally.ts';
import { TransferError } from './transfer-error.ts';

/** A database that an import has opened. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}

/** What an import needs. */
export interface ImportOptions {
  /** A transfer file, or a folder of the files of one export. */
  readonly from: string;
  /** Opens a database to write. */
  readonly open: (name: string) => Promise<OpenDatabase>;
  /** Whether what a database holds already gives way. */
  readonly replace: boolean;
  /** What the files must hold beside being whole. */
  readonly checks?: readonly Check[];
  readonly log: (line: string) => void;
}

interface Move {
  readonly section: CheckedSection;
  readonly database: OpenDatabase;
  /** Whether the database holds exactly this already. */
  readonly isDone: boolean;
}

/** Documents written at once, and the characters of their texts. */
const BATCH = 500;
const BATCH_CHARACTERS = 4_000_000;

/**
 * Imports files. From the first write until everything is read back, each database says of itself that it is loading; the same import,
 * begun again, starts over and ends the same. Throws a TransferError on whatever is wrong with the files and on databases that hold
 * other documents, before anything is written.
 */
export async function importFiles({ from, open, replace, checks, log }: ImportOptions): Promise<void> {
  const sections = await checkedSections(from, DATABASES, checks);
  const moves: Move[] = [];
  const opened: OpenDatabase[] = [];
  try {
    for (const section of sections) {
      const database = await open(section.header.database);
      opened.push(database);
      moves.push({ section, database, isDone: await mayBeWritten(database, section, replace) });
    }
    const due = moves.filter(({ isDone }) => !isDone);
    for (const { section, database } of due) await markImport(database, section.header.dataSet, section.sha256);
    for (const move of due) await write(move);
    for (const move of due) await verify(move);
    for (const { section, database } of due) await complete(database, section.mark);
    report(moves, log);
  } finally {
    for (const database of opened) await database.close();
  }
}

/** Whether the database holds the section already. Throws where it holds anything else. */
async function mayBeWritten(database: Database, section: CheckedSection, replace: boolean): Promise<boolean> {
  if (replace || (await database.isEmpty())) return false;
  const mark = await readMark(database);
  if (mark?.state === 'loading' && mark.import === section.sha256) return false;
  if (mark?.state === 'complete' && difference(await tallyOf(database), section.tallies) === undefined) return true;
  const what = mark?.import === undefined ? 'documents already' : 'an unfinished import of another file';
  throw new TransferError(
    `${database.name} holds ${what}: nothing was written; --replace puts the file in their place`,
  );
}

async function write({ section, database }: Move): Promise<void> {
  await database.empty();
  const waiting: StoredDocument[] = [];
  let collection = '';
  let characters = 0;
  const flush = async () => {
    if (waiting.length > 0) await database.put(collection, waiting);
    waiting.length = 0;
    characters = 0;
  };
  for await (const part of readTransferFile(section.file)) {
    if (part.kind === 'section') {
      if (part.section.header.database !== database.name) continue;
      if (part.section.sha256 !== section.sha256)
        throw new TransferError(`${section.file} was changed during the import`);
    } else if (part.header.database === database.name && !isDataSet(part.row)) {
      const { row } = part;
      const isFull = waiting.length >= BATCH || characters >= BATCH_CHARACTERS;
      if (isFull || row.collection !== collection) await flush();
      collection = row.collection;
      waiting.push(row.document);
      characters += row.text.length;
    }
  }
  await flush();
}

/** Reads back; where the mark of the import still stands, the document of the file is about to stand. */
async function verify({ section, database }: Move): Promise<void> {
  const mark = textOf(section.mark);
  const seen = async function* () {
    for await (const row of database.rows()) yield isDataSet(row) ? { ...row, text: mark } : row;
  };
  const wrong = difference(await tallyOf({ ...database, rows: seen }), section.tallies);
  if (wrong !== undefined)
    throw new TransferError(`${database.name} does not hold what ${section.file} says, it stays incomplete: ${wrong}`);
}

async function complete(database: Database, mark: StoredDocument): Promise<void> {
  await database.put(OWN_COLLECTION, [mark]);
  const found = await database.find(OWN_COLLECTION, DATA_SET);
  if (!found || textOf(found) !== textOf(mark))
    throw new TransferError(
      `${database.name} does not say of itself what was written: ${JSON.stringify(markOf(found))}`,
    );
}

function report(moves: readonly Move[], log: (line: string) => void): void {
  for (const { section, isDone } of moves) {
    const { header, tallies, file } = section;
    const done = isDone ? 'held already what is' : `${total(tallies)} documents (${counted(tallies)})`;
    log(`${header.database}: ${done} ${isDone ? 'in' : 'from'} ${file}`);
  }
  const written = moves.filter(({ isDone }) => !isDone).map(({ section }) => section);
  if (written.length === 0) return log('Nothing was written: the stores hold all of it already.');
  const versions = [...new Set(written.map(({ header }) => header.dataSet.version))].join(', ');
  const all = written.reduce((sum, { tallies }) => sum + total(tallies), 0);
  log(`Imported ${all} documents of the data set ${versions}; the stores were read again and agree with the files.`);
}
