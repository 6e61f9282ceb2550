/** Opens a database of a MongoDB deployment through mongoose's own driver. */

import mongoose from 'mongoose';
import type { DataVersion } from '../../version/data-version.ts';
import { createStoredVersion } from '../../version/stored.ts';
import { StoreError } from '../errors.ts';
import { malformation, shownAddress } from './address.ts';
import { clientOptions } from './options.ts';
import { raiseWithWrites } from './raising.ts';

/** What a store on MongoDB is opened with. */
export interface MongodbOptions {
  databaseName: string;
  /** As `MONGODB_URI` says it. */
  uri: string;
}

/** Opens the store once the deployment answers. Throws StoreError, whose one line names MONGODB_URI and holds no credentials. */
export async function openMongodb({ databaseName, uri }: MongodbOptions): Promise<{
  connection: mongoose.Connection;
  version: DataVersion;
  close(): Promise<void>;
}> {
  const wrong = malformation(uri);
  if (wrong !== undefined) throw malformed(uri, wrong);
  const instance = new mongoose.Mongoose();
  const connection = instance.createConnection();
  try {
    await connection.openUri(uri, clientOptions(databaseName, uri));
  } catch (error) {
    await connection.destroy();
    throw refusal(error, uri);
  }
  const version = createStoredVersion(connection);
  raiseWithWrites(connection, version);
  return { connection, version, close: () => connection.close() };
}

/** The driver's classes for URIs and options that cannot be used, whoever is listening. */
const MISUSES = new Set([
  'MongoParseError',
  'MongoInvalidArgumentError',
  'MongoAPIError',
  'MongoMissingCredentialsError',
]);

function refusal(error: unknown, uri: string): StoreError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const reason = message.replaceAll(/\s*\n\s*/g, ' ');
  if (MISUSES.has(name)) return malformed(uri, reason, error);
  return new StoreError('STORE_UNREACHABLE', `MONGODB_URI ${shownAddress(uri)} cannot be reached: ${reason}`, {
    cause: error,
  });
}

function malformed(uri: string, reason: string, cause?: unknown): StoreError {
  return new StoreError('STORE_MALFORMED', `MONGODB_URI ${shownAddress(uri)} is malformed: ${reason}`, { cause });
}
