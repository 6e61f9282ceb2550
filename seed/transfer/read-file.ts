/** Reads a transfer file and trusts nothing: form, order, counts and hash are checked as the lines come. */

import { createHash, type Hash } from 'node:crypto';
import { documentOf, textOf } from './document-text.ts';
import type { Row } from './database.ts';
import { closingOf, headerOf, lineOf, type Closing, type Header } from './format.ts';
import { linesOf, type FileLine } from './lines.ts';
import { createTallyCounter, total, type Tallies, type TallyCounter } from './tally.ts';
import { TransferError } from './transfer-error.ts';

/** A whole section, as its closing line confirms it. */
export interface Section {
  readonly file: string;
  readonly header: Header;
  readonly tallies: Tallies;
  readonly sha256: string;
}

/** What one reads in a file, in order: the documents of a section, then the section. */
export type FilePart =
  | { readonly kind: 'document'; readonly header: Header; readonly row: Row }
  | { readonly kind: 'section'; readonly section: Section };

interface Reading {
  readonly header: Header;
  readonly hash: Hash;
  readonly counter: TallyCounter;
}

/** Reads a file. Throws a TransferError that names the file and the line, at the latest where the file ends. */
export async function* readTransferFile(file: string): AsyncGenerator<FilePart> {
  let reading: Reading | undefined;
  let header: Header | undefined;
  let last = 0;
  for await (const line of linesOf(file)) {
    last = line.number;
    const wrong = (what: string, cause?: unknown) => new TransferError(`${file}:${line.number}: ${what}`, { cause });
    const value = parsed(line, wrong);
    if (!reading) {
      header = nextHeader(value, header, wrong);
      reading = { header, hash: createHash('sha256').update(line.bytes), counter: createTallyCounter() };
      continue;
    }
    const closing = closingOf(value);
    if (closing) {
      yield { kind: 'section', section: closed(file, reading, closing, wrong) };
      reading = undefined;
    } else {
      yield { kind: 'document', header: reading.header, row: rowOf(value, reading, wrong) };
      reading.hash.update(line.bytes);
    }
  }
  if (!header) throw new TransferError(`${file} is empty`);
  if (reading || header.section !== header.sections)
    throw new TransferError(
      `${file}:${last}: the file is cut: the closing line of ${missing(header, reading)} is missing`,
    );
}

type Wrong = (what: string, cause?: unknown) => TransferError;

function missing({ database, section, sections }: Header, reading: Reading | undefined): string {
  return reading ? database : `section ${section + 1} of ${sections}`;
}

function parsed({ bytes }: FileLine, wrong: Wrong): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? 'the line is no JSON' : 'the line is no UTF-8', error);
  }
}

function nextHeader(value: unknown, before: Header | undefined, wrong: Wrong): Header {
  const version = typeof value === 'object' && value !== null && 'transfer' in value ? value.transfer : undefined;
  if (typeof version === 'number' && version !== 1)
    throw wrong(`the file has form ${version}; this version of the code reads form 1`);
  const header = headerOf(value);
  if (!header) throw wrong('the line is no header of a transfer file');
  if (header.section !== (before?.section ?? 0) + 1 || (before && header.sections !== before.sections))
    throw wrong(`section ${header.section} of ${header.sections} stands in the wrong place`);
  return header;
}

function rowOf(value: unknown, { counter }: Reading, wrong: Wrong): Row {
  const line = lineOf(value);
  if (!line) throw wrong('the line is neither a document nor the closing line');
  try {
    const document = documentOf(line.document);
    const text = textOf(document);
    counter.add(line.collection, text);
    return { collection: line.collection, document, text };
  } catch (error) {
    throw error instanceof TransferError ? wrong(error.message, error) : error;
  }
}

function closed(file: string, { header, hash, counter }: Reading, closing: Closing, wrong: Wrong): Section {
  const { tallies } = counter;
  const counts = new Map(Object.entries(closing.collections));
  for (const name of new Set([...counts.keys(), ...tallies.keys()])) {
    const [found, said] = [tallies.get(name)?.count ?? 0, counts.get(name) ?? 0];
    if (found !== said) throw wrong(`the file was changed: it holds ${found} documents of ${name}, and says ${said}`);
  }
  if (closing.documents !== total(tallies))
    throw wrong(`the file was changed: it holds ${total(tallies)} documents, and says ${closing.documents}`);
  if (hash.digest('hex') !== closing.sha256)
    throw wrong(`the file was changed: the SHA-256 of the lines of ${header.database} is not the one that it says`);
  return { file, header, tallies, sha256: closing.sha256 };
}
