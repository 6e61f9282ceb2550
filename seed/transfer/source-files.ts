/** Finds the transfer files of an import and checks them whole, before anything is written. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createChecking, type Check } from './check.ts';
import { markOf } from './data-set-mark.ts';
import type { StoredDocument } from './document-text.ts';
import { ENDING } from './format.ts';
import { isDataSet } from './own-documents.ts';
import { readTransferFile, type Section } from './read-file.ts';
import { TransferError } from './transfer-error.ts';

/** A section that was read to its end, with the document that says which data set it is. */
export interface CheckedSection extends Section {
  readonly mark: StoredDocument;
}

/**
 * Reads all files to their ends. Throws a TransferError that names the file, and the line where it is one, on whatever is wrong with
 * them: alone, or together.
 */
export async function checkedSections(
  from: string,
  known: readonly string[],
  checks: readonly Check[] = [],
): Promise<CheckedSection[]> {
  const files = await filesOf(from);
  const checking = createChecking(checks);
  const sections: CheckedSection[] = [];
  for (const file of files) {
    let mark: StoredDocument | undefined;
    for await (const part of readTransferFile(file)) {
      if (part.kind === 'document') {
        checking.add(part.header.database, part.row);
        if (isDataSet(part.row)) mark = part.row.document;
        continue;
      }
      await checking.end(part.section);
      sections.push({ ...part.section, mark: completeMark(part.section, mark, known) });
      mark = undefined;
    }
  }
  checkTogether(from, sections, files.length > 1 || files[0] !== from);
  return sections;
}

async function filesOf(from: string): Promise<string[]> {
  const found = await stat(from).catch((error: Error) => {
    throw new TransferError(`${from} cannot be read: ${error.message}`, { cause: error });
  });
  if (!found.isDirectory()) return [from];
  const names = (await readdir(from)).filter((name) => name.endsWith(ENDING)).toSorted();
  if (names.length === 0) throw new TransferError(`The folder ${from} holds no file whose name ends in ${ENDING}`);
  return names.map((name) => join(from, name));
}

function completeMark(
  { file, header }: Section,
  document: StoredDocument | undefined,
  known: readonly string[],
): StoredDocument {
  if (!known.includes(header.database))
    throw new TransferError(
      `${file}: the database is ${JSON.stringify(header.database)}: allowed is one of ${known.join(', ')}`,
    );
  if (!document || markOf(document)?.state !== 'complete')
    throw new TransferError(`${file}: ${header.database} does not say that its data set is complete`);
  return document;
}

/** Parts of one state belong together; a pillar moves alone only where its file is named. */
function checkTogether(from: string, sections: readonly CheckedSection[], isFolder: boolean): void {
  const [first] = sections;
  if (!first) return;
  for (const [at, { file, header }] of sections.entries()) {
    const twin = sections.findIndex((other) => other.header.database === header.database);
    if (twin !== at) throw new TransferError(`${file}: ${header.database} is also in ${sections[twin]?.file}`);
    if (header.exportedAt !== first.header.exportedAt)
      throw new TransferError(
        `${file} is of another export than ${first.file}: ${header.exportedAt} and ${first.header.exportedAt}`,
      );
  }
  const lacking = first.header.databases.filter((name) => !sections.some(({ header }) => header.database === name));
  if (isFolder && lacking.length > 0)
    throw new TransferError(
      `The folder ${from} lacks ${lacking.join(', ')} of its export; name a file to import it alone`,
    );
}
