/** `/graphql`: the graph, by POST and by GET, as JSON or as a table (https://graphql.github.io/graphql-over-http/draft/). */

import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../schema/errors.ts';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import { asksDryRun } from '../explain/explain.ts';
import { jsonText, type Run } from './answer.ts';
import { contextOf } from './context.ts';
import { assertNoCrossSite } from './cross-site.ts';
import { readTableOptions } from './export/options.ts';
import type { TableSender } from './export/send.ts';
import { formatOf, varyByAccept } from './formats.ts';
import { readGraphqlRequest } from './graphql-request.ts';

/** The address of the graph. */
export const GRAPHQL_PATH = '/graphql';

/** What the route is made of. */
export interface GraphqlRouteOptions {
  readonly run: Run;
  readonly sendTable: TableSender;
  /** Whether dry runs are answered. */
  readonly canExplain: boolean;
  /** Origins whose pages may read answers. */
  readonly corsOrigins: ReadonlySet<string>;
}

/** Adds the route. The server must have started. */
export function addGraphqlRoute(
  app: FastifyInstance,
  { run, sendTable, canExplain, corsOrigins }: GraphqlRouteOptions,
): void {
  // Whatever is not JSON is refused, above all what a form can send without asking leave.
  app.removeContentTypeParser('text/plain');
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const isGet = request.method === 'GET';
      if (isGet) assertNoCrossSite(request, corsOrigins);
      varyByAccept(reply);
      const format = formatOf(request);
      const options = readTableOptions(request, format);
      if (format.name === 'json') reply.type(format.contentType);
      const asked = readGraphqlRequest(request);
      const isDryRun = asksDryRun(asked.extensions);
      if (isDryRun && !canExplain) throw new CodedError('EXPLAIN_DISABLED', 'The request asks for a dry run');
      if (isDryRun) reply.header('cache-control', 'no-store');
      // A dry run has no rows.
      const type = options ? 'application/json; charset=utf-8' : format.contentType;
      if (options && !isDryRun) return sendTable(asked, { ...options, format, name: 'graph' }, request, reply);
      const answer = await run(asked, { ...contextOf(request, reply), isReadOnly: isGet, isDryRun });
      const isSoftened = format.isPlainJson && answer.status === 400;
      return reply
        .headers(answer.headers)
        .code(isSoftened ? 200 : answer.status)
        .type(type)
        .send(jsonText(answer));
    },
  });
  refuseMethods(app, GRAPHQL_PATH, ['GET', 'POST']);
}
