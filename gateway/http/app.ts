/** The HTTP application that the routes join: ids, headers, limits and one log line a request. */

import { randomUUID } from 'node:crypto';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { CodedError } from '../../schema/errors.ts';
import { addErrorHandlers, BODY_LIMIT_BYTES, sendError } from './errors.ts';

/** No route has a JSON schema, so the compilers of such schemas are not loaded. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } };

function refuseSchema(): never {
  throw new Error('Routes of the gateway have no JSON schemas');
}

/** An application without routes. Every answer carries the id under which the log has its request. */
export function createApp(logger: Logger): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: logger.child(
      {},
      { level: logger.isLevelEnabled('warn') ? 'warn' : logger.level },
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { ignoreTrailingSlash: true },
    schemaController: NO_SCHEMAS,
    frameworkErrors: (_error, { url }, reply) => {
      void sendError(reply, new CodedError('BAD_REQUEST', `The address ${JSON.stringify(url)} is malformed`));
    },
  });
  app.addHook('onRequest', async ({ id, headers: { host } }, reply) => {
    reply.headers({ 'x-request-id': id, 'x-content-type-options': 'nosniff' });
    if (host === undefined || !URL.canParse(`http://${host}`)) {
      return sendError(reply, new CodedError('BAD_REQUEST', 'The header `host` is missing or is no host'));
    }
  });
  app.addHook('onResponse', async ({ id, method, url }, { statusCode, elapsedTime }) => {
    const [path] = url.split('?');
    logger.info({ requestId: id, method, path, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 }, 'request');
  });
  addErrorHandlers(app, logger);
  return app;
}
