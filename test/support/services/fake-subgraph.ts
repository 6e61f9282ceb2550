/** A server in the place of a subgraph, which answers each call as a test says. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as it arrived. */
export interface ReceivedCall {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Resolves when the caller has closed the connection. */
  readonly left: Promise<unknown>;
  /** Names the connection: calls over one connection have the same. */
  readonly connection: number | undefined;
}

/** The server. */
export interface FakeSubgraph extends AsyncDisposable {
  /** Its address without a path. */
  readonly url: string;
  /** All calls so far. */
  readonly calls: readonly ReceivedCall[];
  /** The next call to arrive. */
  next(): Promise<ReceivedCall>;
}

/** Starts it on a free port of this machine. */
export async function startFakeSubgraph(
  answer: (response: ServerResponse, call: ReceivedCall) => void,
): Promise<FakeSubgraph> {
  const calls: ReceivedCall[] = [];
  let waiting: ((call: ReceivedCall) => void)[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse, left: Promise<unknown>) => {
    const body = await text(request);
    const call = { headers: request.headers, body, left, connection: request.socket.remotePort };
    calls.push(call);
    for (const resolve of waiting) resolve(call);
    waiting = [];
    answer(response, call);
  };
  const server = createServer((request, response) => {
    const left = once(response, 'close');
    void take(request, response, left);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Whether a gateway only asks whether the pillar is there, and the right one. */
export function isProbe({ body }: Pick<ReceivedCall, 'body'>): boolean {
  return body.includes('query Probe');
}

/** What every pillar answers to a probe. */
export const PROVEN = { data: { memberState: null, smartCity: null, crossPillarIssue: null } };

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
