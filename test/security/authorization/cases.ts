/** The cases of the suite: each a folder with an operation, who asks it, and what must come of it. */

import { readdirSync, readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';

/** How the tokens of the suite are made; a gateway under test is told the same. */
export interface TokenKeys {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** What the suite uses where it is told nothing else. */
export const TOKEN_KEYS: TokenKeys = {
  secret: 'the secret of the authorization suite, known to all',
  issuer: 'https://issuer.example/',
  audience: 'https://graph.example/',
};

/** Who asks: nobody where all is left out. */
export interface Identity {
  /** Beside `sub`, `iss`, `aud` and an `exp` an hour from now, which stand unless they are given here; null takes one out. Times are seconds from now. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** HS256 where it is left out. `none` leaves the signature out. */
  readonly alg?: string;
  /** Another secret than the gateway's. */
  readonly secret?: string;
  /** The whole header, instead of a token. */
  readonly authorization?: string;
}

/** What must come of it. */
export interface Expected {
  /** The data, exactly, and no error. */
  readonly data?: unknown;
  /** Only some of it, for answers that are long. */
  readonly dataContains?: string;
  /** Refused as a whole: no data. */
  readonly refused?: { readonly status: number; readonly code: string; readonly says?: string };
}

/** A case. */
export interface Case {
  readonly name: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly identity: Identity;
  readonly expected: Expected;
}

/** What a gateway answered. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

const FOLDER = new URL('cases/', import.meta.url);
const TIMES = ['exp', 'nbf', 'iat'];

/** All cases, by name. */
export function readCases(): Case[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((name) => {
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8');
      const operation = read('operation.graphql');
      const [, operationName] = /^# run: (\w+)/.exec(operation) ?? [];
      return {
        name,
        operation,
        ...(operationName !== undefined && { operationName }),
        identity: JSON.parse(read('identity.json')) as Identity,
        expected: JSON.parse(read('expected.json')) as Expected,
      };
    });
}

/** Asks a gateway the operation of a case. */
export async function ask(url: string, { operation, operationName, identity }: Case, keys: TokenKeys): Promise<Reply> {
  const authorization = authorizationOf(identity, keys);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query: operation, operationName }),
  });
  return { status: response.status, text: await response.text() };
}

/**
 * What is wrong with an answer, one line each. Lenient: for gateways that leave out what is protected instead of refusing, a refusal is any
 * answer with an error and without a protected value.
 */
export function faultsOf({ status, text }: Reply, { expected }: Case, { isLenient = false } = {}): string[] {
  const { data = null, errors = [] } = parsed(text);
  const shown = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  const { refused } = expected;
  if (refused === undefined) {
    const isRight =
      expected.dataContains === undefined
        ? JSON.stringify(data) === JSON.stringify(expected.data)
        : text.includes(expected.dataContains);
    return isRight && errors.length === 0 && status === 200 ? [] : [`must be answered, but is ${status} ${shown}`];
  }
  const faults: string[] = [];
  if (text.includes('protected:')) faults.push(`gives away what is protected: ${shown}`);
  if (errors.length === 0) faults.push(`must be refused, but is ${status} ${shown}`);
  if (isLenient) return faults;
  if (status !== refused.status) faults.push(`must have status ${refused.status}, but has ${status}`);
  if (data !== null) faults.push(`must have no data, but has ${JSON.stringify(data)}`);
  if (errors[0]?.extensions?.code !== refused.code) faults.push(`must have code ${refused.code}, but is ${shown}`);
  if (refused.says !== undefined && !errors[0]?.message?.includes(refused.says))
    faults.push(`must say ${JSON.stringify(refused.says)}, but says ${shown}`);
  return faults;
}

interface Parsed {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: { readonly code?: string } }[];
}

function parsed(text: string): Parsed {
  try {
    return JSON.parse(text) as Parsed;
  } catch {
    return {};
  }
}

/** Made by hand, so that it can also be what no library makes. */
function authorizationOf(
  { claims, alg = 'HS256', authorization, ...own }: Identity,
  keys: TokenKeys,
): string | undefined {
  if (authorization !== undefined || claims === undefined) return authorization;
  const now = Math.floor(Date.now() / 1000);
  const all: Record<string, unknown> = { sub: 'tester', iss: keys.issuer, aud: keys.audience, exp: 3_600, ...claims };
  const payload = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([claim, value]) => [claim, TIMES.includes(claim) && typeof value === 'number' ? now + value : value]);
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encoded({ alg, typ: 'JWT' })}.${encoded(Object.fromEntries(payload))}`;
  const hash = `sha${/\d{3}$/.exec(alg)?.[0] ?? '256'}`;
  const signature = createHmac(hash, own.secret ?? keys.secret)
    .update(signed)
    .digest('base64url');
  return `Bearer ${signed}.${alg === 'none' ? '' : signature}`;
}
