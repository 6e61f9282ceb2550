/** A data source over a subgraph in another process: signed calls over kept connections, each with a deadline. */

import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { sign } from '../../subgraphs/kit/signing.ts';
import { VERSION_HEADER } from '../../subgraphs/kit/version/feed.ts';
import type { RequestContext } from '../errors.ts';
import { limited } from './deadline.ts';
import { misfitOf } from './fit.ts';
import { presented, readAnswer, shortened, type RemoteAnswer } from './remote-answer.ts';
import { retried } from './retry.ts';

/** How long a call may take, from the first attempt to connect to the last byte of the answer, in milliseconds. */
export const CALL_DEADLINE_MS = 10_000;

/** The largest answer that is read, in bytes. */
const ANSWER_LIMIT_BYTES = 16_777_216;

/** How many connections to one subgraph are kept at most; further calls wait for one, within their deadline. */
const CONNECTIONS = 64;

/** Under which an answer of GraphQL over HTTP is sent. */
const JSON_TYPE = /^application\/(graphql-response\+)?json\b/i;

/** What a remote source is made of. */
export interface RemoteSourceOptions {
  readonly name: string;
  /** The whole address, with its path. */
  readonly url: string;
  /** Shared with the subgraph; undefined for a subgraph that takes unsigned calls. */
  readonly secret: string | undefined;
  readonly logger: Logger;
  /** What `check` asks; `{ __typename }` where it is left out. */
  readonly probe?: string | undefined;
  readonly deadlineMs?: number;
  readonly answerLimitBytes?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told of the data version that an answer says. It is as true as the answer: nobody signs either. */
  readonly onVersion?: ((text: string) => void) | undefined;
}

/** A remote subgraph. A call that has no GraphQL answer throws, with the true reason for the log. */
export interface RemoteSource extends GraphQLDataSource {
  /** Asks the document of the probe; throws where there is no answer, or one with errors. */
  check(signal?: AbortSignal): Promise<void>;
  /** Closes the connections when the calls in flight have ended. */
  close(): Promise<void>;
}

/** What is asked. */
interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: { readonly brief: RequestContext['briefs'] };
}

/** What goes along with a call. */
type Caller = Partial<Pick<RequestContext, 'requestId' | 'identity' | 'signal' | 'briefs'>>;

/** Makes the source. It connects at the first call. */
export function createRemoteSource({
  name,
  url,
  secret,
  logger,
  probe = '{ __typename }',
  deadlineMs = CALL_DEADLINE_MS,
  answerLimitBytes = ANSWER_LIMIT_BYTES,
  now = Date.now,
  onVersion,
}: RemoteSourceOptions): RemoteSource {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    maxResponseSize: answerLimitBytes,
    // The one deadline of a call covers connecting, waiting and reading.
    connect: { timeout: deadlineMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function post(body: string, { requestId, identity = '' }: Caller, signal: AbortSignal): Promise<string> {
    const {
      statusCode,
      headers,
      body: answer,
    } = await pool.request({
      method: 'POST',
      path: `${pathname}${search}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(requestId !== undefined && { 'x-request-id': requestId }),
        ...(secret !== undefined && sign({ secret, time: now(), identity, body })),
      },
      body,
      signal,
    });
    const text = await answer.text();
    const { [VERSION_HEADER]: version } = headers;
    if (typeof version === 'string') onVersion?.(version);
    if (statusCode !== 200) throw new Error(`${url} answered with status ${statusCode}: ${shortened(text)}`);
    const type = String(headers['content-type']);
    if (!JSON_TYPE.test(type)) throw new Error(`${url} answered with the content type ${type}: ${shortened(text)}`);
    return text;
  }

  /** A read whose connection broke is sent again: a subgraph that stops or restarts closes the connections that were kept. */
  async function call(request: Request, caller: Caller): Promise<RemoteAnswer> {
    const body = JSON.stringify(request);
    const limit = limited(deadlineMs, caller.signal);
    const isRead = !isMutation(request.query);
    try {
      const text = await retried(() => post(body, caller, limit.signal), {
        signal: limit.signal,
        mayRetry: (error) => isRead && isBroken(error),
      });
      const answer = readAnswer(text, url);
      const misfit = answer.errors.length === 0 ? misfitOf(request.query, request.variables, answer.data) : undefined;
      if (misfit !== undefined) throw new Error(`${url} answered with ${misfit}: ${shortened(text)}`);
      return answer;
    } finally {
      limit.release();
    }
  }

  return {
    async process({ request: { query = '', variables }, context }) {
      const caller = (context ?? {}) as Caller;
      // The signature covers the body, and so what was read.
      const brief = isMutation(query) && caller.briefs;
      const request = { query, ...(variables && { variables }), ...(brief && { extensions: { brief } }) };
      const { data, errors } = await call(request, caller);
      if (errors.length === 0) return { data };
      return { data, errors: errors.map((error) => presented(error, { name, logger, requestId: caller.requestId })) };
    },
    async check(signal) {
      const { errors } = await call({ query: probe }, { ...(signal && { signal }) });
      if (errors.length > 0) throw new Error(`${url} does not answer the probe: ${shortened(JSON.stringify(errors))}`);
    },
    close: () => pool.close(),
  };
}

/** Whether a document that the gateway sends to a subgraph changes something. */
export function isMutation(query: string): boolean {
  return /^\s*mutation\b/.test(query);
}

/** Whether a connection has broken, or was refused by a machine on which nobody listens now. */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNREFUSED';
}
