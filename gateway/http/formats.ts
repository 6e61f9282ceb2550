/** The forms of an answer, and which of them a request asks for. */

import type { OutgoingHttpHeader } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { CodedError } from '../../schema/errors.ts';
import { parametersOf } from './parameters.ts';

/** What an answer is: JSON as GraphQL has it, or a table. */
export type FormatName = 'json' | 'csv' | 'ndjson';

/** The form of one answer. */
export interface Format {
  readonly name: FormatName;
  /** The header `content-type`. */
  readonly contentType: string;
  /** The client named `application/json`: then an operation that is refused answers 200, as GraphQL over HTTP has it. */
  readonly isPlainJson: boolean;
}

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const TABLES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/** The best first, for whoever accepts everything. */
const OFFERED = [JSON_TYPE, GRAPHQL_TYPE, TABLES.csv, TABLES.ndjson];

/** The format by the parameter `format`, else by the header `accept`. Throws `NOT_ACCEPTABLE`. */
export function formatOf(request: Pick<FastifyRequest, 'url' | 'headers'>): Format {
  const named = parametersOf(request).getAll('format');
  if (named.length > 0) return byName(named);
  const { accept } = request.headers;
  const negotiator = new Negotiator({ headers: { accept } });
  const [type] = negotiator.mediaTypes(OFFERED);
  if (type === undefined)
    throw new CodedError('NOT_ACCEPTABLE', `accept is ${JSON.stringify(accept)}: allowed are ${OFFERED.join(', ')}`);
  if (type === TABLES.csv) return format('csv');
  if (type === TABLES.ndjson) return format('ndjson');
  return {
    name: 'json',
    contentType: `${type}; charset=utf-8`,
    isPlainJson: type === JSON_TYPE && accept !== undefined && negotiator.mediaTypes().includes(JSON_TYPE),
  };
}

/** Says to whoever keeps answers that this one depends on what was accepted, beside what else it depends on. */
export function varyByAccept(reply: FastifyReply): void {
  reply.header('vary', withVary(reply.getHeader('vary'), 'accept'));
}

/** The header `vary` with one more name. */
export function withVary(others: OutgoingHttpHeader | undefined, name: string): string {
  return others === undefined ? name : `${String(others)}, ${name}`;
}

function byName(given: readonly string[]): Format {
  const [name] = given;
  if (given.length === 1 && (name === 'json' || name === 'csv' || name === 'ndjson')) return format(name);
  throw new CodedError(
    'NOT_ACCEPTABLE',
    `format is ${given.map((each) => JSON.stringify(each)).join(' and ')}: allowed is one of json, csv, ndjson`,
  );
}

function format(name: FormatName): Format {
  const type = name === 'json' ? JSON_TYPE : TABLES[name];
  const more = name === 'csv' ? '; header=present' : '';
  return { name, contentType: `${type}; charset=utf-8${more}`, isPlainJson: false };
}

/** Whether a person asks with a browser, rather than a program for JSON. */
export function prefersPage({ headers: { accept } }: Pick<FastifyRequest, 'headers'>): boolean {
  return new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/html']) === 'text/html';
}
