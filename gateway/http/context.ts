/** What a request over HTTP carries through the gateway. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from '../../subgraphs/kit/viewer.ts';
import type { AnswerNote, RequestContext } from '../errors.ts';
import { traceOf } from '../metrics/tracing.ts';

/** A context of its own for each operation that a request runs. Its token was verified before; the log is told of the last one. */
export function contextOf(
  { id, viewer, headers }: FastifyRequest,
  reply: FastifyReply,
): RequestContext & { readonly note: AnswerNote } {
  const note: AnswerNote = (reply.note = {});
  return { requestId: id, viewer, identity: identityOf(viewer), signal: leaving(reply), trace: traceOf(headers), note };
}

const SIGNALS = new WeakMap<FastifyReply['raw'], AbortSignal>();

/** Aborted when the client closes its connection before it has the whole answer. */
export function leaving({ raw }: FastifyReply): AbortSignal {
  const known = SIGNALS.get(raw);
  if (known) return known;
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new Error('the client has left'));
  });
  SIGNALS.set(raw, controller.signal);
  return controller.signal;
}
