/** What stops an export or an import: one line for whoever started it. */

/** A move that cannot be done. The message is one line that names the file and its line, or the database, and what is wrong. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}
