/** A database as a move sees it: whatever collections it has, also those that this code does not know. */

import type { Connection } from 'mongoose';
import { PILLARS, type Steward } from '../../schema/stewards.ts';
import { textOf, type StoredDocument } from './document-text.ts';
import { DATA_SET, DATA_VERSION, held, LEASE, OWN_COLLECTION } from './own-documents.ts';
import { createTallyCounter, type Tallies } from './tally.ts';
import { TransferError } from './transfer-error.ts';

/** The name of a pillar's database. */
export const databaseOf = ({ subgraph }: Steward): string => `asean_${subgraph}`;

/** The names of the databases, in the order of the pillars. */
export const DATABASES: readonly string[] = PILLARS.map(databaseOf);

/** One document of a database. */
export interface Row {
  readonly collection: string;
  readonly document: StoredDocument;
  readonly text: string;
}

/** An open database. */
export interface Database {
  readonly name: string;
  /** Every document, collection by collection, each in the order of its own. Memory does not grow with them. */
  rows(): AsyncIterable<Row>;
  /** The document with this id. */
  find(collection: string, id: string): Promise<StoredDocument | null>;
  /** Puts whole documents in the place of those with the same ids, or adds them. */
  put(collection: string, documents: readonly StoredDocument[]): Promise<void>;
  /** Removes all documents but those by which the database speaks of itself; the indexes stay. */
  empty(): Promise<void>;
  /** Whether there is no document at all. */
  isEmpty(): Promise<boolean>;
}

/** Documents that travel at once. */
const CHUNK = 500;

/** The methods of MongoDB's collections that a move uses; its own types leave no room for ids of any type. */
interface Collection {
  find(filter: object, options: object): AsyncIterable<StoredDocument> & { toArray(): Promise<StoredDocument[]> };
  findOne(filter: object): Promise<StoredDocument | null>;
  bulkWrite(operations: readonly object[], options: object): Promise<unknown>;
  deleteMany(filter: object): Promise<unknown>;
}

/** The database of a connection. */
export function createDatabase(name: string, connection: Connection): Database {
  const collection = (of: string) => connection.collection(of) as unknown as Collection;
  const collections = async () =>
    (await connection.listCollections())
      .filter(({ name: each, type }) => (type ?? 'collection') === 'collection' && !each.startsWith('system.'))
      .map(({ name: each }) => each)
      .toSorted();
  return {
    name,
    async *rows() {
      for (const each of await collections())
        for await (const document of collection(each).find(held(each), { batchSize: CHUNK }))
          yield { collection: each, document, text: textIn(`${name}.${each}`, document) };
    },
    find: (of, id) => collection(of).findOne({ _id: id }),
    async put(into, documents) {
      const operations = documents.map((document) => ({
        replaceOne: { filter: { _id: document['_id'] }, replacement: document, upsert: true },
      }));
      await collection(into).bulkWrite(operations, { ordered: false });
    },
    async empty() {
      for (const each of await collections()) {
        const filter = each === OWN_COLLECTION ? { _id: { $nin: [DATA_SET, LEASE, DATA_VERSION] } } : {};
        for (;;) {
          const found = await collection(each)
            .find(filter, { projection: { _id: 1 }, limit: CHUNK })
            .toArray();
          if (found.length === 0) break;
          await collection(each).deleteMany({ _id: { $in: found.map(({ _id }) => _id) } });
        }
      }
    },
    async isEmpty() {
      for (const each of await collections()) if (await collection(each).findOne(held(each))) return false;
      return true;
    },
  };
}

/** What the documents of a database come to. */
export async function tallyOf(database: Database): Promise<Tallies> {
  const counter = createTallyCounter();
  for await (const { collection, text } of database.rows()) counter.add(collection, text);
  return counter.tallies;
}

function textIn(namespace: string, document: StoredDocument): string {
  try {
    return textOf(document);
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    const id = typeof document['_id'] === 'string' ? document['_id'] : String(document['_id']);
    throw new TransferError(`${namespace}: ${id}: ${error.message}`, { cause: error });
  }
}
