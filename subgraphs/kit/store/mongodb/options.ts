/** The options of the MongoDB client: what the store asks for, and what it suggests where the URI says nothing. */

import type { ConnectOptions } from 'mongoose';
import { optionsGiven } from './address.ts';

/** Suggestions; all times in milliseconds. */
const SUGGESTED = {
  // How long an operation waits for a server to come back before it fails.
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  // A server that no longer answers is found by these looks at it, and what waits for its answer then fails.
  heartbeatFrequencyMS: 5_000,
  // The bound where a server is alive but does not finish an operation.
  socketTimeoutMS: 30_000,
  // A majority that does not come together: the write fails, though it may stand.
  wtimeoutMS: 10_000,
  maxPoolSize: 50,
  waitQueueTimeoutMS: 10_000,
} as const satisfies ConnectOptions;

/** The older name of an option. */
const ALIASES: Readonly<Record<string, string>> = { wtimeoutMS: 'wtimeout' };

/**
 * The options for a database. Writes are acknowledged by the majority whatever the URI says. They are retried once where the server
 * can tell a retry from a second write (replica sets and sharded clusters), which the driver finds out by itself.
 */
export function clientOptions(databaseName: string, uri: string): ConnectOptions {
  const given = optionsGiven(uri);
  const suggested = Object.entries({ ...SUGGESTED, appName: databaseName }).filter(
    ([name]) => !given.has(name.toLowerCase()) && !given.has(ALIASES[name] ?? name.toLowerCase()),
  );
  return {
    ...Object.fromEntries(suggested),
    dbName: databaseName,
    w: 'majority',
    // Operations wait for a server in the driver, which knows why none is there, and not in mongoose.
    bufferCommands: false,
  };
}
