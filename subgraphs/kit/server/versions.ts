/** `/versions` of a subgraph: the data version, line by line for as long as a gateway listens, and in a header of each answer. */

import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { versionText, type DataVersion } from '../version/data-version.ts';
import { feedLine, VERSION_HEADER, VERSIONS_PATH, VERSIONS_SIGNED } from '../version/feed.ts';
import { refuseMethods } from './errors.ts';
import type { Verify } from './graphql.ts';

/** What may lie unread between subgraph and gateway, in bytes: who reads no more than that is not listening. */
const UNREAD_BYTES = 16_384;

/** Adds the route, and the header to the answers of routes that are added later. */
export function addVersions(
  app: FastifyInstance,
  { version, verify, logger }: { readonly version: DataVersion; readonly verify: Verify; readonly logger: Logger },
): void {
  const feeds = new Set<() => void>();
  app.addHook('onSend', async (_request, reply) => {
    const { last } = version;
    if (last) reply.header(VERSION_HEADER, versionText(last.version));
  });
  app.get(VERSIONS_PATH, { exposeHeadRoute: false }, (request, reply) => {
    const verdict = verify({ headers: request.headers, body: VERSIONS_SIGNED });
    if (!verdict.valid) {
      logger.warn({ requestId: request.id, fault: verdict.fault }, 'a call was refused');
      return reply.code(401).send({ errors: [{ message: verdict.message }] });
    }
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers lines would make each of them late.
      'x-accel-buffering': 'no',
      'x-request-id': request.id,
    });
    raw.socket?.setNoDelay(true);
    const unwatch = version.watch((confirmed) => {
      if (raw.writableLength > UNREAD_BYTES) raw.destroy();
      else raw.write(feedLine(confirmed));
    });
    const end = () => raw.end();
    feeds.add(end);
    raw.once('close', () => {
      unwatch();
      feeds.delete(end);
    });
    return undefined;
  });
  refuseMethods(app, VERSIONS_PATH, ['GET']);
  // A feed has no end of its own, for which a stop would wait.
  app.addHook('preClose', async () => {
    for (const end of feeds) end();
  });
}
