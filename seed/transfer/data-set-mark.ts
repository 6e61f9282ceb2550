/** What a database says of the data set in it, as a move reads and writes it. */

import type { Database } from './database.ts';
import type { StoredDocument } from './document-text.ts';
import { DATA_SET_SHAPE, type DataSet } from './format.ts';
import { DATA_SET, OWN_COLLECTION } from './own-documents.ts';
import { z } from 'zod';

/** What a database says of itself; `import` is the SHA-256 of the lines whose import has begun and not ended. */
export interface Mark extends DataSet {
  readonly state: string;
  readonly import?: string | undefined;
}

const MARK_SHAPE = z.object({ ...DATA_SET_SHAPE.shape, state: z.string(), import: z.string().optional() });

/** Reads the document; undefined where it says nothing that can be read. */
export function markOf(document: StoredDocument | null): Mark | undefined {
  return MARK_SHAPE.safeParse(document).data;
}

/** What a database says of itself. */
export async function readMark(database: Database): Promise<Mark | undefined> {
  return markOf(await database.find(OWN_COLLECTION, DATA_SET));
}

/** Says that an import has begun: until the document of the file stands in its place, no start takes the database for complete. */
export async function markImport(
  database: Database,
  { version, hash, synthetic }: DataSet,
  sha256: string,
): Promise<void> {
  const document = { _id: DATA_SET, version, hash, synthetic, state: 'loading', import: sha256 };
  await database.put(OWN_COLLECTION, [document]);
}
