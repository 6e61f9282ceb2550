/** Heads of the ledger as a file that is kept elsewhere: signed, so that nobody can make one to fit a ledger that was cut or rewritten. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { Head } from '../lead/chain.ts';

const DIGEST = z.string().regex(/^[0-9a-f]{64}$/);
const HEADS_FILE = z.strictObject({
  /** The version of this form. */
  ledger: z.literal(1),
  printedAt: z.iso.datetime(),
  heads: z.array(z.strictObject({ issueId: z.string(), version: z.int().positive(), hash: DIGEST })),
  /** HMAC-SHA-256 in hexadecimal over the canonical JSON (RFC 8785) of all else. */
  signature: DIGEST,
});

/** The heads at a moment, signed. */
export type SignedHeads = z.output<typeof HEADS_FILE>;

/** Signs heads. */
export function signHeads(heads: readonly Head[], { secret, at }: { secret: string; at: Date }): SignedHeads {
  const unsigned = { ledger: 1 as const, printedAt: at.toISOString(), heads: [...heads] };
  return { ...unsigned, signature: signatureOf(unsigned, secret) };
}

/** Reads the text of a file. Throws where it is not what was signed with this secret. */
export function readHeads(text: string, secret: string): SignedHeads {
  const parsed = HEADS_FILE.safeParse(jsonOf(text));
  if (!parsed.success) throw new Error('it is no file of heads as `npm run ledger:heads` prints it');
  const { signature, ...unsigned } = parsed.data;
  const isSound = timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(signatureOf(unsigned, secret), 'hex'));
  if (!isSound) throw new Error('its signature is not that of its heads with the secret known here');
  return parsed.data;
}

function signatureOf(unsigned: Omit<SignedHeads, 'signature'>, secret: string): string {
  return createHmac('sha256', secret)
    .update(canonicalize(unsigned) ?? '')
    .digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
