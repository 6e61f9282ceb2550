/** The options of operations: those that are met, those that mean nothing here, and all others refused by name. */

import { ServerError, unsupported } from '../errors.ts';
import { isFields } from './document.ts';
import type { SortField } from './plan.ts';

/** Options of an operation, as handed in. */
export type OperationOptions = Readonly<Record<string, unknown>>;

/** Options that change how a server works, never what it answers. */
const IDLE = new Set([
  ...[
    'readConcern',
    'writeConcern',
    'readPreference',
    'maxTimeMS',
    'comment',
    'batchSize',
    'allowDiskUse',
    'noCursorTimeout',
  ],
  ...[
    'background',
    'timeoutMS',
    'w',
    'j',
    'wtimeout',
    'raw',
    'retryWrites',
    'promoteValues',
    'serializeFunctions',
    'enableUtf8Validation',
  ],
  ...[
    'ignoreUndefined',
    'checkKeys',
    'forceServerObjectId',
    'maxAwaitTimeMS',
    'awaitData',
    'cursor',
    'fieldsAsRaw',
    'bypassDocumentValidation',
  ],
]);

/** What mongoose itself leaves among the options of an operation. */
const OF_MONGOOSE = new Set([
  ...[
    'lean',
    'strict',
    'strictQuery',
    'timestamps',
    'runValidators',
    'setDefaultsOnInsert',
    'new',
    'populate',
    'rawResult',
  ],
  ...[
    'skipValidation',
    'validateBeforeSave',
    'validateModifiedOnly',
    'throwOnValidationError',
    'pathsToSave',
    'middleware',
  ],
  ...[
    'sanitizeFilter',
    'requireFilter',
    'translateAliases',
    'overwriteImmutable',
    'overwriteDiscriminatorKey',
    'transform',
  ],
  ...['defaults', 'context', '_populateBatchSize'],
]);

/** Checks that an operation is asked nothing that would go unheard. */
export function checkOptions(
  operation: string,
  options: OperationOptions | undefined,
  met: readonly string[],
): OperationOptions {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (value === undefined || value === null || met.includes(name) || IDLE.has(name) || OF_MONGOOSE.has(name))
      continue;
    if (
      value === false &&
      ['explain', 'tailable', 'showRecordId', 'returnKey', 'sparse', 'hidden', 'singleBatch'].includes(name)
    )
      continue;
    throw unsupported(`the option ${name} of ${operation}`);
  }
  return options ?? {};
}

/** Reads an order: `{ startDate: 1, _id: 1 }`, a Map, or pairs; directions may be words. */
export function sortOf(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  const entries: [string, unknown][] =
    sort instanceof Map
      ? [...(sort as Map<string, unknown>).entries()]
      : Array.isArray(sort)
        ? (sort as [string, unknown][])
        : isFields(sort)
          ? Object.entries(sort)
          : refuse(sort);
  return entries.map(([path, direction]) => ({ path, direction: directionOf(direction) }));
}

/** Reads a number of rows; 0 where none is given. */
export function rowCount(name: string, value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new ServerError(2, `${name} must be a whole number from 0, not ${JSON.stringify(value)}`);
  }
  return value;
}

function directionOf(direction: unknown): 1 | -1 {
  if (direction === 1 || direction === 'asc' || direction === 'ascending' || direction === '1') return 1;
  if (direction === -1 || direction === 'desc' || direction === 'descending' || direction === '-1') return -1;
  throw unsupported(`the sort direction ${JSON.stringify(direction)}`);
}

function refuse(sort: unknown): never {
  throw unsupported(`the order ${JSON.stringify(sort)}`);
}
