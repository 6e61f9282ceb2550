/** `/graphql` of a subgraph: signed calls of a gateway, by POST and as JSON. */

import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { CodedError } from '../../../schema/errors.ts';
import type { Received, Verdict } from '../signing.ts';
import { viewerOf, type Viewer } from '../viewer.ts';
import { refuseMethods, sendError } from './errors.ts';

/** What a call to a subgraph carries. */
export interface CallContext extends BaseContext {
  /** Of the client's request at the gateway. */
  readonly requestId: string;
  /** Who asks, as the gateway has verified and signed it. */
  readonly viewer?: Viewer | undefined;
  /** Aborted when the gateway has left. */
  readonly signal?: AbortSignal | undefined;
}

/** Whose a call is, or why it is refused: by its headers and the bytes of its body. */
export type Verify = (call: Pick<Received, 'headers' | 'body'>) => Verdict;

const GRAPHQL_PATH = '/graphql';

/** Adds the route. The server must have started. A call that is refused answers 401 and says why. */
export function addSignedRoute(
  app: FastifyInstance,
  { apollo, verify, logger }: { apollo: ApolloServer<CallContext>; verify: Verify; logger: Logger },
): void {
  const viewers = new WeakMap<object, Viewer | undefined>();
  void app.register(async (scope) => {
    // A signature is of the bytes, so they are parsed only after it was verified.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(GRAPHQL_PATH, {
      preHandler: async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const verdict = verify({ headers: request.headers, body });
        if (!verdict.valid) {
          logger.warn({ requestId: request.id, fault: verdict.fault }, 'a call was refused');
          return reply.code(401).send({ errors: [{ message: verdict.message }] });
        }
        try {
          viewers.set(request, viewerOf(verdict.identity));
        } catch (error) {
          logger.error({ err: error, requestId: request.id }, 'a call was refused');
          return reply.code(401).send({ errors: [{ message: (error as Error).message }] });
        }
        request.body = parsed(body);
        if (request.body === undefined)
          return sendError(reply, new CodedError('BAD_REQUEST', 'The body is not valid JSON: send a JSON object'));
      },
      handler: fastifyApolloHandler(apollo, {
        context: async (request, reply) => ({
          requestId: request.id,
          viewer: viewers.get(request),
          signal: leaving(reply.raw),
        }),
      }),
    });
  });
  refuseMethods(app, GRAPHQL_PATH, ['POST']);
}

function leaving(response: FastifyReply['raw']): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('the gateway has left'));
  });
  return controller.signal;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
