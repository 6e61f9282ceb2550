/** Who asks: the token of a request is verified before its route runs, and where reading is closed, data are for holders of one alone. Pages and health are for everybody. */

import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../schema/errors.ts';
import { sendError } from '../../subgraphs/kit/server/errors.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Tokens } from '../access/tokens.ts';
import { isPageOfTables, sendTablesRefused } from './tables-refused.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, by a valid token; set on the routes that give data. */
    viewer: Viewer | undefined;
  }
}

/** The routes that give data, each with all below it and with its endings. */
const DATA_ROUTES: readonly string[] = ['/graphql', '/q', '/schema.graphql', '/metrics'];

/** Adds the check, for routes that are added later. A token that is not valid answers 401, and where reading is closed so does a request without one. */
export function addAccess(
  app: FastifyInstance,
  { tokens, readAccess }: { readonly tokens: Tokens; readonly readAccess: 'open' | 'authenticated' },
): void {
  app.decorateRequest('viewer', undefined);
  app.addHook('onRequest', async (request, reply) => {
    // A browser asks what it may send before it sends the token.
    if (!givesData(request.routeOptions.url) || request.method === 'OPTIONS') return;
    try {
      request.viewer = await tokens.viewerOf(request.headers.authorization);
      if (readAccess === 'authenticated' && !request.viewer)
        throw new CodedError('UNAUTHENTICATED', 'Reading needs a bearer token here: the request has none');
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      reply.header('www-authenticate', request.headers.authorization ? 'Bearer error="invalid_token"' : 'Bearer');
      return isPageOfTables(request) ? sendTablesRefused(reply) : sendError(reply, error);
    }
  });
}

/** By the route that matched, so no spelling of the address goes past it. */
function givesData(route: string | undefined): boolean {
  return DATA_ROUTES.some((each) => route === each || route?.startsWith(`${each}/`) || route?.startsWith(`${each}.`));
}
