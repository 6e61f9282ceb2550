/** Declarations of indexes: read, named as MongoDB names them, and described. */

import { ServerError, unsupported } from '../errors.ts';
import { isFields, takeIn, type StoredDocument } from './document.ts';
import type { IndexSpec, IndexTable } from './index-table.ts';
import { checkOptions, type OperationOptions } from './options.ts';

/** Reads the declaration of an index. Throws by name on kinds of index that are not supported. */
export function declarationOf(key: unknown, options?: OperationOptions): IndexSpec {
  const { name, unique } = checkOptions('createIndex', options, ['name', 'unique']);
  const taken = takeIn(key);
  if (!isFields(taken) || Object.keys(taken).length === 0)
    throw new ServerError(67, 'An index needs at least one path');
  for (const [path, kind] of Object.entries(taken)) {
    if (kind !== 1 && kind !== -1) throw unsupported(`the index kind ${JSON.stringify(kind)} (${path})`);
  }
  const declared = taken as IndexSpec['key'];
  return { key: declared, unique: unique === true, name: typeof name === 'string' ? name : nameOf(declared) };
}

/** An index as `listIndexes` shows it. */
export function described({ spec: { name, key, unique } }: IndexTable): StoredDocument {
  return { v: 2, key: { ...key }, name, ...(unique && name !== '_id_' ? { unique } : {}) };
}

function nameOf(key: IndexSpec['key']): string {
  return Object.entries(key)
    .map(([path, direction]) => `${path}_${direction}`)
    .join('_');
}
