/** `/graphql`: the graph, by POST and by GET. */

import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import type { RequestContext } from '../errors.ts';
import { requestContext } from './request-context.ts';

/** The address of the graph. */
export const GRAPHQL_PATH = '/graphql';

/** Adds the route. The server must have started. */
export function addGraphqlRoute(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: fastifyApolloHandler(apollo, { context: async (request, reply) => requestContext(request, reply) }),
  });
  refuseMethods(app, GRAPHQL_PATH, ['GET', 'POST']);
}
