/** `/graphql`: the graph, by POST and by GET, as JSON or as a table (https://graphql.github.io/graphql-over-http/draft/). */

import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../schema/errors.ts';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import { jsonBody, type Run } from './answer.ts';
import { bodyText } from './body-text.ts';
import { contextOf } from './context.ts';
import { sendTagged } from './entity-tag.ts';
import { assertNoCrossSite } from './cross-site.ts';
import { readTableOptions } from './export/options.ts';
import type { TableSender } from './export/send.ts';
import { formatOf, varyByAccept } from './formats.ts';
import { readGraphqlRequest } from './graphql-request.ts';
import { askedOf, type Found, type KeptRequests } from './kept.ts';
import { sendFound } from './kept-route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was received. */
    bodyText: string | undefined;
    /** What is kept for the same text; its body is not parsed then. */
    found: Found | undefined;
  }
}

/** The address of the graph. */
export const GRAPHQL_PATH = '/graphql';

/** What the route is made of. */
export interface GraphqlRouteOptions {
  readonly run: Run;
  readonly sendTable: TableSender;
  /** Undefined where nothing is kept. */
  readonly kept: KeptRequests | undefined;
  /** Whether dry runs are answered. */
  readonly canExplain: boolean;
  /** Origins whose pages may read answers. */
  readonly corsOrigins: ReadonlySet<string>;
}

/** Adds the route. The server must have started. */
export function addGraphqlRoute(
  app: FastifyInstance,
  { run, sendTable, kept, canExplain, corsOrigins }: GraphqlRouteOptions,
): void {
  // Whatever is not JSON is refused, above all what a form can send without asking leave.
  app.removeContentTypeParser(['text/plain', 'application/json']);
  const parse = app.getDefaultJsonParser('error', 'error');
  app.decorateRequest('bodyText', undefined);
  app.decorateRequest('found', undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      request.bodyText = bodyText(Buffer.from(body), request.headers['content-type']);
    } catch (error) {
      return done(error as CodedError);
    }
    request.found = kept?.find(askedOf(request));
    if (request.found) done(null, undefined);
    else parse(request, request.bodyText, done);
  });
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const isGet = request.method === 'GET';
      if (isGet) assertNoCrossSite(request, corsOrigins);
      varyByAccept(reply);
      const found = request.found ?? (isGet ? kept?.find(askedOf(request)) : undefined);
      if (kept && found) return sendFound(kept, found, request, reply);
      const format = formatOf(request);
      const options = readTableOptions(request, format);
      if (format.name === 'json') reply.type(format.contentType);
      const asked = readGraphqlRequest(request);
      const isDryRun = asked.extensions?.['explain'] === true;
      if (isDryRun && !canExplain)
        throw new CodedError(
          'EXPLAIN_DISABLED',
          'The request asks for a dry run: allowed are requests without `extensions.explain`',
        );
      // A dry run has no rows.
      const contentType = options ? 'application/json; charset=utf-8' : format.contentType;
      if (options && !isDryRun) return sendTable(asked, { ...options, format, name: 'graph' }, request, reply);
      const mayKeep = kept !== undefined && !isDryRun;
      const context = { ...contextOf(request, reply), isReadOnly: isGet, isDryRun, mayKeep };
      const answer = await run(asked, context);
      if (await kept?.sendNew(answer, { note: context.note, contentType, request, reply })) return reply;
      const isSoftened = format.isPlainJson && answer.status === 400;
      reply
        .headers(answer.headers)
        .code(isSoftened ? 200 : answer.status)
        .type(contentType);
      const body = jsonBody(answer);
      if (answer.errors.length === 0 && !isDryRun) return sendTagged(body, request, reply);
      return (isGet || isDryRun ? reply.header('cache-control', 'no-store') : reply).send(body);
    },
  });
  refuseMethods(app, GRAPHQL_PATH, ['GET', 'POST']);
}
