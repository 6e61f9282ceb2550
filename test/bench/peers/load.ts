/** The load on one server, from a process of its own: each connection sends its next request when it has the answer to the last. */

import { execFile } from 'node:child_process';
import { rmSync, writeFileSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import autocannon, { type Request } from 'autocannon';

/** What is sent. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Whole bodies; each connection goes round them, from a place of its own. */
  readonly bodies: readonly string[];
  /** Authorization headers: never the same on two connections at a time. Empty: none is sent. */
  readonly identities: readonly string[];
  /** The lengths between which an answer has to be, in UTF-16 units. */
  readonly lengths: { readonly least: number; readonly most: number };
}

/** What came back. */
export interface Measured {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Puts the load on, described in a file that it writes and removes. Throws where one answer failed, was cut or held errors. */
export async function putLoad(load: Load, file: string): Promise<Measured> {
  writeFileSync(file, JSON.stringify(load));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), file]);
    const { faults, ...measured } = JSON.parse(stdout) as Measured & { faults: string };
    if (faults) throw new Error(faults);
    return measured;
  } finally {
    rmSync(file);
  }
}

/** Bytes of several characters that come in two parts count twice. */
const SPLIT_CHARACTERS = 64;

async function main([file = '']: readonly string[]): Promise<void> {
  const { url, connections, seconds, bodies, identities, lengths } = JSON.parse(readFileSync(file, 'utf8')) as Load;
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodies[0] ?? '',
    setupClient(client) {
      const place = connection++;
      if (bodies.length > 1) client.setRequests(requestsFrom(place));
    },
    verifyBody: (body) =>
      String(body).length >= lengths.least &&
      String(body).length <= lengths.most + SPLIT_CHARACTERS &&
      !String(body).includes('"errors":'),
  });
  const { non2xx, errors, timeouts, mismatches, latency } = result;
  const failed = { 'failed answers': non2xx, errors, timeouts, 'wrong answers': mismatches };
  const faults = Object.entries(failed).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : []));
  const requests = result['2xx'];
  const requestsPerSecond = requests / result.duration;
  console.log(
    JSON.stringify({ requests, requestsPerSecond, p50Ms: latency.p50, p99Ms: latency.p99, faults: faults.join(', ') }),
  );

  function requestsFrom(place: number): Request[] {
    const rounds = Math.max(1, Math.ceil(identities.length / connections));
    const count = bodies.length * (identities.length > 0 ? rounds : 1);
    return Array.from({ length: count }, (_, step) => {
      const identity = identities[(place + step * connections) % identities.length];
      return {
        method: 'POST',
        path: new URL(url).pathname,
        headers: { 'content-type': 'application/json', ...(identity && { authorization: identity }) },
        body: bodies[(place + step) % bodies.length] ?? '',
      };
    });
  }
}

if (import.meta.main) await main(process.argv.slice(2));
