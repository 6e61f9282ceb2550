/** Failures of HTTP, answered as JSON in the shape of a GraphQL answer: an unknown address, a body that cannot be read. */

import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, cutMessage, ERRORS, type ErrorCode } from '../../../schema/errors.ts';
import { MASKED_MESSAGE } from '../execute.ts';
import type { AppOptions } from './app.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the error that was sent, where the request was refused before an operation ran. */
    errorCode: ErrorCode | undefined;
  }
}

/** After how many seconds who was refused may ask again. */
export const RETRY_AFTER_SECONDS = 1;

/** Sends an error of the table with the table's status. Nobody keeps it. */
export function sendError(
  reply: FastifyReply,
  { message, extensions, code }: CodedError,
  more: Record<string, unknown> = {},
): FastifyReply {
  reply.errorCode = code;
  reply.header('cache-control', 'no-store');
  if (code === 'OVERLOADED') reply.header('retry-after', RETRY_AFTER_SECONDS);
  const error = { message: cutMessage(message), extensions: { ...extensions, ...more } };
  return reply.code(ERRORS[code].status).send({ errors: [error] });
}

/** Answers what is no HTTP request, and closes its connection. */
export function answerMalformed(
  { code }: Error & { readonly code?: string },
  { socket, logger }: { readonly socket: Socket; readonly logger: Logger },
): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const isLate = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const isLong = code === 'HPE_HEADER_OVERFLOW';
  const found = isLate ? 'did not arrive in time' : isLong ? 'has headers that are too large' : 'is no HTTP';
  const { message, extensions } = new CodedError('BAD_REQUEST', `The request ${found}`);
  const requestId = randomUUID();
  logger.info({ requestId, status: ERRORS.BAD_REQUEST.status, fault: code }, 'request');
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const head = [
    `HTTP/1.1 ${ERRORS.BAD_REQUEST.status} Bad Request`,
    `x-request-id: ${requestId}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Adds the answers to unknown addresses and to requests that cannot be read. */
export function addErrorHandlers(
  app: FastifyInstance,
  { logger, bodyLimitBytes, directions }: Pick<AppOptions, 'logger' | 'bodyLimitBytes' | 'directions'>,
): void {
  app.decorateReply('errorCode', undefined);
  app.setNotFoundHandler(({ method, url }, reply) => {
    const [path] = url.split('?');
    return sendError(reply, new CodedError('NOT_FOUND', `There is nothing at ${method} ${path}: ${directions}`));
  });
  app.setErrorHandler<FastifyError>((error, { id, headers }, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return sendTooLarge(reply, bodyLimitBytes, headers['content-length']);
    const expected = error instanceof CodedError ? error : expectedError(error);
    if (expected) return sendError(reply, expected);
    logger.error({ err: error, requestId: id }, 'a request failed');
    return sendError(reply, new CodedError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE), { requestId: id });
  });
}

/** What is sent without its length, or packed, is read no further than the limit. */
function sendTooLarge(reply: FastifyReply, allowed: number, length: string | undefined): FastifyReply {
  // The length of a packed body may be within the limit.
  const isTold = Number(length) > allowed;
  const measured = isTold ? Number(length) : allowed + 1;
  const told = isTold ? measured : `at least ${measured}`;
  const message = `The body has ${told} bytes: allowed are ${allowed}.`;
  return sendError(reply, new CodedError('BODY_TOO_LARGE', message, { measured, allowed }));
}

/** The answers to other methods than those of the graph's address. */
export function refuseMethods(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
    (each) => !allowed.includes(each),
  );
  const refuse = async ({ method, url: asked }: FastifyRequest, reply: FastifyReply) => {
    reply.header('allow', allowed.join(', '));
    const [path] = asked.split('?');
    return sendError(
      reply,
      new CodedError('METHOD_NOT_ALLOWED', `${path} answers ${allowed.join(' and ')}, not ${method}`),
    );
  };
  // Before the body is read: whatever it is, the method is refused.
  app.route({ method: methods, url, onRequest: refuse, handler: refuse });
}

function expectedError({ code, message, statusCode = 500 }: FastifyError): CodedError | undefined {
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new CodedError(
        'UNSUPPORTED_MEDIA_TYPE',
        'The body has a content type that is not read: send application/json',
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new CodedError('BAD_REQUEST', 'The body is empty: send a JSON object with a "query"');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new CodedError(
        'BAD_REQUEST',
        'The body is not valid JSON, or has a key `__proto__`: send a JSON object with a "query"',
      );
    default:
      return statusCode >= 400 && statusCode < 500
        ? new CodedError('BAD_REQUEST', `The request cannot be read: ${message}`)
        : undefined;
  }
}
