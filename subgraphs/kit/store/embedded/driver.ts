/** The mongoose driver: MongoDB's own, save that a connection opens a database of the embedded store in the place of a client. */

import mongoose from 'mongoose';
import { EmbeddedCollection } from './collection.ts';
import type { EmbeddedDatabase } from './database.ts';
import { unsupported } from '../errors.ts';

/** What the driver changes of a connection, as mongoose calls it. */
interface DriverConnection {
  db: unknown;
  client: unknown;
  name: string;
  readyState: number;
  config: Record<string, unknown>;
  onOpen(): void;
}

/** A client in the sense of mongoose: what a connection closes. */
interface EmbeddedClient {
  database: EmbeddedDatabase;
  close(): Promise<void>;
}

/**
 * A connection of a fresh mongoose to an open database. Collections are MongoDB's wrappers around ours, so that buffering, `debug`
 * and the events of operations are theirs. `close` is called once when the connection closes.
 */
export async function connect(database: EmbeddedDatabase, close: () => void): Promise<mongoose.Connection> {
  const instance = new mongoose.Mongoose({ createInitialConnection: false } as mongoose.MongooseOptions);
  refuseOtherMethods(driverMethods(instance));
  const base = instance as unknown as { Connection: new (owner: unknown) => object; Collection: unknown };
  const Native = base.Connection;
  class EmbeddedConnection extends Native {
    async createClient(): Promise<object> {
      const connection = this as unknown as DriverConnection;
      const client: EmbeddedClient = { database, close: async () => close() };
      connection.readyState = mongoose.ConnectionStates.connecting;
      connection.client = client;
      connection.db = database;
      connection.name = database.databaseName;
      // An operation on a closed store fails at once instead of waiting for a connection that does not come back.
      connection.config['bufferCommands'] = false;
      if (database.readOnly) connection.config['autoIndex'] = false;
      connection.onOpen();
      return this;
    }

    async doClose(): Promise<object> {
      close();
      return this;
    }

    useDb(): never {
      throw unsupported('several databases on one connection (useDb)');
    }

    startSession(): never {
      throw unsupported('sessions and transactions (startSession)');
    }

    setClient(): never {
      throw unsupported('the client of another (setClient)');
    }

    bulkWrite(): never {
      throw unsupported('bulk writes over several collections (Connection.bulkWrite)');
    }

    listDatabases(): never {
      throw unsupported('the list of databases (listDatabases)');
    }
  }
  instance.setDriver({ Collection: base.Collection, Connection: EmbeddedConnection, BulkWriteResult: Object });
  return instance.createConnection('embedded://store').asPromise();
}

/** The names of the methods that MongoDB's driver gives a collection. */
function driverMethods(instance: mongoose.Mongoose): string[] {
  const { prototype } = (instance as unknown as { Collection: { prototype: object } }).Collection;
  return Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && !name.startsWith('$') && !name.startsWith('on'),
  );
}

/** The driver's other methods, so that a call of one says what is missing. */
function refuseOtherMethods(names: Iterable<string>): void {
  const prototype = EmbeddedCollection.prototype as unknown as Record<string, unknown>;
  for (const name of names) {
    if (name in prototype) continue;
    prototype[name] = () => {
      throw unsupported(`the method ${name} of collections`);
    };
  }
}
