/** `/metrics`: what the gateway has counted, for Prometheus. Closed where reading is. */

import type { FastifyInstance } from 'fastify';
import { refuseMethods } from '../../subgraphs/kit/server/errors.ts';
import type { Metrics } from '../metrics/metrics.ts';

const METRICS_PATH = '/metrics';

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
