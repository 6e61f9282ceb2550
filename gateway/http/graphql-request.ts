/** Reads the operation that an HTTP request carries, by POST as JSON or by GET in its parameters. */

import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../schema/errors.ts';
import { parametersOf, single } from './parameters.ts';

type Json = Record<string, unknown>;

/** An operation as it was sent. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Json;
  readonly extensions?: Json;
}

/** The extensions of requests that are looked at; others are let be. */
const FLAGS = ['cost', 'explain'];

/** The operation. Throws `BAD_REQUEST` and says what was received and what is allowed. */
export function readGraphqlRequest(request: FastifyRequest): GraphqlRequest {
  const given = request.method === 'GET' ? fromParameters(parametersOf(request)) : fromBody(request.body);
  const query = text(given, 'query');
  if (query === undefined || query.trim() === '')
    throw fault(`"query" is missing: allowed is a document of GraphQL as a text`);
  const [operationName, variables, extensions] = [
    text(given, 'operationName'),
    object(given, 'variables'),
    object(given, 'extensions'),
  ];
  for (const name of FLAGS) {
    const flag = extensions?.[name] ?? false;
    if (typeof flag !== 'boolean') throw fault(`"extensions.${name}" is ${kindOf(flag)}: allowed is true or false`);
  }
  return {
    query,
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

function fromBody(body: unknown): Json {
  if (isObject(body)) return body;
  if (body === undefined) throw fault('The body is empty: send a JSON object with a "query"');
  if (body === null) throw fault('The body is null: send a JSON object with a "query"');
  const found = Array.isArray(body) ? 'a list, and operations are not batched' : `the JSON text of a ${typeof body}`;
  throw fault(`The body is ${found}: send a JSON object with a "query"`);
}

function fromParameters(parameters: URLSearchParams): Json {
  const parsed = (name: string) => {
    const value = single(parameters, name);
    return value ? parse(name, value) : undefined;
  };
  return {
    query: single(parameters, 'query'),
    operationName: single(parameters, 'operationName'),
    variables: parsed('variables'),
    extensions: parsed('extensions'),
  };
}

/** A null counts as not given. */
function text(given: Json, name: string): string | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw fault(`"${name}" is ${kindOf(value)}: allowed is a text`);
}

function object(given: Json, name: string): Json | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || isObject(value)) return value;
  throw fault(`"${name}" is ${kindOf(value)}: allowed is a JSON object`);
}

function parse(name: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw fault(`"${name}" is no JSON: allowed is the text of a JSON object`);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `of the kind ${typeof value}`;
}

function fault(message: string): CodedError {
  return new CodedError('BAD_REQUEST', message);
}
