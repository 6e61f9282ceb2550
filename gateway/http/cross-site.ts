/**
 * Protection against cross-site requests: a page of another site cannot have a browser run operations. By POST it would have to send JSON,
 * which a browser asks leave for; by GET the browser itself says where a request comes from (https://www.w3.org/TR/fetch-metadata/).
 */

import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../schema/errors.ts';

/** The header that says by its presence alone that a request was not forged: a browser asks leave before it sends one. */
export const PREFLIGHT_HEADER = 'apollo-require-preflight';

/** Headers of which any does. */
const PREFLIGHTED = [PREFLIGHT_HEADER, 'x-apollo-operation-name'];

/** Each browser names its engine; on an insecure address it says nothing else of where a request comes from. */
const BROWSER = /\b(?:AppleWebKit|Gecko|Trident|Presto)\//;

/** Throws `CROSS_SITE_REQUEST` for a GET that a page of another site had a browser send, unless its origin may read answers. */
export function assertNoCrossSite({ headers, host }: FastifyRequest, allowed: ReadonlySet<string>): void {
  if (PREFLIGHTED.some((name) => headers[name])) return;
  const { origin } = headers;
  if (origin !== undefined && (allowed.has('*') || allowed.has(origin))) return;
  const from = headers['sec-fetch-site'];
  const isOurs =
    from === undefined
      ? origin === undefined
        ? !BROWSER.test(headers['user-agent'] ?? '')
        : URL.parse(origin)?.host === host
      : from === 'same-origin' || from === 'none';
  if (isOurs) return;
  throw new CodedError(
    'CROSS_SITE_REQUEST',
    `A page of another site may have sent this query: allowed are pages of this address and of CORS_ORIGINS, requests by POST, and requests with the header ${PREFLIGHT_HEADER}`,
  );
}
