/** Has every write through a connection raise the data version, so that no part of the code can forget it. */

import type { Connection } from 'mongoose';
import { VERSION_COLLECTION, type StoredVersion } from '../../version/stored.ts';

/** The methods of collections that write. */
const WRITES = [
  'bulkWrite',
  'deleteMany',
  'deleteOne',
  'drop',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'insertMany',
  'insertOne',
  'rename',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;

type Method = (...args: unknown[]) => unknown;

/** For all collections that are taken from the connection from here on, by models too. What a database says of itself is no part of its data. */
export function raiseWithWrites(connection: Connection, version: StoredVersion): void {
  const take = connection.collection.bind(connection);
  const raising = new WeakSet<object>();
  connection.collection = ((...args: Parameters<typeof take>) => {
    const collection = take(...args);
    if (args[0] === VERSION_COLLECTION || raising.has(collection)) return collection;
    raising.add(collection);
    const methods = collection as unknown as Record<string, Method>;
    for (const name of WRITES) {
      const write = methods[name] as Method;
      methods[name] = (...given) => version.raising(async () => write.apply(collection, given));
    }
    return collection;
  }) as typeof take;
}
