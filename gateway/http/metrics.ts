/** `/metrics`: what the gateway has counted, for Prometheus. Closed where reading is. */

import type { FastifyInstance } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import type { Metrics } from '../metrics/metrics.ts';

const METRICS_PATH = '/metrics';

/** Under which requests are counted for which there is no route: clients choose addresses, and there is no end of them. */
const NOWHERE = 'none';

/** Counts the requests to the routes that are added later, and the errors of those that carried no operation. */
export function addRequestCount(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async ({ routeOptions: { url = NOWHERE } }, reply) => {
    reply.raw.once('close', () => {
      metrics.request(url, reply.raw.statusCode);
      const { errorCode } = reply;
      // Who finds no room is counted where the room is given.
      if (errorCode && errorCode !== 'OVERLOADED') metrics.error(errorCode);
    });
  });
}

/** Adds the route. */
export function addMetricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get(METRICS_PATH, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text()),
  );
  refuseMethods(app, METRICS_PATH, ['GET', 'HEAD']);
}
