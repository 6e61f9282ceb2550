/** A proxy before a subgraph that counts the calls and the entity keys that a gateway sends, and changes nothing. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a gateway sent. */
export interface Sent {
  readonly calls: number;
  /** Representations of entities. */
  readonly keys: number;
  /** Those of them that the same list of the same call had already. */
  readonly duplicates: number;
}

/** A proxy. */
export interface CountingProxy {
  /** Its address without a path. */
  readonly url: string;
  /** What was sent since the count was taken last. */
  take(): Sent;
  stop(): Promise<void>;
}

const NOTHING: Sent = { calls: 0, keys: 0, duplicates: 0 };
/** Of one connection only, or made anew by `fetch`. */
const HOP_BY_HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding', 'expect']);

/** Starts one on a free port before the subgraph at an address without a path. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  let sent = NOTHING;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    sent = add(sent, countOf(body.toString()));
    const headers = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.has(name));
    const answer = await fetch(target + request.url, {
      method: 'POST',
      headers: [
        ...headers.map(([name, value]): [string, string] => [name, String(value)]),
        ['accept-encoding', 'identity'],
      ],
      body,
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(bytes);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = sent;
      sent = NOTHING;
      return taken;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The sum. */
export function add(a: Sent, b: Sent): Sent {
  return { calls: a.calls + b.calls, keys: a.keys + b.keys, duplicates: a.duplicates + b.duplicates };
}

/** One call: each list of representations among its variables counts by itself. */
function countOf(body: string): Sent {
  const { variables = {} } = JSON.parse(body) as { variables?: Readonly<Record<string, unknown>> | null };
  const lists = Object.values(variables ?? {}).filter(isRepresentations);
  return lists
    .map((list) => ({ calls: 0, keys: list.length, duplicates: list.length - new Set(list.map(textOf)).size }))
    .reduce(add, { ...NOTHING, calls: 1 });
}

function isRepresentations(value: unknown): value is readonly object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && item !== null && '__typename' in item)
  );
}

/** The same for the same keys in another order. */
function textOf(representation: object): string {
  return JSON.stringify(Object.entries(representation).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
