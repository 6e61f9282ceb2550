/** A proxy before a running pillar that lets probes through, and does to the answers of all other calls what a test says. */

import type { ServerResponse } from 'node:http';
import { isProbe, startFakeSubgraph, type ReceivedCall } from '../support/services/fake-subgraph.ts';

/** What becomes of an answer; its text is as the pillar gave it. */
export type Garble = (response: ServerResponse, text: string) => unknown;

/** The proxy. */
export interface GarblingProxy extends AsyncDisposable {
  /** Its address without a path. */
  readonly url: string;
  /** From now on; what it is before. */
  garble(how: Garble): void;
}

/** Passes an answer on as it is. */
export const AS_IT_IS: Garble = (response, text) => asJson(response, text);

/** Sends a text as JSON. */
export function asJson(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

/** Starts it before the pillar at an address without a path. */
export async function startGarblingProxy(target: string): Promise<GarblingProxy> {
  let now = AS_IT_IS;
  const proxy = await startFakeSubgraph(async (response, call) => {
    const answer = await fetch(`${target}/graphql`, { method: 'POST', headers: headersOf(call), body: call.body });
    const how = isProbe(call) ? AS_IT_IS : now;
    await how(response, await answer.text());
  });
  return {
    url: proxy.url,
    garble(how) {
      now = how;
    },
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

/** Those of its signature, and what its body is. */
function headersOf({ headers }: ReceivedCall): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-') || name === 'content-type');
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
