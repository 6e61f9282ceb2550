/** The HTTP application that the routes of a process join: ids, headers, limits and one log line a request. */

import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
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
import { createInFlight, type InFlight } from './in-flight.ts';

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

/** What Node reads of a request before its body, in bytes. */
const MAX_HEADERS_BYTES = 16_384;

/** How long requests in flight may take to finish when a server stops, in milliseconds. */
const STOP_TIMEOUT_MS = 10_000;

/** No route has a JSON schema, so the compilers of such schemas are not loaded. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } };

function refuseSchema(): never {
  throw new Error('Routes have no JSON schemas');
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Logs the end of an answer, also of one that is broken off, which is no response to hooks of that name, and tells `onEnd`; a stop waits for it. */
    followToEnd(response: ServerResponse, request: LoggedRequest, onEnd?: (status: number) => void): void;
  }
  interface FastifyReply {
    /** What the log is told of the operation that was run for the request. */
    note: OperationNote | undefined;
  }
}

/** Which operation it was. */
export interface OperationNote {
  /** The name under which it is counted. */
  operation?: string;
  /** The name that the client gave it, where it is not registered. */
  operationName?: string | undefined;
}

/** An application without routes. Every answer carries the id under which the log has its request. */
export function createApp({
  logger,
  bodyLimitBytes,
  directions,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: AppOptions): FastifyInstance {
  const inFlight = createInFlight();
  /** Every request has an id in its answer and one line of the log. */
  const begin = ({ id, method, url }: FastifyRequest, reply: FastifyReply): void => {
    reply.headers({ [REQUEST_ID]: id, ...SAFE_HEADERS });
    app.followToEnd(reply.raw, { id, method, url, noteOf: () => reply.note });
  };
  const app: FastifyInstance = fastify({
    loggerInstance: logger.child(
      {},
      { level: logger.isLevelEnabled('warn') ? 'warn' : logger.level },
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // A client, or the gateway before a subgraph, may have given it one already.
    genReqId: ({ headers }) => requestIdOf(headers),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // Node exchanges the two limits where that of the headers is the longer one.
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: requestTimeoutMs / 2 },
    // A request on a connection that was kept is answered while the server stops; its answer closes the connection.
    return503OnClosing: false,
    // An address that is too long for the router would be called malformed: Node bounds it with the headers.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_HEADERS_BYTES },
    schemaController: NO_SCHEMAS,
    clientErrorHandler: (error, socket) => answerMalformed(error, { socket, logger }),
    frameworkErrors: (_error, request, reply) => {
      begin(request, reply);
      void sendError(reply, new CodedError('BAD_REQUEST', `The address ${JSON.stringify(request.url)} is malformed`));
    },
  });
  app.decorateReply('note', undefined);
  app.decorate('followToEnd', (response, request, onEnd) => {
    const remove = inFlight.add(response);
    logAtEnd(response, request, logger, (status) => {
      remove();
      onEnd?.(status);
    });
  });
  app.addHook('preClose', async () => {
    for (const response of inFlight.all()) closeAfter(response);
  });
  waitForAnswers(app.server, inFlight);
  app.addHook('onRequest', async (request, reply) => {
    begin(request, reply);
    const { host } = request.headers;
    if (host === undefined || !isHost(host)) {
      return sendError(reply, new CodedError('BAD_REQUEST', 'The header `host` is missing or is no host'));
    }
  });
  addErrorHandlers(app, { logger, bodyLimitBytes, directions });
  return app;
}

/** Closes the connection once the whole answer has left: its client would keep it, and hold up a stop. */
function closeAfter(response: ServerResponse): void {
  const { socket, headersSent } = response;
  if (headersSent) response.once('finish', () => socket?.end());
  else response.shouldKeepAlive = false;
}

/** Node takes a connection for idle once the whole of its answer is written, and would cut one that has not left yet. */
function waitForAnswers(server: Server, inFlight: InFlight): void {
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    const leaving = inFlight.all().find(({ writableEnded }) => writableEnded);
    if (leaving) leaving.once('close', server.closeIdleConnections);
    else closeIdle();
  };
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

/** The header that carries the id of a request. */
export const REQUEST_ID = 'x-request-id';
/** Headers of every answer. */
export const SAFE_HEADERS = { 'x-content-type-options': 'nosniff' } as const;

/** Whether a header `host` names one. */
export function isHost(host: string): boolean {
  return URL.canParse(`http://${host}`);
}

/** The id of a request: its own, where it has a sound one, else a new one. */
export function requestIdOf({ [REQUEST_ID]: id }: IncomingHttpHeaders): string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : randomUUID();
}

/** What the log says of a request. */
export interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** Asked at the end; nothing of what the operation asks is logged but its name. */
  readonly noteOf: () => OperationNote | undefined;
}

function logAtEnd(
  response: ServerResponse,
  { id, method, url, noteOf }: LoggedRequest,
  logger: Logger,
  onEnd: (status: number) => void,
): void {
  const started = performance.now();
  response.once('close', () => {
    const [path] = url.split('?', 1);
    const { statusCode: status, writableFinished } = response;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    const { operation, operationName } = noteOf() ?? {};
    const line = { requestId: id, method, path, operation, operationName, status, ms };
    logger.info(writableFinished ? line : { ...line, brokenOff: true }, 'request');
    onEnd(status);
  });
}
