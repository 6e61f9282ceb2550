/** Loads the data set into a pillar's database: what it holds is replaced, what it no longer holds is removed, all else is left alone. */

import type { RecordKindName, RecordOf, RecordSet } from '../schema/records/index.ts';
import type { StewardCode } from '../schema/stewards.ts';
import type { Dataset } from './dataset.ts';
import { generation } from './scale.ts';
import type { Entry } from './survey.ts';
import type { Versions } from './versions.ts';

/** What the loader asks of a mongoose model. */
export interface ShelfModel {
  bulkWrite(operations: Write[], options: { ordered: false }): Promise<unknown>;
  find(condition: Record<string, unknown>, fields: Record<string, 1>): { lean(): PromiseLike<unknown> };
  deleteMany(condition: Record<string, unknown>): PromiseLike<unknown>;
}

/** The whole new document of one record, in the place of one with its id or beside the others. */
export type Write = Replacement | Insertion;

interface Replacement {
  readonly replaceOne: {
    readonly filter: { readonly _id: string };
    readonly replacement: Record<string, unknown>;
    readonly upsert: true;
  };
}

interface Insertion {
  readonly insertOne: { readonly document: Record<string, unknown> };
}

/** A collection of a pillar's database, and how a record is stored in it. */
export interface Shelf {
  readonly kind: RecordKindName;
  /** Whose records stand on it. */
  readonly stewards: readonly StewardCode[];
  readonly model: ShelfModel;
  /** The record as it is stored, without `_id` and `steward`, which the loader adds. */
  stored(record: RecordOf<RecordKindName>, records: RecordSet): Record<string, unknown>;
  /** Of these ids, those whose records cannot be removed, since something that is no part of the data set rests on them. */
  neededOf?(ids: readonly string[]): Promise<string[]>;
  /** What is kept of each record beside it, in a collection that other kinds may share; it does not count as a record. */
  readonly beside?: ShelfBeside | undefined;
}

/** Documents made of the records of a shelf, one of each. */
export interface ShelfBeside {
  readonly model: ShelfModel;
  /** What the documents of this shelf have in common in their collection. */
  readonly among: Readonly<Record<string, unknown>>;
  /** With its `_id`, without `steward`. */
  stored(record: RecordOf<RecordKindName>): { readonly _id: string };
}

/** What a load needs. */
export interface LoadOptions {
  /** All collections of the database that hold records of the data set. */
  readonly shelves: readonly Shelf[];
  /** Of the same database. Its entry is written first as `loading` or `reloading`, and as `complete` when all else is written. */
  readonly versions: Versions;
  readonly dataset: Dataset;
  /** How many generations of synthetic records to add; none if not given. */
  readonly synthetic?: number;
  readonly log: (line: string) => void;
  /** Asked before each write: throws where another process may be loading the same database. */
  readonly assertAlone?: () => void;
}

/** What a load did. */
export interface LoadReport {
  readonly written: number;
  readonly removed: number;
}

/** Documents in one bulk write, and ids in one removal. */
const CHUNK = 500;

/** A data set that lacks records on which decisions or reports rest: nothing was changed. */
export class NeededRecordError extends Error {
  override readonly name = 'NeededRecordError';
}

/**
 * Loads a database. It may be run again at any time, also after one that was interrupted. Throws a NeededRecordError, and changes nothing,
 * where it would remove a record that is needed.
 */
export async function load({
  shelves,
  versions,
  dataset,
  synthetic = 0,
  log,
  assertAlone = () => undefined,
}: LoadOptions): Promise<LoadReport> {
  const { version, hash } = dataset;
  const before = await versions.read();
  await assertNothingNeededGoes(shelves, dataset, synthetic);
  assertAlone();
  const isFilled = before !== null && before.state !== 'loading';
  await versions.write({ version, hash, synthetic, state: isFilled ? 'reloading' : 'loading' });
  const kept = new Map<Board, Set<string>>(shelves.flatMap(boardsOf).map((board) => [board, new Set()]));
  const put = async (records: RecordSet, entriesOf: (kind: RecordKindName) => readonly Entry[]) => {
    for (const [board, ids] of kept)
      for (const id of await replace(board, entriesOf(board.kind), { records, assertAlone })) ids.add(id);
  };
  await put(dataset, (kind) => dataset.entries(kind) as readonly unknown[] as Entry[]);
  for (let number = 1; number <= synthetic; number += 1) {
    const { entries, dataset: records } = generation(dataset, number);
    await put(records, entries);
    if (number % 10 === 0 || number === synthetic) log(`${number} of ${synthetic} generations of synthetic records`);
  }
  const counts = { written: 0, removed: 0 };
  for (const [board, ids] of kept) {
    const removed = await removeAllBut(board, ids, assertAlone);
    if (!board.holdsRecords) continue;
    counts.written += ids.size;
    counts.removed += removed;
  }
  assertAlone();
  await versions.write({ version, hash, synthetic, state: 'complete' });
  return counts;
}

/** One collection, or a part of one, into which a shelf puts a document of each record. */
interface Board extends Pick<Shelf, 'kind' | 'stewards' | 'model'> {
  readonly holdsRecords: boolean;
  readonly among: Readonly<Record<string, unknown>>;
  document(entry: Entry, records: RecordSet): { readonly _id: string };
}

function boardsOf({ kind, stewards, model, stored, beside }: Shelf): Board[] {
  const document: Board['document'] = ({ id, record, steward }, records) => {
    const { id: _, ...fields } = stored(record, records);
    return { ...fields, _id: id, steward: steward.code };
  };
  const board: Board = { kind, stewards, model, holdsRecords: true, among: {}, document };
  if (!beside) return [board];
  return [
    board,
    {
      ...board,
      holdsRecords: false,
      model: beside.model,
      among: beside.among,
      document: ({ record, steward }) => ({ ...beside.stored(record), steward: steward.code }),
    },
  ];
}

async function assertNothingNeededGoes(shelves: readonly Shelf[], dataset: Dataset, synthetic: number): Promise<void> {
  for (const shelf of shelves) {
    if (!shelf.neededOf) continue;
    const kept = new Set(dataset.entries(shelf.kind).map(({ id }) => id));
    const present = await idsOf(shelf, { steward: { $in: shelf.stewards } });
    const needed = (await shelf.neededOf(present.filter((id) => !kept.has(id)))).toSorted();
    if (needed.length === 0) continue;
    for (let number = 1; number <= synthetic; number += 1)
      for (const { id } of generation(dataset, number).entries(shelf.kind)) kept.add(id);
    const [first, ...others] = needed.filter((id) => !kept.has(id));
    if (first !== undefined)
      throw new NeededRecordError(
        `The data set lacks ${[first, ...others].join(', ')}, on which decisions or reports rest: nothing was changed`,
      );
  }
}

async function replace(
  board: Board,
  entries: readonly Entry[],
  { records, assertAlone }: { readonly records: RecordSet; readonly assertAlone: () => void },
): Promise<string[]> {
  const own = entries.filter(({ steward }) => board.stewards.includes(steward.code));
  const all: string[] = [];
  for (let at = 0; at < own.length; at += CHUNK) {
    const documents = own.slice(at, at + CHUNK).map((entry) => board.document(entry, records));
    const ids = documents.map(({ _id }) => _id);
    const present = new Set(await idsOf(board, { _id: { $in: ids } }));
    all.push(...ids);
    assertAlone();
    await board.model.bulkWrite(
      documents.map((document) => write(document, present)),
      { ordered: false },
    );
  }
  return all;
}

/** What is new is inserted: servers take many documents at once, but replace them one by one. */
function write(document: { readonly _id: string }, present: ReadonlySet<string>): Write {
  if (!present.has(document._id)) return { insertOne: { document } };
  return { replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } };
}

async function removeAllBut(
  { model, stewards, among }: Board,
  kept: ReadonlySet<string>,
  assertAlone: () => void,
): Promise<number> {
  const gone = (await idsOf({ model }, { ...among, steward: { $in: stewards } })).filter((id) => !kept.has(id));
  for (let at = 0; at < gone.length; at += CHUNK) {
    assertAlone();
    await model.deleteMany({ _id: { $in: gone.slice(at, at + CHUNK) } });
  }
  return gone.length;
}

async function idsOf({ model }: Pick<Shelf, 'model'>, condition: Record<string, unknown>): Promise<string[]> {
  const found = (await model.find(condition, { _id: 1 }).lean()) as { readonly _id: string }[];
  return found.map(({ _id }) => _id);
}
