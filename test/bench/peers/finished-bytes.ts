/** Node's own HTTP server with the answers already written: what no gateway on Node can exceed. A process of its own. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { launch } from '../../support/services/process.ts';
import { answering, type Service } from '../../support/services/services.ts';

/** Starts it over a JSON file that has the answer to each operation, by the operation's name. */
export function startFinishedBytes(answersFile: string): Promise<Service> {
  const launched = launch({ file: 'test/bench/peers/finished-bytes.ts', args: [answersFile] });
  return answering(launched, /finished bytes at (http:\S+)/);
}

async function main([answersFile = '']: readonly string[]): Promise<void> {
  const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Readonly<Record<string, string>>;
  const finished = new Map(Object.entries(answers).map(([name, answer]) => [name, Buffer.from(answer)]));
  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await text(request);
      const bytes = finished.get(/query (\w+)/.exec(body)?.[1] ?? '');
      const head = { 'content-type': 'application/json', 'content-length': bytes?.length ?? 0 };
      response.writeHead(bytes ? 200 : 404, head).end(bytes);
    };
    void answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(`finished bytes at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close();
  });
}

if (import.meta.main) await main(process.argv.slice(2));
