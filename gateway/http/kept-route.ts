/** Sends what was found for a request from within its route, where the framework has seen it already. */

import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedOf, type Found, type KeptRequests } from './kept.ts';

/** With the headers that the framework's hooks have set. The operation is counted by whoever finds it. */
export async function sendFound(
  kept: KeptRequests,
  found: Found,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.note = found.alias;
  reply.hijack();
  await kept.send(found, askedOf(request), reply.raw, reply.getHeaders() as OutgoingHttpHeaders);
  return reply;
}
