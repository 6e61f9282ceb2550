/** Answers that are kept, found by the text of a request: whoever sends the same text once more gets the same bytes, before anything of it is parsed. */

import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { REQUEST_ID, type OperationNote } from '../../subgraphs/kit/server/app.ts';
import { identityOf, type Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Answers, KeptAnswer } from '../cache/answers.ts';
import type { AnswerNote } from '../errors.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { markSpan, traceOf } from '../metrics/tracing.ts';
import type { Answer } from './answer.ts';
import { THRESHOLD_BYTES } from './compression.ts';
import { cacheControl, hasTagged } from './entity-tag.ts';
import { withVary } from './formats.ts';
import { createPacking } from './packing.ts';

/** All of a request on which its answer depends. Whether it may be answered at all is looked at before, each time. */
export interface Asked {
  readonly method: string;
  /** With its parameters. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly viewer: Viewer | undefined;
  /** The text that was received. */
  readonly body?: string | undefined;
}

/** What was found for a request. */
export interface Found {
  readonly answer: KeptAnswer;
  readonly alias: Alias;
}

/** What belongs to a request whose answer is kept, and the name under which it is counted. */
export interface Alias extends OperationNote {
  /** That of its answer. */
  readonly key: string;
  readonly contentType: string;
  readonly operation: string;
  readonly route: string;
  /** What is said of every answer to a request of no other site. */
  readonly base: OutgoingHttpHeaders;
}

/** The texts of requests whose answers are kept. */
export interface KeptRequests {
  find(asked: Asked): Found | undefined;
  /** Sends what was found: with headers that are there already, or with those of such answers. */
  send(found: Found, asked: Asked, response: ServerResponse, headers: OutgoingHttpHeaders): void | Promise<void>;
  /** Sends an answer that has just been kept, and has the same request find it from now on; false where it is not kept. */
  sendNew(answer: Answer, about: About): Promise<boolean>;
}

/** What belongs to an answer. */
export interface About {
  readonly note: AnswerNote;
  readonly contentType: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A text is kept beside its answer, so the longest are not. In characters. */
export const MAX_TEXT_LENGTH = 32_768;
const MAX_TEXTS_LENGTH = 8_388_608;

/** Knows no request yet. */
export function createKeptRequests(answers: Answers, metrics: Pick<Metrics, 'operation'>): KeptRequests {
  const aliases = new LRUCache<string, Alias>({
    maxSize: MAX_TEXTS_LENGTH,
    maxEntrySize: MAX_TEXT_LENGTH,
    sizeCalculation: ({ key }, text) => text.length + key.length + 500,
  });
  const packing = createPacking();

  function write(
    answer: KeptAnswer,
    contentType: string,
    { method, headers }: Asked,
    response: ServerResponse,
    sent: OutgoingHttpHeaders,
  ): void | Promise<void> {
    const { body, short = body, tag } = answer;
    sent['content-type'] = contentType;
    if (method !== 'POST') {
      sent['etag'] = tag;
      sent['cache-control'] = cacheControl(headers);
    }
    const isPacked = body.length >= THRESHOLD_BYTES;
    if (isPacked) sent['vary'] = withVary(sent['vary'], 'accept-encoding');
    if (method !== 'POST' && hasTagged(headers, tag)) return end(response, 304, sent);
    if (!isPacked) return end(response, 200, sent, short);
    const encoding = packing.encodingOf(headers);
    if (encoding === 'identity') return end(response, 200, sent, short);
    sent['content-encoding'] = encoding;
    return packing.pack(answer, encoding).then((packed) => end(response, 200, sent, packed));
  }

  return {
    find(asked) {
      const alias = aliases.get(textOf(asked));
      const answer = alias && answers.find(alias.key);
      return answer && { answer, alias };
    },
    send({ answer, alias }, asked, response, headers) {
      const now = performance.now();
      headers['age'] = String(Math.floor((now - answer.since) / 1000));
      const sending = write(answer, alias.contentType, asked, response, headers);
      metrics.operation(alias.operation, 'answered', (performance.now() - now) / 1000);
      markSpan(() => {
        const { operation, operationName = operation } = alias;
        const attributes = {
          'graphql.operation.type': 'query',
          'graphql.operation.name': operationName,
          'graph.kept': true,
        };
        return { name: 'operation', parent: traceOf(asked.headers), attributes };
      });
      return sending;
    },
    async sendNew({ status, headers, data, errors, extensions }, { note, contentType, request, reply }) {
      const { kept: answer, operation = '', operationName } = note;
      const isPlain = status === 200 && errors.length === 0 && !extensions && Object.keys(headers).length === 0;
      if (!answer || answer.data !== data || !isPlain) return false;
      const { [REQUEST_ID]: id, ...base } = reply.getHeaders() as OutgoingHttpHeaders;
      // What other sites are told is told to them alone.
      if (request.headers.origin === undefined) {
        const { url: route = '' } = request.routeOptions;
        aliases.set(textOf(askedOf(request)), { key: answer.key, contentType, operation, operationName, route, base });
      }
      reply.hijack();
      await write(answer, contentType, askedOf(request), reply.raw, { [REQUEST_ID]: id, ...base });
      return true;
    },
  };
}

/** What is asked by a request of the framework. */
export function askedOf({ method, url, headers, viewer, bodyText: body }: FastifyRequest): Asked {
  return { method, url, headers, viewer, body };
}

function textOf({ method, url, headers: { accept = '' }, viewer, body = '' }: Asked): string {
  return `${method === 'POST'} ${accept}\n${identityOf(viewer)}\n${url}\n${body}`;
}

function end(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body?: Buffer | string): void {
  if (body) headers['content-length'] = body.length;
  response.writeHead(status, headers).end(body, 'latin1');
}
