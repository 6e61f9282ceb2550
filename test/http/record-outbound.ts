/** Loaded into a process before all else: each connection that it opens is a line of its error output. */

import { Socket } from 'node:net';

const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  process.stderr.write(`a connection to elsewhere: ${JSON.stringify(args)}\n`);
  return connect.apply(this, args);
};
