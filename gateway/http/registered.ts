/** `/q/<name>`: a registered operation by GET, its variables in the address, as JSON or as a table. */

import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { CodedError } from '../../schema/errors.ts';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import { jsonBody, type Run } from './answer.ts';
import { contextOf } from './context.ts';
import { sendTagged } from './entity-tag.ts';
import { readTableOptions } from './export/options.ts';
import type { TableSender } from './export/send.ts';
import { formatOf, varyByAccept } from './formats.ts';
import { askedOf, type KeptRequests } from './kept.ts';
import { sendFound } from './kept-route.ts';
import { parametersOf } from './parameters.ts';
import type { RegisteredOperation } from './registered/operations.ts';
import { variablesOf } from './registered/variables.ts';

/** What the routes of registered operations are made of. */
export interface RegisteredOptions {
  readonly operations: readonly RegisteredOperation[];
  readonly run: Run;
  readonly sendTable: TableSender;
  /** Undefined where nothing is kept. */
  readonly kept: KeptRequests | undefined;
  /** The schema of the API as it is now. */
  readonly schema: () => GraphQLSchema;
}

/** Where the registered operations are. */
export const REGISTERED_PATH = '/q';

/** Adds the route. */
export function addRegisteredRoute(
  app: FastifyInstance,
  { operations, run, sendTable, kept, schema }: RegisteredOptions,
): void {
  app.get<{ Params: { name: string } }>(`${REGISTERED_PATH}/:name`, async (request, reply) => {
    varyByAccept(reply);
    const found = kept?.find(askedOf(request));
    if (kept && found) return sendFound(kept, found, request, reply);
    const operation = operationOf(operations, request.params.name);
    const format = formatOf(request);
    const table = readTableOptions(request, format);
    const variables = variablesOf(operation, parametersOf(request), schema());
    const { name, query } = operation;
    const asked = { query, variables };
    if (table) return sendTable(asked, { ...table, format, name, operation: name }, request, reply);
    const context = { ...contextOf(request, reply), isReadOnly: true, mayKeep: kept !== undefined };
    const answer = await run(asked, context);
    if (await kept?.sendNew(answer, { note: context.note, contentType: format.contentType, request, reply }))
      return reply;
    const body = jsonBody(answer);
    reply.code(answer.status).headers(answer.headers).type(format.contentType);
    if (answer.errors.length > 0) return reply.header('cache-control', 'no-store').send(body);
    return sendTagged(body, request, reply);
  });
  refuseMethods(app, `${REGISTERED_PATH}/:name`, ['GET', 'HEAD']);
}

/** The operation of a name. Throws `NOT_FOUND` with the names that are nearest. */
export function operationOf(operations: readonly RegisteredOperation[], name: string): RegisteredOperation {
  const found = operations.find((each) => each.name === name);
  if (found) return found;
  const near = suggestionList(
    name,
    operations.map((each) => each.name),
  ).slice(0, 3);
  throw new CodedError(
    'NOT_FOUND',
    `There is no registered operation ${JSON.stringify(name)}${near.length > 0 ? `, did you mean ${near.join(' or ')}? All` : ': all'} are listed at ${REGISTERED_PATH}`,
  );
}
