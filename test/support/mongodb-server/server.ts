/** A MongoDB server for tests (FerretDB, a Go program of this folder), and the check of a compose file by compose's own loader. */

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { goBinary, WITHOUT_GO } from './build.ts';

/** A server that runs. */
export interface MongodbServer {
  /** Where it listens, such as `mongodb://127.0.0.1:40001/`; no option need be added. */
  readonly uri: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it as an operator would; throws if it did not end well. */
  stop(): Promise<void>;
  /** Sends a signal; resolves when the process has ended, or at once for SIGSTOP and SIGCONT. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** What compose's loader says of a file. */
export type ComposeVerdict = { valid: true; services: readonly string[] } | { valid: false; message: string };

/** Gives the path of the server's program, built where needed; undefined where Go is not installed (`WITHOUT_GO`). */
export async function mongodbServerBinary(): Promise<string | undefined> {
  return goBinary('mongodb-server');
}

/** Starts a server on this machine over the data of a folder, made where missing; resolves when it accepts connections. */
export async function startMongodbServer(options: { dataDir: string; port?: number }): Promise<MongodbServer> {
  const binary = await mongodbServerBinary();
  if (binary === undefined) throw new Error(`No MongoDB server for tests: ${WITHOUT_GO}.`);
  const child = spawn(binary, [options.dataDir, `127.0.0.1:${options.port ?? 0}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithParent = (): boolean => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = once(child, 'close').then(() => {
    process.off('exit', endWithParent);
    return child.exitCode;
  });
  const uri = await Promise.race([once(createInterface(child.stdout), 'line').then(([line]) => String(line)), ended]);
  if (typeof uri !== 'string' || child.pid === undefined)
    throw new Error(complaints.trim() || 'The server ended at once.');
  return {
    uri,
    port: Number(new URL(uri).port),
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      // A stopped process receives SIGTERM when it goes on.
      child.kill('SIGCONT');
      const code = await ended;
      if (code !== 0) throw new Error(`The server ended with ${code ?? child.signalCode}. ${complaints.trim()}`);
    },
    async kill(signal) {
      child.kill(signal);
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await ended;
    },
  };
}

/** Reads a compose file with compose's own loader, which sees exactly these variables; throws where Go is not installed. */
export async function composeCheck(file: string, env: Readonly<Record<string, string>>): Promise<ComposeVerdict> {
  const binary = await goBinary('compose-check');
  if (binary === undefined) throw new Error(`No check of compose files: ${WITHOUT_GO}.`);
  return new Promise((resolve, reject) => {
    execFile(binary, [file], { env }, (error, stdout, stderr) => {
      if (error === null) resolve({ valid: true, services: stdout.trim().split('\n') });
      else if (error.code === 1) resolve({ valid: false, message: stderr.trim() });
      else reject(error);
    });
  });
}
