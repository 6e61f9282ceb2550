/** Answers are packed for clients that unpack them. */

import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Smaller answers are sent as they are, in bytes. */
export const THRESHOLD_BYTES = 1_024;
/** Brotli's own level is for files that are packed once. */
export const BROTLI_QUALITY = 4;
/** The level of gzip. */
export const GZIP_LEVEL = 6;

/** Adds it for all routes. */
export function addCompression(app: FastifyInstance): void {
  void app.register(compress, {
    threshold: THRESHOLD_BYTES,
    encodings: ['br', 'gzip', 'identity'],
    customTypes: /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|x-ndjson)\b)/,
    // What is written in parts also leaves in parts.
    brotliOptions: {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
      flush: constants.BROTLI_OPERATION_FLUSH,
    },
    zlibOptions: { level: GZIP_LEVEL, flush: constants.Z_SYNC_FLUSH },
  });
}
