/** Aggregations: leading `$match`, `$sort`, `$skip` and `$limit` on the indexes, the rest by mingo. */

import { ServerError, unsupported } from '../errors.ts';
import { copyOf, isFields, takeIn, type StoredDocument } from './document.ts';
import { takeInFilter } from './filter.ts';
import { mingo } from './mingo.ts';
import { rowCount, sortOf } from './options.ts';
import type { ReadRequest } from './read.ts';

const STAGES = new Set(['$match', '$group', '$sort', '$project', '$limit', '$skip', '$unwind', '$count']);
const REFUSED = new Set([
  '$expr',
  '$where',
  '$function',
  '$accumulator',
  '$lookup',
  '$text',
  '$rand',
  '$sampleRate',
  '$jsonSchema',
]);

/** A pipeline taken apart. */
export interface Pipeline {
  /** What its first stages ask of the collection. */
  request: ReadRequest;
  /** What is then done with the documents. */
  rest: StoredDocument[];
}

/** Takes a pipeline apart. Throws by name on stages and operators that are not supported. */
export function pipelineOf(stages: readonly unknown[]): Pipeline {
  const taken = stages.flatMap((stage) => spelledOut(takeInStage(stage)));
  const request: ReadRequest = { filter: {}, sort: [], skip: 0, limit: 0 };
  const filters: StoredDocument[] = [];
  while (taken[0] && '$match' in taken[0]) filters.push(takeInFilter(taken.shift()?.['$match']));
  request.filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  if (taken[0] && '$sort' in taken[0]) request.sort = sortOf(taken.shift()?.['$sort']);
  if (taken[0] && '$skip' in taken[0]) request.skip = rowCount('$skip', taken.shift()?.['$skip']);
  if (taken[0] && '$limit' in taken[0]) request.limit = rowCount('$limit', taken.shift()?.['$limit']);
  return { request, rest: taken };
}

/** Runs what remains of a pipeline over documents, which are not changed. */
export function runStages(documents: Iterable<StoredDocument>, stages: readonly StoredDocument[]): StoredDocument[] {
  if (stages.length === 0) return Array.from(documents, copyOf);
  const { Aggregator, ProcessingMode } = mingo();
  const aggregator = new Aggregator(stages as never, { processingMode: ProcessingMode.CLONE_OFF });
  return aggregator.run([...documents]).map((document) => copyOf(document as StoredDocument));
}

function takeInStage(stage: unknown): StoredDocument {
  const taken = takeIn(stage);
  const [name, ...others] = isFields(taken) ? Object.keys(taken) : [];
  if (!isFields(taken) || name === undefined || others.length > 0)
    throw new ServerError(40323, 'A stage has exactly one field');
  if (!STAGES.has(name)) throw unsupported(`the aggregation stage ${name}`);
  refuse(taken);
  return taken;
}

/** `$count` as MongoDB defines it (no document where there is nothing to count), which mingo does not keep. */
function spelledOut(stage: StoredDocument): StoredDocument[] {
  if (!('$count' in stage)) return [stage];
  return [{ $group: { _id: null, [String(stage['$count'])]: { $sum: 1 } } }, { $project: { _id: 0 } }];
}

function refuse(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuse);
  if (!isFields(value)) return;
  for (const [field, part] of Object.entries(value)) {
    if (REFUSED.has(field)) throw unsupported(`the operator ${field} in an aggregation`);
    refuse(part);
  }
}
