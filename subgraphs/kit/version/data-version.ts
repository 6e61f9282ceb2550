/** The data version of a pillar: the same as long as nothing was written to its database, and another one after each write and each start. */

/** A version, and when it was certainly the one. */
export interface Confirmed {
  /** Compared for equality; among those of one epoch the greater number is the newer. */
  readonly version: Version;
  /** By `performance.now()` of this process: before this nobody asked, so whatever was acknowledged until then is in it. */
  readonly at: number;
}

/** A number that grows, within an epoch: each start begins one, so that no version comes again, whatever was restored meanwhile. */
export interface Version {
  readonly epoch: string;
  readonly number: number;
}

/** The version of one database, as a process knows it. */
export interface DataVersion {
  /** The last that is known; undefined where the store cannot be read, or where a write could not raise it. */
  readonly last: Confirmed | undefined;
  /** Whether no other process writes to the database, so that `last` is always the version of now. */
  readonly isOwn: boolean;
  /** Begins an epoch: at each start, before anything is answered. Rejects where the store is away. */
  begin(): Promise<void>;
  /** Reads it again every `BEAT_MS` until the function that is returned is called. Told of each confirmation, at once of each change, and of undefined where there is none. */
  watch(onBeat: (confirmed: Confirmed | undefined) => void): () => void;
}

/** How often a version that is watched is confirmed, in milliseconds: what a sibling process writes is seen after as much. */
export const BEAT_MS = 50;

/** The version as a text without blanks. */
export function versionText({ epoch, number }: Version): string {
  return `${epoch}.${number}`;
}

/** The version of such a text; undefined where it is none. */
export function readVersion(text: unknown): Version | undefined {
  const [, epoch, number] = (typeof text === 'string' && /^([\w-]{1,40})\.(\d{1,15})$/.exec(text)) || [];
  return epoch === undefined ? undefined : { epoch, number: Number(number) };
}
