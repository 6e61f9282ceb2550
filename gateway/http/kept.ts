/** Answers that are kept, sent before anything of the request is read but its text: whoever sends the same text once more gets the same bytes. */

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { identityOf } from '../../subgraphs/kit/viewer.ts';
import type { Answers, KeptAnswer } from '../cache/answers.ts';
import type { AnswerNote } from '../errors.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Answer } from './answer.ts';
import { BROTLI_QUALITY, GZIP_LEVEL, THRESHOLD_BYTES } from './compression.ts';
import { cacheControl, hasTagged } from './entity-tag.ts';

/** What was found for a request. */
export interface Found {
  readonly answer: KeptAnswer;
  readonly contentType: string;
  readonly operation: string;
}

/** The texts of requests whose answers are kept. */
export interface KeptRequests {
  /** What the request is answered with; its body is the text that was received. Its refusals by headers come before: this is no check of anything. */
  find(request: FastifyRequest, body?: string): Found | undefined;
  /** Sends what was found. */
  send(found: Found, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Sends an answer that has just been kept, and has the same request find it from now on; false where it is not kept. */
  sendNew(answer: Answer, about: About): Promise<boolean>;
}

/** What belongs to an answer. */
export interface About {
  readonly note: AnswerNote;
  readonly contentType: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body?: string | undefined;
}

/** The types of the package know nothing of preferences. */
interface Encodings {
  encoding(available: readonly string[], options: { readonly preferred: readonly string[] }): string | undefined;
}

interface Alias {
  readonly key: string;
  readonly contentType: string;
  readonly operation: string;
}

/** A text is kept beside its answer, so the longest are not. */
const MAX_TEXT_LENGTH = 32_768;
const MAX_TEXTS_LENGTH = 8_388_608;
const KEPT_HEADERS = 200;

const PACK: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body) => promisify(gzip)(body, { level: GZIP_LEVEL }),
};

/** Knows no request yet. */
export function createKeptRequests(answers: Answers, metrics: Pick<Metrics, 'operation'>): KeptRequests {
  const aliases = new LRUCache<string, Alias>({
    maxSize: MAX_TEXTS_LENGTH,
    maxEntrySize: MAX_TEXT_LENGTH,
    sizeCalculation: ({ key }, text) => text.length + key.length + 100,
  });
  const encodings = new LRUCache<string, string>({ max: KEPT_HEADERS });

  function encodingOf({ headers }: FastifyRequest): string {
    const { 'accept-encoding': accepted } = headers;
    if (accepted === undefined || headers['x-no-compression'] !== undefined) return 'identity';
    const text = String(accepted);
    let encoding = encodings.get(text);
    if (encoding === undefined) {
      const negotiator = new Negotiator({ headers: { 'accept-encoding': text } }) as unknown as Encodings;
      encoding = negotiator.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] }) ?? 'identity';
      encodings.set(text, encoding);
    }
    return encoding;
  }

  async function write({ answer, contentType }: Found, request: FastifyRequest, reply: FastifyReply, isOld: boolean) {
    const { method, headers } = request;
    reply.header('content-type', contentType);
    const isLarge = answer.body.length >= THRESHOLD_BYTES;
    if (isLarge) reply.header('vary', `${String(reply.getHeader('vary'))}, accept-encoding`);
    if (isOld) reply.header('age', String(Math.floor((performance.now() - answer.since) / 1000)));
    let status = 200;
    let body: Buffer | undefined = answer.body;
    if (method !== 'POST') {
      reply.headers({ etag: answer.tag, 'cache-control': cacheControl(headers) });
      if (hasTagged(headers, answer.tag)) [status, body] = [304, undefined];
    }
    const encoding = body && isLarge ? encodingOf(request) : 'identity';
    const pack = PACK[encoding];
    if (pack) {
      const packing = answer.packed.get(encoding) ?? pack(answer.body);
      answer.packed.set(encoding, packing);
      body = await packing;
      reply.header('content-encoding', encoding);
    }
    if (body) reply.header('content-length', body.length);
    // All headers are there, and there is nothing to write but bytes: what the framework does with answers is for others.
    reply.hijack();
    reply.raw.writeHead(status, reply.getHeaders() as Record<string, string>);
    reply.raw.end(body);
    return reply;
  }

  return {
    find(request, body) {
      const alias = aliases.get(textOf(request, body));
      const answer = alias && answers.find(alias.key);
      return answer && { answer, contentType: alias.contentType, operation: alias.operation };
    },
    async send(found, request, reply) {
      metrics.operation(found.operation, 'answered', reply.elapsedTime / 1000);
      return write(found, request, reply, true);
    },
    async sendNew({ status, headers, data, errors, extensions }, { note, contentType, request, reply, body }) {
      const { kept: answer, operation = '' } = note;
      const isPlain = status === 200 && errors.length === 0 && !extensions && Object.keys(headers).length === 0;
      if (!answer || answer.data !== data || !isPlain) return false;
      aliases.set(textOf(request, body), { key: answer.key, contentType, operation });
      await write({ answer, contentType, operation }, request, reply, false);
      return true;
    },
  };
}

/** All on which the answer depends: who asks, what is asked, and in which form. */
function textOf({ method, url, headers: { accept = '' }, viewer }: FastifyRequest, body = ''): string {
  return `${method === 'POST'} ${accept}\n${identityOf(viewer)}\n${url}\n${body}`;
}
