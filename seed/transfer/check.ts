/** What a collection must hold beside being whole: whoever moves the ledger of decisions proves it on both sides. */

import type { Row } from './database.ts';
import type { StoredDocument } from './document-text.ts';
import type { Section } from './read-file.ts';
import { TransferError } from './transfer-error.ts';

/** A check of one collection. */
export interface Check {
  readonly database: string;
  readonly collection: string;
  /** What is wrong, in a line; undefined where nothing is. */
  faultOf(documents: readonly StoredDocument[]): Promise<string | undefined>;
}

/** Checks the sections of a file as they are read. */
export interface Checking {
  add(database: string, row: Row): void;
  /** Throws a TransferError that names the file, at the end of a section. */
  end(section: Section): Promise<void>;
}

/** Gathers the documents of the collections that are checked. */
export function createChecking(checks: readonly Check[]): Checking {
  const gathered = new Map<Check, StoredDocument[]>(checks.map((check) => [check, []]));
  return {
    add(database, { collection, document }) {
      for (const [check, documents] of gathered)
        if (check.database === database && check.collection === collection) documents.push(document);
    },
    async end({ file, header }) {
      for (const [check, documents] of gathered) {
        if (check.database !== header.database) continue;
        const fault = await check.faultOf(documents);
        if (fault !== undefined) throw new TransferError(`${file}: ${check.collection}: ${fault}`);
        documents.length = 0;
      }
    },
  };
}
