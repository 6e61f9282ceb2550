/** The signature of a call from a gateway to a subgraph: who signs knows the secret, and neither time, identity nor body can be changed. */

import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** How far the time of a signature may be from the receiver's, before and after, in milliseconds. */
export const SIGNING_WINDOW_MS = 30_000;

/** The headers that carry a signature. */
export const SIGNING_HEADERS = {
  /** When it was signed, in milliseconds since 1970. */
  time: 'x-graph-time',
  /** The viewer as the gateway has verified it (viewer.ts); empty where there is none. */
  identity: 'x-graph-identity',
  /** HMAC-SHA-256 in hexadecimal. */
  signature: 'x-graph-signature',
} as const;

/** What is signed. */
export interface Signed {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly identity: string;
  /** The bytes of the body, or its text in UTF-8. */
  readonly body: string | Uint8Array;
}

/** What is verified. */
export interface Received {
  readonly secret: string;
  /** Milliseconds since 1970, on the clock of the receiver. */
  readonly now: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

/** What a receiver makes of a call: whose it is, or why it is refused. */
export type Verdict =
  | { readonly valid: true; readonly identity: string }
  | { readonly valid: false; readonly fault: 'missing' | 'wrong' | 'old' | 'early'; readonly message: string };

/** The headers that sign a call. */
export function sign(signed: Signed): Record<string, string> {
  return {
    [SIGNING_HEADERS.time]: String(signed.time),
    [SIGNING_HEADERS.identity]: signed.identity,
    [SIGNING_HEADERS.signature]: digest(signed).toString('hex'),
  };
}

/** Whether the headers sign this body, now. The message of a refusal says which of them is at fault. */
export function verify({ secret, now, headers, body }: Received): Verdict {
  const [time, identity, signature] = Object.values(SIGNING_HEADERS).map((name) => headers[name]);
  if (typeof time !== 'string' || typeof identity !== 'string' || typeof signature !== 'string') {
    const names = Object.values(SIGNING_HEADERS).filter((name) => typeof headers[name] !== 'string');
    return refused('missing', `The signature is missing: the call has no ${names.join(', ')}`);
  }
  const expected = digest({ secret, time: Number(time), identity, body });
  const given = Buffer.from(signature, 'hex');
  if (!/^\d{1,15}$/.test(time) || given.length !== expected.length || !timingSafeEqual(given, expected))
    return refused(
      'wrong',
      'The signature is wrong: it is not of this time, identity and body with the secret known here',
    );
  const ageMs = now - Number(time);
  const seconds = (Math.abs(ageMs) / 1000).toFixed(1);
  const allowed = `at most ${SIGNING_WINDOW_MS / 1000} s are allowed, so compare the clocks`;
  if (ageMs > SIGNING_WINDOW_MS)
    return refused('old', `The signature is old: its time is ${seconds} s ago; ${allowed}`);
  if (ageMs < -SIGNING_WINDOW_MS)
    return refused('early', `The signature is from the future: its time is ${seconds} s ahead; ${allowed}`);
  return { valid: true, identity };
}

/** The identity comes last: what stands before it has a length of its own, so no two calls read the same. */
function digest({ secret, time, identity, body }: Signed): Buffer {
  return createHmac('sha256', secret)
    .update(`${time}\n${hash('sha256', body)}\n${identity}`)
    .digest();
}

function refused(fault: (Verdict & { valid: false })['fault'], message: string): Verdict {
  return { valid: false, fault, message };
}
