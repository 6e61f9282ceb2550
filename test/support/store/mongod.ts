/** Starts a mongod as a replica set of one, so that majorities and retried writes are real. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import mongoose from 'mongoose';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from './factory.ts';
import type { RunningServer } from './mongodb-servers.ts';

const SET = 'tests';

/** Starts it on a free port over an empty folder; resolves when it takes writes. */
export async function startMongod(binary: string): Promise<RunningServer> {
  const folder = temporaryFolder();
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const args = ['--dbpath', folder.path, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', SET, '--quiet'];
  const child = spawn(binary, args, { stdio: 'ignore' });
  const endWithParent = (): boolean => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  const ended = once(child, 'close').then(() => process.off('exit', endWithParent));
  const client = new mongoose.mongo.MongoClient(`mongodb://${address}/?directConnection=true`);
  await Promise.race([
    client.connect(),
    ended.then(() => Promise.reject(new Error(`${binary} ended with ${child.exitCode ?? child.signalCode}`))),
  ]);
  await client.db('admin').command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host: address }] } });
  await client.close();
  const uri = `mongodb://${address}/?replicaSet=${SET}`;
  // Waits until the set has elected its one member.
  await (await mongoose.mongo.MongoClient.connect(uri)).close();
  return {
    uri,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      folder.remove();
    },
  };
}
