/** Whether an error says that the store is away: what was asked is sound, and can be asked again when the store is back. */

/** Of MongoDB's driver: no connection, no server, no answer in time. */
const AWAY =
  /^(?:Mongo)?(?:PoolClearedOnNetwork|ClientClosed|Network|NetworkTimeout|ServerSelection|PoolCleared|PoolClosed|WaitQueueTimeout|TopologyClosed|ServerClosed|NotConnected|OperationTimeout)Error$/;

/** Of a MongoDB server that is stopping, starting, or no longer the one that takes writes. */
const AWAY_CODES: ReadonlySet<unknown> = new Set([
  89,
  91,
  189,
  262,
  9001,
  10_058,
  10_107,
  11_600,
  11_602,
  13_435,
  13_436,
  'STORE_CLOSED',
  'STORE_UNREACHABLE',
]);

/** Of a connection that broke while it was written to: the driver passes these on as they come. The store is all that a resolver talks to. */
const BROKEN: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ERR_STREAM_DESTROYED',
]);

/** Follows the causes of an error. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY.test(error.name)) return true;
  const code = 'code' in error ? error.code : undefined;
  if (BROKEN.has(code)) return true;
  if (/^(Mongo|Store)/.test(error.name) && AWAY_CODES.has(code)) return true;
  return isStoreAway(error.cause);
}
