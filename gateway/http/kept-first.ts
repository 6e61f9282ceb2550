/**
 * Answers that are kept, sent before the framework sees the request. Only what would certainly pass every check of the slow path is
 * answered here, by the same functions; all else, and whatever has to be refused, is left to the framework as it came.
 */

import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isHost, REQUEST_ID, requestIdOf } from '../../subgraphs/kit/server/app.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Tokens } from '../access/tokens.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { assertNoCrossSite } from './cross-site.ts';
import { GRAPHQL_PATH } from './graphql.ts';
import { MAX_TEXT_LENGTH, type Asked, type KeptRequests } from './kept.ts';

/** What it is made of. */
export interface KeptFirstOptions {
  readonly kept: KeptRequests;
  readonly tokens: Tokens;
  readonly readAccess: 'open' | 'authenticated';
  readonly metrics: Pick<Metrics, 'request'>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);
/** Requests with these are for the framework: another site's, or with a body that has to be unpacked. */
const UNUSUAL = ['origin', 'content-encoding', 'transfer-encoding', 'upgrade'];
const NO_SITES: ReadonlySet<string> = new Set();
const KNOWN_HOSTS = 100;

/** Puts it before the framework. */
export function serveKeptFirst(app: FastifyInstance, { kept, tokens, readAccess, metrics }: KeptFirstOptions): void {
  const handlers = app.server.listeners('request') as Handler[];
  const next: Handler = (request, response) => {
    for (const handler of handlers) handler.call(app.server, request, response);
  };
  const hosts = new LRUCache<string, boolean>({ max: KNOWN_HOSTS });
  const together = createTurns();
  let isClosing = false;
  // What is answered while the server stops closes its connection.
  app.addHook('preClose', async () => {
    isClosing = true;
  });

  /** Whether the slow path would let it through to its answer; gives who asks. */
  function letIn({ headers, method }: IncomingMessage): { readonly viewer: Viewer | undefined } | undefined {
    const { host, authorization } = headers;
    if (isClosing || host === undefined || UNUSUAL.some((name) => headers[name] !== undefined)) return undefined;
    let isSound = hosts.get(host);
    if (isSound === undefined) hosts.set(host, (isSound = isHost(host)));
    if (!isSound) return undefined;
    const viewer = authorization === undefined ? undefined : tokens.known(authorization);
    if (authorization === undefined ? readAccess === 'authenticated' : !viewer) return undefined;
    if (method === 'POST') return { viewer };
    try {
      assertNoCrossSite({ headers, host } as FastifyRequest, NO_SITES);
      return { viewer };
    } catch {
      return undefined;
    }
  }

  /** Whether it was answered. */
  function answer(asked: Asked, response: ServerResponse): boolean {
    const found = kept.find(asked);
    if (!found) return false;
    const { method, url, headers } = asked;
    const id = requestIdOf(headers);
    app.followToEnd(response, { id, method, url, noteOf: () => found.alias }, (status) =>
      metrics.request(found.alias.route, status),
    );
    void kept.send(found, asked, response, { [REQUEST_ID]: id, ...found.alias.base });
    return true;
  }

  app.server.removeAllListeners('request');
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const length = bodyLength(request);
    const caller = length === undefined ? undefined : letIn(request);
    if (length === undefined || !caller) return next(request, response);
    const { viewer } = caller;
    together(() => {
      // A short body has come with its headers; one that has not is left to the framework, as is all that finds the server stopping by now.
      const bytes = length === 0 ? undefined : (request.read(length) as Buffer | null);
      const isText = bytes !== null && (!bytes || isUtf8(bytes));
      if (isText && !isClosing && answer({ method, url, headers, viewer, body: bytes?.toString() }, response)) {
        request.resume();
        return;
      }
      if (bytes) request.unshift(bytes);
      next(request, response);
    });
  });
}

/**
 * Runs pieces of work once everything that has come by now is read, one after the other: what they send goes out back to back, so that a
 * client on the same machine is woken once for all of it and not for each answer, which costs more than the answer does.
 */
function createTurns(): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  const run = () => {
    const works = waiting;
    waiting = [];
    for (const work of works) work();
  };
  return (work) => {
    if (waiting.push(work) === 1) setImmediate(run);
  };
}

/** Of a short body of JSON for the graph, or of none by GET; undefined for all others. */
function bodyLength({ method, url, headers }: IncomingMessage): number | undefined {
  const { 'content-type': type = '', 'content-length': length } = headers;
  if (method === 'GET') return length === undefined ? 0 : undefined;
  if (method !== 'POST' || url !== GRAPHQL_PATH || !JSON_TYPES.has(type)) return undefined;
  return length !== undefined && /^[1-9]\d{0,5}$/.test(length) && Number(length) <= MAX_TEXT_LENGTH
    ? Number(length)
    : undefined;
}
