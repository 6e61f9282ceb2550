/** Failures of HTTP, answered as JSON in the shape of a GraphQL answer: an unknown address, a body that cannot be read. */

import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { CodedError, ERRORS } from '../../schema/errors.ts';
import { MASKED_MESSAGE } from '../errors.ts';

/** The largest body that is read, in bytes. */
export const BODY_LIMIT_BYTES = 1_048_576;

/** Sends an error of the table with the table's status. */
export function sendError(
  reply: FastifyReply,
  { message, extensions, code }: CodedError,
  more: Record<string, unknown> = {},
): FastifyReply {
  return reply.code(ERRORS[code].status).send({ errors: [{ message, extensions: { ...extensions, ...more } }] });
}

/** Adds the answers to unknown addresses and to requests that cannot be read. */
export function addErrorHandlers(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler(({ method, url }, reply) => {
    const [path] = url.split('?');
    return sendError(
      reply,
      new CodedError('NOT_FOUND', `There is nothing at ${method} ${path}: the graph is at /graphql, the explorer at /`),
    );
  });
  app.setErrorHandler<FastifyError>((error, { id }, reply) => {
    const expected = expectedError(error);
    if (expected) return sendError(reply, expected);
    logger.error({ err: error, requestId: id }, 'a request failed');
    return sendError(reply, new CodedError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE), { requestId: id });
  });
}

function expectedError({ code, message, statusCode = 500 }: FastifyError): CodedError | undefined {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new CodedError('BODY_TOO_LARGE', `The body is larger than ${BODY_LIMIT_BYTES} bytes, which is the limit`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new CodedError(
        'UNSUPPORTED_MEDIA_TYPE',
        'The body has a content type that is not read: send application/json',
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new CodedError('BAD_REQUEST', 'The body is empty: send a JSON object with a "query"');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new CodedError('BAD_REQUEST', `The body is not valid JSON: send a JSON object with a "query"`);
    default:
      return statusCode >= 400 && statusCode < 500
        ? new CodedError('BAD_REQUEST', `The request cannot be read: ${message}`)
        : undefined;
  }
}
