/** What can go wrong with a store, each with a code and one clear line. */

/** The codes of a StoreError. */
export type StoreErrorCode =
  | 'STORE_CLOSED'
  | 'STORE_DAMAGED'
  | 'STORE_FAILED'
  | 'STORE_LOCKED'
  | 'STORE_MALFORMED'
  | 'STORE_READ_ONLY'
  | 'STORE_UNREACHABLE'
  | 'STORE_UNSUPPORTED';

/** A fault of the store itself (not of the data asked for): its message is one line that names the file or the address and what is wrong. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The error for what the embedded store does not do, named: `unsupported('the operator $where')`. */
export function unsupported(what: string): StoreError {
  return new StoreError('STORE_UNSUPPORTED', `The embedded store does not support ${what}`);
}

/** An error in the form in which MongoDB reports it: the same name, code and fields. */
export class ServerError extends Error {
  override readonly name: string = 'MongoServerError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }

  get errmsg(): string {
    return this.message;
  }
}

/** A second document with the same value of a unique index: MongoDB's error 11000. */
export class DuplicateKeyError extends ServerError {
  readonly keyPattern: Record<string, 1 | -1>;
  readonly keyValue: Record<string, unknown>;

  constructor(namespace: string, index: string, keyPattern: Record<string, 1 | -1>, keyValue: Record<string, unknown>) {
    super(11000, `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: ${shown(keyValue)}`);
    this.keyPattern = keyPattern;
    this.keyValue = keyValue;
  }
}

/** One failed operation of a bulk write: its place in the list and its error. */
export interface WriteFault {
  index: number;
  code: number;
  errmsg: string;
  err: { index: number; code: number; errmsg: string; op: unknown };
}

/** A bulk write of which at least one operation failed: what was done stands, what failed is listed. */
export class BulkWriteError extends ServerError {
  override readonly name: string = 'MongoBulkWriteError';
  readonly result: unknown;
  readonly writeErrors: WriteFault[];
  readonly keyPattern?: Record<string, 1 | -1>;
  readonly keyValue?: Record<string, unknown>;

  constructor(cause: ServerError, result: unknown, writeErrors: WriteFault[]) {
    super(cause.code, cause.message);
    this.result = result;
    this.writeErrors = writeErrors;
    if (cause instanceof DuplicateKeyError) {
      this.keyPattern = cause.keyPattern;
      this.keyValue = cause.keyValue;
    }
  }
}

function shown(value: Record<string, unknown>): string {
  const fields = Object.entries(value).map(([path, part]) => `${path}: ${JSON.stringify(part ?? null)}`);
  return `{ ${fields.join(', ')} }`;
}
