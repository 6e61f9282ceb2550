/** Updates: what a document becomes by MongoDB's update operators (mingo's), and what an upsert begins with. */

import { ServerError, unsupported } from '../errors.ts';
import { copyOf, isFields, takeIn, type StoredDocument } from './document.ts';
import { isOperators } from './filter.ts';
import { mingo } from './mingo.ts';

const OPERATORS = new Set([
  ...['$set', '$unset', '$setOnInsert', '$inc', '$mul', '$min', '$max', '$rename'],
  ...['$push', '$pull', '$pullAll', '$addToSet', '$pop', '$currentDate'],
]);

/** A plain copy of an update by operators. Throws by name on what is not supported. */
export function takeInUpdate(update: unknown): Record<string, StoredDocument> {
  if (Array.isArray(update)) throw unsupported('updates by a pipeline');
  const taken = takeIn(update);
  if (!isFields(taken)) throw new ServerError(9, 'An update must be an object');
  for (const [operator, fields] of Object.entries(taken)) {
    if (!operator.startsWith('$'))
      throw new ServerError(9, `Update document requires atomic operators; ${operator} is a field`);
    if (!OPERATORS.has(operator)) throw unsupported(`the update operator ${operator}`);
    if (!isFields(fields)) throw new ServerError(9, `${operator} needs an object of fields`);
  }
  return taken as Record<string, StoredDocument>;
}

/** A plain copy of a whole document that replaces another. */
export function takeInReplacement(replacement: unknown): StoredDocument {
  const taken = takeIn(replacement);
  if (!isFields(taken)) throw new ServerError(9, 'A replacement must be a document');
  const operator = Object.keys(taken).find((field) => field.startsWith('$'));
  if (operator) throw new ServerError(9, `A replacement has no operators, but ${operator}`);
  return taken;
}

/** What an update is applied with. */
export interface UpdateContext {
  filter: StoredDocument;
  arrayFilters: readonly StoredDocument[];
}

/** The document after the update; the one before is not touched. */
export function updated(
  before: StoredDocument,
  update: Record<string, StoredDocument>,
  context: UpdateContext,
): StoredDocument {
  const { $setOnInsert: _, ...operators } = update;
  return applied(copyOf(before), operators, context);
}

/** The document that an upsert inserts: the filter's equalities, then the update; `newId` where neither names an id. */
export function upserted(
  update: Record<string, StoredDocument>,
  context: UpdateContext,
  newId: () => unknown,
): StoredDocument {
  const { $setOnInsert, ...operators } = update;
  const start = equalitiesOf(context.filter);
  const set = { ...operators['$set'], ...$setOnInsert };
  const { _id = start['_id'], ...fields } = set;
  const rest = { ...operators, ...(Object.keys(fields).length > 0 ? { $set: fields } : {}) };
  if (Object.keys(fields).length === 0) delete rest['$set'];
  const { _id: __, ...others } = start;
  return { _id: _id === undefined ? newId() : _id, ...applied(others, rest, context) };
}

/** The equalities of a filter as a document. */
export function equalitiesOf(filter: StoredDocument): StoredDocument {
  const document: StoredDocument = {};
  for (const [field, value] of Object.entries(filter)) {
    if (field === '$and') for (const part of value as StoredDocument[]) Object.assign(document, equalitiesOf(part));
    else if (field.startsWith('$') || value instanceof RegExp) continue;
    else if (!isOperators(value)) setPath(document, field, value);
    else if ('$eq' in value) setPath(document, field, value['$eq']);
  }
  return copyOf(document);
}

function applied(
  document: StoredDocument,
  update: Record<string, StoredDocument>,
  { filter, arrayFilters }: UpdateContext,
): StoredDocument {
  const operators = Object.fromEntries(Object.entries(update).filter(([, fields]) => Object.keys(fields).length > 0));
  if (Object.keys(operators).length === 0) return document;
  const positional = Object.values(operators).some((fields) =>
    Object.keys(fields).some((path) => /\.\$(\.|$)/.test(path)),
  );
  try {
    mingo().update(document, operators as never, arrayFilters as never, (positional ? filter : {}) as never, {
      cloneMode: 'deep',
    });
  } catch (error) {
    throw error instanceof Error ? new ServerError(2, error.message) : error;
  }
  return document;
}

function setPath(document: StoredDocument, path: string, value: unknown): void {
  const segments = path.split('.');
  let node = document;
  for (const segment of segments.slice(0, -1)) {
    const below = node[segment];
    node = isFields(below) ? below : ((node[segment] = {}) as StoredDocument);
  }
  node[segments.at(-1) as string] = value;
}
