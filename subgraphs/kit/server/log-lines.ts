/** Where the lines of the log are written: those of requests together, soon after, so that no request waits for its own; all others at once. */

import type { DestinationStream, pino } from 'pino';

/** How the line of a request ends, as `logAtEnd` writes it. */
const OF_REQUEST = '"msg":"request"}\n';

/** The standard output. What is left is written at the exit. */
export function logLines(destination: typeof pino.destination): DestinationStream {
  const lines = destination({ sync: true, minLength: 8_192, periodicFlush: 100 });
  process.on('exit', () => lines.flushSync());
  return {
    write(line) {
      lines.write(line);
      if (!line.endsWith(OF_REQUEST)) lines.flushSync();
    },
  };
}
