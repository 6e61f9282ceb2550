/** Makes a table of an operation before it runs. */

import { getOperationAST, parse, validate, type GraphQLSchema } from 'graphql';
import { CodedError } from '../../../schema/errors.ts';
import { fragmentsOf } from '../../execution/normalise.ts';
import { readVariables } from '../../execution/values.ts';
import type { GraphqlRequest } from '../graphql-request.ts';
import { followed, type Pages } from './follow.ts';
import { moreOf, type More } from './more.ts';
import type { TableOptions } from './options.ts';
import { shapeOf, type ReadableOperation } from './shape.ts';
import { tableOf, type Table } from './table.ts';

/** What is known before an operation runs. */
export interface Prepared {
  readonly table: Table;
  /** Undefined where only what the operation asks for is answered. */
  readonly pages: Pages | undefined;
  /** Undefined where nothing can be left out, or nothing is. */
  readonly more: More | undefined;
}

/** The table; undefined where the operation cannot run, which the server says best. Throws `NOT_A_TABLE`. */
export function prepare(
  schema: GraphQLSchema,
  request: GraphqlRequest,
  { rows, all }: Pick<TableOptions, 'rows' | 'all'>,
): Prepared | undefined {
  const readable = readableOf(schema, request);
  if (!readable) return undefined;
  const kind = readable.operation.operation;
  if (kind !== 'query') throw new CodedError('NOT_A_TABLE', `A ${kind} is answered as JSON: only queries are tables`);
  const table = tableOf(shapeOf(readable), rows);
  const pages = all ? followed(table, readable) : undefined;
  return { table, pages, more: pages ? undefined : moreOf(table, readable) };
}

/** The operation with its variables; undefined where it is not valid. */
export function readableOf(
  schema: GraphQLSchema,
  { query, operationName, variables = {} }: GraphqlRequest,
): ReadableOperation | undefined {
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  if (!operation || validate(schema, document).length > 0) return undefined;
  const { coerced } = readVariables(schema, operation.variableDefinitions, variables);
  if (!coerced) return undefined;
  return { schema, operation, fragments: fragmentsOf(document), variables: coerced };
}

function parsed(query: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
