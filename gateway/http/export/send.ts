/** Answers an operation as a table. */

import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { jsonText, type Answer, type Run } from '../answer.ts';
import type { Admission } from '../../limits/admission.ts';
import { contextOf, leaving } from '../context.ts';
import { sendTagged } from '../entity-tag.ts';
import type { Format } from '../formats.ts';
import type { GraphqlRequest } from '../graphql-request.ts';
import { csvHeader, csvLines } from './csv.ts';
import { ndjsonLines } from './ndjson.ts';
import type { TableOptions } from './options.ts';
import { prepare, type Prepared } from './prepare.ts';
import { refusedStatus } from './refused.ts';
import { rowsOf } from './rows.ts';
import type { Table } from './table.ts';

/** How a table is sent. */
export interface SendOptions extends TableOptions {
  readonly format: Format;
  /** The name of the file under which a browser keeps it. */
  readonly name: string;
  /** The name of the operation, where it is a registered one. */
  readonly operation?: string;
}

/** Sends an operation's answer as a table; a refused operation is answered as JSON with the status of the table of errors. */
export type TableSender = (
  asked: GraphqlRequest,
  options: SendOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/** What a sender is made of. */
export interface TableSenderOptions {
  readonly run: Run;
  /** The schema of the API as it is now. */
  readonly schema: () => GraphQLSchema;
  /** Says which requests are not even read. */
  readonly admission: Pick<Admission, 'refusalOf'>;
  readonly logger: Logger;
}

/** A sender of tables. */
export function createTableSender({ run, schema, admission, logger }: TableSenderOptions): TableSender {
  return async (asked, options, request, reply) => {
    const prepared = admission.refusalOf(asked) ? undefined : prepare(schema(), asked, options);
    const context = () => ({ ...contextOf(request, reply), partOf: options.operation });
    const ask = (pages: Prepared['pages'], after: string | null): Promise<Answer> => {
      const paged = pages && { query: pages.query, variables: { ...asked.variables, [pages.variable]: after } };
      return run({ ...asked, ...paged }, context());
    };
    const pages = prepared?.pages;
    const more = prepared?.more;
    let first = more ? await run({ ...asked, query: more.query }, context()) : await ask(pages, pages?.after ?? null);
    // A refusal must be about what was sent, and a registered operation is known by its own text.
    if (more && first.data === undefined) first = await ask(undefined, null);
    const refused = prepared && refusedStatus(prepared.table, first);
    if (!prepared || refused !== undefined || first.data === null || first.data === undefined)
      return reply
        .code(refused ?? first.status)
        .headers({ ...first.headers, 'cache-control': 'no-store' })
        .type('application/json; charset=utf-8')
        .send(jsonText(first));

    const isPartial = first.errors.length > 0;
    reply
      .code(isPartial ? 206 : 200)
      .type(options.format.contentType)
      .header('content-disposition', `attachment; filename="${options.name}.${options.format.name}"`);
    if (more?.isLeftOut(first.data) === true) reply.header('x-more-rows', 'true');
    if (isPartial) reply.headers({ 'x-graphql-errors': first.errors.length, 'cache-control': 'no-store' });
    const { head, lines } = writerOf(prepared.table, options);
    if (!pages) {
      const body = head + lines(first.data);
      return isPartial ? reply.send(body) : sendTagged(body, request, reply);
    }
    // What cannot be known before it was sent has no tag, and a HEAD needs no rows.
    if (request.method === 'HEAD') return reply.send();
    const signal = leaving(reply);
    const onFault = async (fault: Error) => {
      logger.error({ err: fault, requestId: request.id }, 'a table was broken off');
      // Whoever has a part of it must not take it for the whole, however the answer is packed.
      while (!reply.raw.headersSent && !reply.raw.destroyed) await setImmediate();
      reply.raw.socket?.destroySoon();
    };
    return reply.send(Readable.from(following({ first, pages, ask, signal, head, lines, onFault })));
  };
}

interface Writer {
  readonly head: string;
  readonly lines: (data: unknown) => string;
}

function writerOf(table: Table, { format, guard }: SendOptions): Writer {
  const names = table.columns.map(({ path }) => path);
  return format.name === 'csv'
    ? { head: csvHeader(names), lines: (data) => csvLines(rowsOf(table, data), { guard }) }
    : { head: '', lines: (data) => ndjsonLines(rowsOf(table, data), names) };
}

interface Following extends Writer {
  readonly first: Answer;
  readonly pages: NonNullable<Prepared['pages']>;
  readonly ask: (pages: Prepared['pages'], after: string | null) => Promise<Answer>;
  readonly signal: AbortSignal | undefined;
  /** Told of what went wrong on a later page. */
  readonly onFault: (fault: Error) => Promise<void>;
}

/** Page by page, each asked for when the client has taken the one before. */
async function* following({ first, pages, ask, signal, head, lines, onFault }: Following): AsyncGenerator<string> {
  yield head + lines(first.data);
  let cursor = pages.next(first.data);
  while (cursor !== undefined) {
    if (signal?.aborted === true) return;
    const { data, errors } = await ask(pages, cursor);
    const next = pages.next(data);
    const fault =
      errors.length > 0
        ? `a later page has errors: ${errors.map(({ message }) => message).join('; ')}`
        : next === cursor
          ? 'its pages do not advance'
          : undefined;
    if (fault !== undefined) return onFault(new Error(fault));
    yield lines(data);
    cursor = next;
  }
}
