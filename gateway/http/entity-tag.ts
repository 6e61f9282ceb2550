/** Entity tags: what a client has already is not sent again. */

import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { THRESHOLD_BYTES } from './compression.ts';
import { withVary } from './formats.ts';

/** The tag of a body: a hash of it. Weak, since the same body travels packed and unpacked. */
export function entityTag(body: string | Uint8Array): string {
  return `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

/** Sends the body with its tag, or 304 where the client has it; by POST without one. Whoever keeps it asks again before it is used. */
export function sendTagged(
  body: string | Buffer,
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (method === 'POST') return reply.send(body);
  const tag = entityTag(body);
  reply.headers({ etag: tag, 'cache-control': cacheControl(headers) });
  if (!hasTagged(headers, tag)) return reply.send(body);
  if (Buffer.byteLength(body) >= THRESHOLD_BYTES)
    reply.header('vary', withVary(reply.getHeader('vary'), 'accept-encoding'));
  return reply.code(304).send();
}

/** Whoever keeps an answer asks again before it is used; what was answered to somebody is kept by nobody else. */
export function cacheControl({ authorization }: FastifyRequest['headers']): string {
  return authorization === undefined ? 'no-cache' : 'private, no-cache';
}

/** Whether the client has it already. Compared as weak tags are: a proxy may have made a strong one of it, or the reverse. */
export function hasTagged({ 'if-none-match': given }: FastifyRequest['headers'], tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return given !== undefined && given.split(',').some((each) => bare(each) === '*' || bare(each) === bare(tag));
}
