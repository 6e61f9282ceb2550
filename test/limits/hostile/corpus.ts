/** The hostile corpus: so many requests drawn from one seed, sent to a server one after the other, and what each of them did that none may do. */

import { readFileSync, readdirSync } from 'node:fs';
import { ERRORS, type ErrorCode } from '../../../schema/errors.ts';
import { ROOT } from '../../check/files.ts';
import { createRandom } from '../../differential/random.ts';
import { ODD, type OddRequest } from './bodies.ts';
import { HOSTILE, type HostileOperation } from './documents.ts';
import type { WatchedServer } from './server.ts';

/** What the corpus did. */
export interface CorpusReport {
  readonly sent: number;
  /** How many were refused as a whole. */
  readonly refused: number;
  /** One line for each request that did what none may do. */
  readonly faults: readonly string[];
}

/** Sends the corpus. The same seed sends the same. */
export async function sendCorpus(
  server: WatchedServer,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<CorpusReport> {
  const random = createRandom(seed);
  const operations = soundOperations();
  const hostile = Object.entries(HOSTILE);
  const odd = Object.entries(ODD);
  const faults: string[] = [];
  let refused = 0;
  for (let at = 0; at < count; at++) {
    const isHostile = random.chance(0.6);
    const [name, make] = isHostile
      ? (hostile[at % hostile.length] as (typeof hostile)[number])
      : [undefined, undefined];
    const [oddName, makeOdd] = odd[at % odd.length] as (typeof odd)[number];
    const operation = make?.(random);
    const request = operation ? requestOf(operation) : makeOdd(random, operations);
    const before = server.work();
    const answer = await send(server.url, request);
    const fault = faultOf(answer, { operation, work: server.work() - before });
    if (answer.isRefused) refused += 1;
    if (fault !== undefined) faults.push(`${seed}/${at} ${name ?? oddName}: ${fault}: ${shown(request)}`);
  }
  return { sent: count, refused, faults };
}

/** The operations that the project ships. */
export function soundOperations(): string[] {
  const folder = new URL('gateway/operations/', ROOT);
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

/** The request that carries an operation. */
export function requestOf({ query, variables }: HostileOperation): OddRequest {
  const body = `{"query":${JSON.stringify(query)}${variables === undefined ? '' : `,"variables":${variables}`}}`;
  return { body, headers: { 'content-type': 'application/json' } };
}

/** In characters: a refusal is no way to have the server write. */
const LONGEST_REFUSAL = 131_072;

/** An answer of the graph. */
export interface OddAnswer {
  readonly status: number;
  readonly codes: readonly string[];
  readonly text: string;
  /** Refused as a whole. */
  readonly isRefused: boolean;
}

/** Sends a request and reads the whole answer. Status 0 where the server cut the connection. */
export async function send(
  url: string,
  { method = 'POST', query = '', body, headers = {} }: OddRequest,
): Promise<OddAnswer> {
  const accept = headers['accept'] ?? 'application/graphql-response+json';
  try {
    const response = await fetch(url + query, {
      method,
      headers: { ...headers, accept },
      ...(method === 'POST' && { body: typeof body === 'object' ? new Blob([new Uint8Array(body)]) : (body ?? '') }),
    });
    const text = await response.text();
    const codes = codesIn(text);
    // Of a table without its rows the rest is thrown away: it was answered all the same.
    const isAnswered = codes.length > 0 && codes.every((code) => ERRORS[code as ErrorCode]?.status === 200);
    return { status: response.status, codes, text, isRefused: response.status >= 400 && !isAnswered };
  } catch (error) {
    return { status: 0, codes: [], text: String(error), isRefused: true };
  }
}

function codesIn(text: string): string[] {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
    return errors.map(({ extensions }) => extensions.code);
  } catch {
    return [];
  }
}

function faultOf(
  { status, codes, text, isRefused }: OddAnswer,
  { operation, work }: { readonly operation: HostileOperation | undefined; readonly work: number },
): string | undefined {
  if (text.length > LONGEST_REFUSAL && isRefused) return `${text.length} characters say that it is refused`;
  if (status === 0) return `no answer, ${text}`;
  if (status >= 500) return `status ${status}`;
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 'an error of the inside';
  if (isRefused && work > 0) return `refused, but after ${work} calls and plans`;
  if (operation && !isRefused) return `answered with ${status}`;
  const unexpected = operation ? codes.filter((code) => !(operation.codes as readonly string[]).includes(code)) : [];
  return unexpected.length > 0 ? `refused with ${unexpected[0]}` : undefined;
}

function shown({ query = '', body = '', headers }: OddRequest): string {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  return `${query.slice(0, 300)} ${text.slice(0, 600)} ${JSON.stringify(headers ?? {}).slice(0, 200)}`;
}
