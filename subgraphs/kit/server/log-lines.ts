/** Where the lines of the log are written: those of requests together, soon after, so that no request waits for its own; all others at once. */

import type { DestinationStream, pino } from 'pino';

/** How the line of a request ends, as `followToEnd` writes it. */
const OF_REQUEST = '"msg":"request"}\n';
/** How long a line of a request may wait for others, in milliseconds, and how long they may be together, in UTF-16 units. */
const WAIT_MS = 100;
const TOGETHER = 8_192;

/** The standard output. What is left is written at the exit. */
export function logLines(destination: typeof pino.destination): DestinationStream {
  const output = destination({ sync: true });
  let waiting = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting !== '') output.write(waiting);
    waiting = '';
  };
  process.on('exit', flush);
  return {
    write(line) {
      waiting += line;
      if (waiting.length > TOGETHER || !line.endsWith(OF_REQUEST)) flush();
      else timer ??= setTimeout(flush, WAIT_MS).unref();
    },
  };
}
