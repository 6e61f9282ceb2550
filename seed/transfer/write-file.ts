/** Writes sections into a transfer file that is not there under its name before it is whole and on disk. */

import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { Row } from './database.ts';
import type { Closing, Header } from './format.ts';
import { createTallyCounter, total, type Tallies } from './tally.ts';
import { TransferError } from './transfer-error.ts';

/** A file in the making. */
export interface TransferFileWriter {
  /** Where its lines are meanwhile. */
  readonly partial: string;
  /** Adds a section. Returns what its documents come to. */
  section(header: Header, rows: AsyncIterable<Row>): Promise<Tallies>;
  /** Everything is written, and on disk when this returns; the name is still that of `partial`. */
  end(): Promise<void>;
  /** Gives the file its name. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** Characters that are gathered before they are written. */
const BLOCK = 256 * 1024;

/** Begins a file. What an interrupted export has left under the same name goes. */
export async function createTransferFile(file: string): Promise<TransferFileWriter> {
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w').catch(cannotWrite(partial));
  return {
    partial,
    async section(header, rows) {
      const hash = createHash('sha256');
      const counter = createTallyCounter();
      let block = '';
      const flush = async () => {
        const bytes = Buffer.from(block);
        block = '';
        await handle.appendFile(bytes).catch(cannotWrite(partial));
        hash.update(bytes);
      };
      block += `${JSON.stringify(header)}\n`;
      for await (const { collection, text } of rows) {
        counter.add(collection, text);
        block += `{"collection":${JSON.stringify(collection)},"document":${text}}\n`;
        if (block.length > BLOCK) await flush();
      }
      await flush();
      block = `${JSON.stringify(closingLine(counter.tallies, hash.digest('hex')))}\n`;
      await handle.appendFile(block).catch(cannotWrite(partial));
      return counter.tallies;
    },
    async end() {
      await handle.sync().catch(cannotWrite(partial));
      await handle.close();
    },
    publish: () => rename(partial, file).catch(cannotWrite(file)),
    async discard() {
      await handle.close().catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

function closingLine(tallies: Tallies, sha256: string): Closing {
  const collections = Object.fromEntries([...tallies].map(([name, { count }]) => [name, count]));
  return { documents: total(tallies), collections, sha256 };
}

function cannotWrite(file: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TransferError(`${file} cannot be written: ${reason}`, { cause: error });
  };
}
