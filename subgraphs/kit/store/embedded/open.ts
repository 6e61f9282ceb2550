/** Opens a database of the embedded store: folder, lock, file and mongoose connection, in this order; closes them in reverse. */

import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import type { DataVersion } from '../../version/data-version.ts';
import { EmbeddedDatabase } from './database.ts';
import { connect } from './driver.ts';
import { openToRead, openToWrite, prepareFolder } from './file.ts';
import { takeLock, type Lock } from './lock.ts';

/** What an embedded store is opened with. */
export interface EmbeddedOptions {
  databaseName: string;
  /** The path of its files without their endings. */
  base: string;
  mode: 'write' | 'read';
  holder?: string;
}

/** Opens the store. Throws StoreError; what was taken until then is released. */
export async function openEmbedded({ databaseName, base, mode, holder }: EmbeddedOptions): Promise<{
  connection: mongoose.Connection;
  version: DataVersion;
  close(): Promise<void>;
}> {
  const path = `${base}.sqlite`;
  const readOnly = mode === 'read';
  if (!readOnly) prepareFolder(dirname(base));
  const lock = readOnly ? undefined : takeLock({ base, path, holder: holder ?? commandOfProcess() });
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = readOnly ? openToRead(path) : openToWrite(path);
    const database = new EmbeddedDatabase({ sqlite, path, readOnly, databaseName, objectId: objectIdOf });
    const connection = await connect(database, closer(database, sqlite, lock));
    return { connection, version: database.version, close: () => connection.close() };
  } catch (error) {
    sqlite?.close();
    lock?.release();
    throw error;
  }
}

function objectIdOf(bytes?: Uint8Array): unknown {
  return new mongoose.mongo.ObjectId(bytes);
}

/** Closing the last connection to a file moves what its log holds into place. */
function closer(database: EmbeddedDatabase, sqlite: DatabaseSync, lock: Lock | undefined): () => void {
  return () => {
    if (!sqlite.isOpen) return;
    database.markClosed();
    sqlite.close();
    lock?.release();
  };
}

function commandOfProcess(): string {
  const command = process.argv.slice(1).map((part) => part.split('/').slice(-2).join('/'));
  return `${command.join(' ') || 'node'} (process ${process.pid})`;
}
