/** Which other sites' pages may read answers: those that the settings name, and never with the credentials of a browser. */

import cors, { type OriginFunction } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { PREFLIGHT_HEADER } from './cross-site.ts';

/** How long a browser may keep the leave, in seconds. */
const LEAVE_SECONDS = 7_200;

/** Adds it for all routes; without an origin there is nothing to add. */
export function addCors(app: FastifyInstance, origins: ReadonlySet<string>): void {
  if (origins.size === 0) return;
  const isNamed: OriginFunction = (origin, done) => done(null, origin !== undefined && origins.has(origin));
  void app.register(cors, {
    origin: origins.has('*') ? '*' : isNamed,
    credentials: false,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['accept', 'authorization', 'content-type', 'if-none-match', 'x-request-id', PREFLIGHT_HEADER],
    exposedHeaders: ['content-disposition', 'etag', 'x-graphql-errors', 'x-more-rows', 'x-request-id'],
    maxAge: LEAVE_SECONDS,
    // A bare OPTIONS is no preflight: the routes answer it.
    strictPreflight: false,
  });
}
