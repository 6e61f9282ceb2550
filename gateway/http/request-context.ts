/** What a request carries through the gateway, from its HTTP side: every route that answers an operation makes its context here. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from '../../subgraphs/kit/viewer.ts';
import type { RequestContext } from '../errors.ts';

/** The context of a request. Its token was verified before. */
export function requestContext({ id, viewer }: FastifyRequest, reply: FastifyReply): RequestContext {
  return { requestId: id, viewer, identity: identityOf(viewer), signal: leaving(reply) };
}

/** Aborted when the client closes its connection before it has the whole answer. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new Error('the client has left'));
  });
  return controller.signal;
}
