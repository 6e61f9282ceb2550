/** The lines of a file, one at a time. They end with a line feed alone: what else JSON may hold ends none. */

import { createReadStream } from 'node:fs';
import { TransferError } from './transfer-error.ts';

/** A line with its end. */
export interface FileLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

/** Several times the largest document of MongoDB (16 MiB), in bytes: what is longer is no line of ours. */
const LONGEST = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Reads the lines. Throws a TransferError where the last one has no end, or the file cannot be read. */
export async function* linesOf(file: string): AsyncGenerator<FileLine> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
        yield { number, bytes: Buffer.concat([...begun, chunk.subarray(from, at + 1)]) };
        number += 1;
        begun = [];
        length = 0;
        from = at + 1;
      }
      begun.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST) throw new TransferError(`${file}:${number}: the line is longer than ${LONGEST} bytes`);
    }
  } catch (error) {
    if (error instanceof TransferError || !(error instanceof Error) || !('syscall' in error)) throw error;
    throw new TransferError(`${file} cannot be read: ${error.message}`, { cause: error });
  }
  if (length > 0) throw new TransferError(`${file}:${number}: the file is cut: it ends within a line`);
}
