/** The records of a collection as its store has them at once: shared by all requests, frozen, and as they were last written. */

import type { EntityKind } from '../../schema/kinds.ts';
import type { Condition, StoredRecord } from './collection.ts';
import { recordOf } from './document.ts';
import type { CollectionMemory, SharedDocument } from './store/memory.ts';

/** Records that are answered without a promise. */
export interface RecordMemory {
  /** Null where there is none. */
  record(id: string): StoredRecord | null;
  /** The records whose `path` is or holds the value, in the order of `sort`, then by id. */
  related(path: string, value: string | number, sort: readonly string[]): readonly StoredRecord[];
  /** All records that meet a condition, in the order of `sort`, then by id. */
  all(condition: Condition, sort: readonly string[]): readonly StoredRecord[];
  /** Documents as they are stored. */
  find: CollectionMemory['find'];
  /** What is made of the collection alone, until the collection is written to. */
  kept: CollectionMemory['kept'];
}

/** Makes sure that what all requests share stays as it is, through and through. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const part of Object.values(value)) freeze(part);
  Object.freeze(value);
}

/** The records of a kind in the memory of their collection. */
export function createRecordMemory(kind: EntityKind, memory: CollectionMemory): RecordMemory {
  // A record lives as long as the document that it was made of.
  const made = new WeakMap<SharedDocument, StoredRecord>();
  const shared = (document: SharedDocument): StoredRecord => {
    let record = made.get(document);
    if (!record) {
      record = recordOf(kind, { ...document });
      freeze(record);
      made.set(document, record);
    }
    return record;
  };
  const record = (id: string): StoredRecord | null => {
    const document = memory.get(id);
    return document ? shared(document) : null;
  };
  const find = (condition: Condition, sort: readonly string[]) =>
    memory.find(condition, { sort: Object.fromEntries([...sort, '_id'].map((path) => [path, 1])) });
  return {
    record,
    related(path, value, sort) {
      const key = `related ${path} ${sort.join(' ')} ${typeof value} ${value}`;
      const ids = memory.kept(
        key,
        () => find({ [path]: value }, sort).map(({ _id }) => _id as string),
        ({ length }) => length,
      );
      return ids.map((id) => record(id) as StoredRecord);
    },
    all: (condition, sort) => find(condition, sort).map(shared),
    find: (condition, query) => memory.find(condition, query),
    kept: (key, make, sizeOf) => memory.kept(key, make, sizeOf),
  };
}
