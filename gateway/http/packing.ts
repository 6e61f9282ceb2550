/** The packed forms of answers that are kept: each is made once, for the first client that unpacks it. */

import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { KeptAnswer } from '../cache/answers.ts';
import { apart } from '../cache/bytes.ts';
import { BROTLI_QUALITY, GZIP_LEVEL } from './compression.ts';

/** How a body is packed. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Packs answers. */
export interface Packing {
  /** The best that the client unpacks. */
  encodingOf(headers: IncomingHttpHeaders): Encoding;
  pack(answer: KeptAnswer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer>;
}

/** The types of the package know nothing of preferences. */
interface Encodings {
  encoding(available: readonly Encoding[], options: { readonly preferred: readonly Encoding[] }): Encoding | undefined;
}

const KEPT_HEADERS = 200;

/** Knows no header yet: clients send few different ones. */
export function createPacking(): Packing {
  const known = new LRUCache<string, Encoding>({ max: KEPT_HEADERS });
  return {
    encodingOf({ 'accept-encoding': accepted, 'x-no-compression': refused }) {
      if (accepted === undefined || refused !== undefined) return 'identity';
      const text = String(accepted);
      let encoding = known.get(text);
      if (encoding === undefined) {
        const negotiator = new Negotiator({ headers: { 'accept-encoding': text } }) as unknown as Encodings;
        encoding = negotiator.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] }) ?? 'identity';
        known.set(text, encoding);
      }
      return encoding;
    },
    pack({ body, packed }, encoding) {
      const packing = packed.get(encoding) ?? PACK[encoding](body).then(apart);
      packed.set(encoding, packing);
      return packing;
    },
  };
}

const PACK = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: GZIP_LEVEL }),
};
