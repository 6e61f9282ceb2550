/** `/graphql`: the graph, by POST and by GET. */

import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import type { RequestContext } from '../errors.ts';

/** The address of the graph. */
export const GRAPHQL_PATH = '/graphql';

/** Adds the route. The server must have started. */
export function addGraphqlRoute(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: fastifyApolloHandler(apollo, {
      context: async ({ id, headers }, reply) => ({
        requestId: id,
        identity: headers.authorization ?? '',
        signal: leaving(reply),
      }),
    }),
  });
  refuseMethods(app, GRAPHQL_PATH, ['GET', 'POST']);
}

/** Aborted when the client closes its connection before it has the whole answer. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new Error('the client has left'));
  });
  return controller.signal;
}
