/** `/graphql`: the graph, by POST and by GET. */

import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../schema/errors.ts';
import type { RequestContext } from '../errors.ts';
import { sendError } from './errors.ts';

/** The address of the graph. */
export const GRAPHQL_PATH = '/graphql';

/** Adds the route. The server must have started. */
export function addGraphqlRoute(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: fastifyApolloHandler(apollo, { context: async ({ id }) => ({ requestId: id }) }),
  });
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: GRAPHQL_PATH,
    handler: async ({ method }, reply) => {
      reply.header('allow', 'GET, POST');
      return sendError(
        reply,
        new CodedError('METHOD_NOT_ALLOWED', `${GRAPHQL_PATH} answers GET and POST, not ${method}`),
      );
    },
  });
}
