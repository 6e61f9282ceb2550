/** The HTTP application that the routes of a process join: ids, headers, limits and one log line a request. */

import { randomUUID } from 'node:crypto';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import { CodedError } from '../../../schema/errors.ts';
import { addErrorHandlers, answerMalformed, sendError } from './errors.ts';

/** What an application is made of. */
export interface AppOptions {
  readonly logger: Logger;
  /** The largest body that is read, in bytes. */
  readonly bodyLimitBytes: number;
  /** What is where, for whoever asks for an address where nothing is. */
  readonly directions: string;
  /** How long a request may take to arrive, in milliseconds; half a minute where it is left out. */
  readonly requestTimeoutMs?: number | undefined;
}

/** Whoever sends a body byte by byte holds a connection no longer than this, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;

/** How long requests in flight may take to finish when a server stops, in milliseconds. */
const STOP_TIMEOUT_MS = 10_000;

/** No route has a JSON schema, so the compilers of such schemas are not loaded. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } };

function refuseSchema(): never {
  throw new Error('Routes have no JSON schemas');
}

/** An application without routes. Every answer carries the id under which the log has its request. */
export function createApp({
  logger,
  bodyLimitBytes,
  directions,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: AppOptions): FastifyInstance {
  /** Every request has an id in its answer and one line of the log. */
  const begin = ({ id, method, url }: FastifyRequest, reply: FastifyReply): void => {
    reply.headers({ 'x-request-id': id, 'x-content-type-options': 'nosniff' });
    // Also of an answer that was broken off, which is no response to the hooks of that name.
    reply.raw.once('close', () => {
      const [path] = url.split('?');
      const { statusCode: status, writableFinished } = reply.raw;
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      logger.info(
        { requestId: id, method, path, status, ms, ...(!writableFinished && { brokenOff: true }) },
        'request',
      );
    });
  };
  const app: FastifyInstance = fastify({
    loggerInstance: logger.child(
      {},
      { level: logger.isLevelEnabled('warn') ? 'warn' : logger.level },
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // A client, or the gateway before a subgraph, may have given it one already.
    genReqId: ({ headers }) => soundId(headers['x-request-id']) ?? randomUUID(),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // Node exchanges the two limits where that of the headers is the longer one.
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: requestTimeoutMs / 2 },
    // A request on a connection that was kept is answered while the server stops; its answer closes the connection.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    schemaController: NO_SCHEMAS,
    clientErrorHandler: (error, socket) => answerMalformed(error, { socket, logger }),
    frameworkErrors: (_error, request, reply) => {
      begin(request, reply);
      void sendError(reply, new CodedError('BAD_REQUEST', `The address ${JSON.stringify(request.url)} is malformed`));
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    begin(request, reply);
    const { host } = request.headers;
    if (host === undefined || !URL.canParse(`http://${host}`)) {
      return sendError(reply, new CodedError('BAD_REQUEST', 'The header `host` is missing or is no host'));
    }
  });
  addErrorHandlers(app, { logger, bodyLimitBytes, directions });
  return app;
}

/** Finishes the requests in flight, those that take too long excepted, and releases the port. */
export async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), STOP_TIMEOUT_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

/** The address as people can paste it: one that listens everywhere is reached on this machine by its loopback name. */
export function shownAddress(listening: string): string {
  return listening.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

function soundId(id: string | string[] | undefined): string | undefined {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
